/** 监管之问: disclosure, reviews, reports, sanctions, institutions and accounts. */
import { STAGES, SUPERVISORS } from './choices.ts';
import { choice, day, flag, number, optional, question } from './fact.ts';

/** 违规情形: what the texts list, one code for what they say in other words. */
export const BREACHES = {
  NO_FILE: '不为已接收学生建立学籍档案',
  FALSE_DATA: '以虚假信息建立学籍或学籍档案',
  OVER_CAPACITY: '超计划、超规模招生或班额满员仍接收插班生',
  LATE_CHANGE: '不及时把学籍变动信息纳入学籍档案',
  LATE_DROPOUT: '不及时报告义务教育阶段学生辍学情况',
  NO_TRANSFER: '接收学生不为其办理转学手续',
  NO_HAND_OVER: '不按规定为学生转接学籍档案',
  LEAK: '泄露或非法使用学生学籍信息',
  FRAUD: '在休学、转学、毕业或表彰奖励中弄虚作假',
  ALTERED_FILE: '涂改学籍档案',
  FALSE_STATISTICS: '统计虚假瞒报',
  REFUSED_STUDENT: '无正当理由拒收符合条件的学生',
  FORCED_OUT: '违反规定强迫学生转学、退学',
  NEGLECT: '失职渎职',
  DISORDER: '学籍管理混乱',
  OTHER: '违反学籍管理规定的其他行为',
} as const;
export type Breach = keyof typeof BREACHES;

/** 学校类别. */
export const SCHOOL_KINDS = {
  PRIMARY: '小学',
  JUNIOR: '初中',
  SENIOR: '普通高中',
  SPECIAL: '特殊教育学校',
  WORK_STUDY: '工读学校（专门学校）',
  OTHER: '其他学校',
} as const;
export type SchoolKind = keyof typeof SCHOOL_KINDS;

/** 学制. */
export const SCHOOLING_MODES = {
  SIX_THREE: '小学六年、初中三年',
  NINE: '九年一贯制',
  FIVE_FOUR: '小学五年、初中四年',
  SENIOR_THREE: '高中三年制',
  SIX: '初高中六年一贯制',
  TWELVE: '十二年一贯制',
  OTHER: '其他学制',
} as const;
export type SchoolingMode = keyof typeof SCHOOLING_MODES;

export const oversightQuestions = {
  /** May information of the registry be given out, or looked up? */
  disclosure: question('提供与查阅学籍信息', {
    act: choice('事项', { GIVE_OUT: '向外提供', LOOK_UP: '查阅' }),
    approvedInWriting: flag('学籍主管部门已书面批准'),
    /** Items asked for that the approval does not name. */
    beyondApproval: optional(number('超出批准范围的信息项', '项')),
    entered: optional(flag('已办理查阅登记')),
  }),
  /** What may somebody who inspects do in the registry? */
  inspection: question('督导检查', {
    by: choice('检查方', { INSPECTORS: '教育督导部门', SUPERIOR: '上级教育行政部门' }),
    act: choice('操作', { READ: '查看', CHANGE: '改动' }),
  }),
  /** What follows from a breach of the rules, and who says so? */
  breach: question('违规处理', {
    by: choice('违规单位', { SCHOOL: '学校', AUTHORITY: '教育行政部门' }),
    kind: choice('违规情形', BREACHES),
    serious: flag('情节严重'),
    /** Who wants to close the matter; absent while it is open. */
    closedBy: optional(
      choice('拟结案的单位', { SCHOOL: '违规学校', AUTHORITY: '学籍主管部门', SUPERIOR: '上一级教育行政部门' }),
    ),
  }),
  /** May this report go up, and does it come from the right hand? */
  report: question('学籍变动上报', {
    cycle: choice('报告周期', { MONTH: '月报', TERM: '学期末报告' }),
    stage: choice('学段', STAGES),
    sentBy: choice('上报单位', {
      SCHOOL: '学校',
      CENTRE_SCHOOL: '中心校',
      COUNTY: '县级教育行政部门',
      CITY: '市级教育行政部门',
    }),
    unconfirmed: number('未审核确认的变动', '件'),
  }),
  /** Has a case lain too long with a school that was asked to mend it? */
  'stale-case': question('久置办件', { returnedOn: day('退回补正日期') }),
  /** Are registrations reviewed this term, with nothing left open? */
  'term-review': question('每学期复核', {
    termEnd: day('学期末日期'),
    /** Absent while nobody has signed. */
    signedOn: optional(day('复核签字日期')),
    openSuspicions: number('未处理的疑似重复', '件'),
    changesWithoutPapers: number('手续不全的变动', '件'),
  }),
  /** Which authority decides about the registrations of a school? */
  'supervising-authority': question('学籍主管部门', {
    stage: choice('学段', STAGES),
    runBy: choice('学校管理', { COUNTY: '县属', CITY: '市直管', PROVINCE: '省直管' }),
    decidedBy: choice('核办部门', SUPERVISORS),
    outsideTerritory: optional(flag('学校不在本行政区域')),
  }),
  /** Does the school, and do its years of schooling, stand within the texts? */
  'schooling-system': question('学校与学制', {
    kind: choice('学校类别', SCHOOL_KINDS),
    lawfullyRun: flag('依法举办'),
    mode: choice('学制', SCHOOLING_MODES),
    provinceConsents: optional(flag('省级教育行政部门已同意试验')),
  }),
  /** May this person take up the registrar's work, and this school begin? */
  'registrar-office': question('学籍管理员', {
    registrars: number('学校现有学籍管理员', '人'),
    trained: flag('已经过培训'),
    formalStaff: optional(flag('正式工作人员')),
    filedAbove: optional(flag('已报上一级教育行政部门')),
    sharedAccount: optional(flag('多人共用账号')),
    /** For officers of a county: how often they signed in during a week that is over. */
    signInsInWeek: optional(number('县级管理员上周登录', '次')),
  }),
};
