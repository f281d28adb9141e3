/** 山西职责: what the rules make each level do of its own accord. */
import { cite, type Duty, duty, type PartyName, type Rhythm } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const of = (
  holder: PartyName,
  [article, clause]: readonly [string, string],
  id: string,
  title: string,
  rhythm: Rhythm = { kind: 'STANDING' },
): Duty => duty({ id, title, basis: cite(rules, article, clause), holder, rhythm });

export const duties: readonly Duty[] = [
  of('SCHOOL', ['第三条', 'SX-3.2'], 'one-system', '全省统一使用电子学籍系统管理学籍'),
  of('PROVINCE', ['第三条', 'SX-3.3'], 'provincial-coordination', '制订细则，指导、督查各地和学校学籍管理'),
  of('PROVINCE', ['第三条', 'SX-3.4'], 'provincial-operation', '建设省级学生数据库和运行环境，保证运行和交换'),
  of('CITY', ['第三条', 'SX-3.5'], 'city-operating-rules', '指导督促各县，制订本市学籍管理操作细则'),
  of('CITY', ['第三条', 'SX-3.6'], 'city-coordination', '统筹管理全市中小学生学籍工作'),
  of('CITY', ['第三条', 'SX-3.8'], 'city-report', '定期向省级教育行政部门上报学籍变动数据'),
  of('COUNTY', ['第三条', 'SX-3.10'], 'county-urging', '具体负责本区域学籍管理，督促学校做好日常工作'),
  of('COUNTY', ['第三条', 'SX-3.11'], 'county-report', '定期向市级教育行政部门上报学籍变动数据'),
  of('SCHOOL', ['第三条', 'SX-3.12'], 'school-daily-work', '收集、汇总、校验、上报，信息真实、准确、完整'),
  of('AUTHORITY', ['第七条', 'SX-7.4'], 'report-of-term', '向上级学籍主管部门呈报学籍变动', {
    kind: 'EVERY',
    period: 'TERM',
  }),
  of('AUTHORITY', ['第四十二条', 'SX-42.1'], 'equipment-provided', '配备专用电脑、扫描仪、相机，完善制度和机制'),
  of('AUTHORITY', ['第四十二条', 'SX-42.5'], 'registrars-kept', '提高学籍管理人员待遇，保持队伍稳定'),
  of('AUTHORITY', ['第四十四条', 'SX-44.1'], 'confidentiality', '建立学籍信息保密制度，严防外泄和滥用'),
];
