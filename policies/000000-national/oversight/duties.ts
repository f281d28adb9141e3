/** 国家职责: what the nation's text makes each level do of its own accord. */
import { cite, type Duty, duty, type PartyName, type Rhythm } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const STANDING: Rhythm = { kind: 'STANDING' };

const of = (
  holder: PartyName,
  article: string,
  clause: string,
  id: string,
  title: string,
  rhythm: Rhythm = STANDING,
): Duty => duty({ id, title, basis: cite(measures, article, clause), holder, rhythm });

export const duties: readonly Duty[] = [
  of('NATION', '通知一', 'MOE-N1.1', 'national-system', '加快建设全国中小学生学籍信息管理系统'),
  of('NATION', '通知一', 'MOE-N1.2', 'national-regime', '建立全国统一、规范的学籍信息管理制度'),
  of('PROVINCE', '通知二', 'MOE-N2.1', 'provincial-rules-aligned', '按国家办法完善和调整本省学籍管理办法'),
  of('PROVINCE', '通知二', 'MOE-N2.2', 'provincial-rules-issued', '出台实施细则，明确各类变动的条件和办法'),
  of('AUTHORITY', '通知三', 'MOE-N3.1', 'training', '按职责组织学籍管理人员和技术支持人员培训'),
  of('AUTHORITY', '通知四', 'MOE-N4.2', 'three-regimes', '建立学籍核准、信息保密、责任追究制度'),
  of('AUTHORITY', '通知四', 'MOE-N4.4', 'dedicated-inspection', '由教育督导部门对办法实施情况专项督导'),
  of('AUTHORITY', '通知五', 'MOE-N5.1', 'publicity', '用报纸、电视、互联网、家长通知书解读和宣传办法'),
  of('PROVINCE', '通知五', 'MOE-N5.2', 'progress-reported', '向教育部报告办法实施进展', {
    kind: 'AFTER',
    event: '实施有进展',
  }),
  of('NATION', '第三条', 'MOE-3.2', 'national-guidance', '宏观指导学籍管理，组织建设全国联网系统，制订技术标准'),
  of('PROVINCE', '第三条', 'MOE-3.3', 'provincial-coordination', '统筹全省学籍管理，制订细则，指导监督检查'),
  of('PROVINCE', '第三条', 'MOE-3.4', 'provincial-operation', '建设系统运行环境和学生数据库，保证运行和交换'),
  of('CITY', '第三条', 'MOE-3.6', 'city-guidance', '指导、督促县级教育行政部门落实学籍管理规定'),
  of('COUNTY', '第三条', 'MOE-3.9', 'county-urging', '督促学校做好学籍日常管理'),
  of('SCHOOL', '第三条', 'MOE-3.10', 'school-information', '收集、汇总、校验、上报学籍信息'),
  of('SCHOOL', '第三条', 'MOE-3.11', 'school-daily-work', '应用系统开展日常学籍管理，信息真实、准确、完整'),
];
