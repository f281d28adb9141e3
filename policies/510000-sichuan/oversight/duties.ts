/** 四川职责: what the measures make each level do of its own accord. */
import { cite, type Duty, duty, type PartyName, type Rhythm } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const of = (
  holder: PartyName,
  [article, ...clauses]: readonly [string, string],
  id: string,
  title: string,
  rhythm: Rhythm = { kind: 'STANDING' },
): Duty => duty({ id, title, basis: cite(measures, article, ...clauses), holder, rhythm });

export const duties: readonly Duty[] = [
  of('PROVINCE', ['第三条', 'SC-3.2'], 'provincial-coordination', '统筹全省学籍管理，指导、监督、检查各地和学校'),
  of('PROVINCE', ['第三条', 'SC-3.3'], 'provincial-operation', '建设系统运行环境和学生数据库，保证运行和交换'),
  of('CITY', ['第三条', 'SC-3.4'], 'city-guidance', '指导、督促、检查县级落实学籍管理规定'),
  of('SCHOOL', ['第三条', 'SC-3.7'], 'school-daily-work', '收集、汇总、校验、上报，信息真实、准确、完整'),
  of('AUTHORITY', ['前言', 'SC-0.4'], 'term-check', '每学期核查一次学籍变动情况', {
    kind: 'EVERY',
    period: 'TERM',
  }),
  of('AUTHORITY', ['第二十条', 'SC-20.4'], 'report-of-term', '向上级学籍主管部门呈报学籍变动', {
    kind: 'EVERY',
    period: 'TERM',
  }),
  of('AUTHORITY', ['第四十七条', 'SC-47.1'], 'conditions-provided', '提供保障条件，指定学籍管理员，完善制度和机制'),
  of('AUTHORITY', ['第四十九条', 'SC-49.1'], 'confidentiality', '建立严格的保密制度，严防学籍信息外泄和滥用'),
];
