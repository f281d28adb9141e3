/** 迁安 监管: central schools between bureau and primary schools, monthly reports, one person for each school. */
import { cite, type Duty, duty, type PackPart, type PartyName, setting } from '../../../src/policy/index.ts';
import { supervisingAuthority } from '../../000000-national/oversight/institutions/supervising-authority.ts';
import { registrarNamed } from '../../000000-national/oversight/registrars/registrar-named.ts';
import { system } from '../instruments.ts';
import { monthlyReport } from './monthly-report.ts';
import { unitBreach } from './unit-breach.ts';

const standing = (holder: PartyName, article: string, clause: string, id: string, title: string): Duty =>
  duty({ id, title, basis: cite(system, article, clause), holder, rhythm: { kind: 'STANDING' } });

export const oversight: PackPart = {
  rules: [registrarNamed(cite(system, '三、3', 'S5-3.3')), monthlyReport, unitBreach],
  settings: [setting(supervisingAuthority, { levels: ['COUNTY', 'CITY', 'PROVINCE'] }, cite(system, '一', 'S5-1.1'))],
  duties: [
    standing('CENTRE_SCHOOL', '一', 'S5-1.2', 'centre-school-seals', '安排专职人员负责所辖小学学籍的验章和管理'),
    standing('SCHOOL', '一', 'S5-1.3', 'academic-office', '由教导处负责学籍管理工作'),
    standing('SCHOOL', '三、3', 'S5-3.3', 'changes-known', '对学籍变动做到底数清、统计准'),
    duty({
      id: 'monthly-report-due',
      title: '月报学籍变动情况，小学以镇乡中心校为单位',
      basis: cite(system, '三、2', 'S5-3.2.2'),
      holder: 'CENTRE_SCHOOL',
      rhythm: { kind: 'EVERY', period: 'MONTH' },
    }),
  ],
};
