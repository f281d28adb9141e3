/** 山西 招生职责: who sets plans, ranges and methods, of their own accord, every year. */
import { cite, type Duty, duty } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const everyYear = { kind: 'EVERY', period: 'SCHOOL_YEAR' } as const;

export const duties: readonly Duty[] = [
  duty({
    id: 'compulsory-admission-plan',
    title: '确定小学、初中招生计划、服务范围和招生要求',
    basis: cite(rules, '第九条', 'SX-9.5'),
    holder: 'COUNTY',
    rhythm: everyYear,
  }),
  duty({
    id: 'senior-admission-plan',
    title: '下达普通高中招生计划',
    basis: cite(rules, '第九条', 'SX-9.6'),
    holder: 'PROVINCE',
    rhythm: everyYear,
  }),
  duty({
    id: 'senior-admission-range',
    title: '确定普通高中招生范围',
    basis: cite(rules, '第九条', 'SX-9.6'),
    holder: 'CITY',
    rhythm: everyYear,
  }),
  duty({
    id: 'private-compulsory-plan',
    title: '下达民办义务教育学校招生计划',
    basis: cite(rules, '第九条', 'SX-9.9'),
    holder: 'COUNTY',
    rhythm: everyYear,
  }),
  duty({
    id: 'migrant-entry-method',
    title: '制定和完善随迁子女入学和升学考试的办法、流程',
    basis: cite(rules, '第十条', 'SX-10.2'),
    holder: 'AUTHORITY',
    rhythm: { kind: 'STANDING' },
  }),
];
