/** 档案之问: key data, student file, hand-over, special groups. */
import { STAGES, SUPERVISORS } from './choices.ts';
import { choice, choices, day, flag, number, optional, question, questionOfTwoPlaces } from './fact.ts';

/** 关键数据: what the authority has confirmed with the registration. No text lists it; the rest is open. */
export const KEY_ITEMS = {
  NAME: '姓名',
  GENDER: '性别',
  BIRTH_DATE: '出生日期',
  IDENTITY: '身份证件类型和号码',
  ETHNICITY: '民族',
  HOUSEHOLD: '户口所在地',
} as const;

/** 学生学籍档案内容. */
export const FILE_PARTS = {
  BASICS: '学籍基础信息及变动情况',
  PROOFS: '学籍信息证明材料',
  DEVELOPMENT: '综合素质发展报告',
  HEALTH: '体质健康测试、健康体检和预防接种信息',
  AWARDS: '在校期间获奖信息',
  AID: '享受资助信息',
} as const;
export type FilePart = keyof typeof FILE_PARTS;

/** 档案形式. */
export const FILE_MEDIA = { ELECTRONIC: '电子档案', PAPER: '纸质档案' } as const;
export type FileMedium = keyof typeof FILE_MEDIA;

/** 纸质档案保管人. */
export const FILE_KEEPERS = { REGISTRAR: '学籍管理员', MORAL_OFFICE: '政教处', COUNTY: '县级教育行政部门' } as const;
export type FileKeeper = keyof typeof FILE_KEEPERS;

/** 转出学校留存. */
export const FILE_COPIES = { ELECTRONIC: '电子档案备份', PAPER: '纸质档案复印件' } as const;
export type FileCopy = keyof typeof FILE_COPIES;

/** 学校合并后接收档案的单位. */
export const FILES_RECEIVERS = { ABSORBING: '并入的学校', OTHER: '其他单位' } as const;
export type FilesReceiver = keyof typeof FILES_RECEIVERS;

/** 校定归档材料: what a junior school's own text puts into the file. */
export const SCHOOL_PAPERS = {
  LEAVER_CARD: '小学毕业生登记卡和入学通知书',
  BOOK: '初中学生学籍簿',
  CARD: '初中学生卡片',
  PRACTICE: '社会实践活动登记表',
  SPORT: '体育合格标准登记卡',
  PHYSICAL: '学生体格检查表',
  LEAVING_FORM: '初中毕业生登记表',
  OTHERS: '初中阶段其他材料',
} as const;
export type SchoolPaper = keyof typeof SCHOOL_PAPERS;

/** 学校学籍档案内容. */
export const SCHOOL_FILE_KINDS = {
  SCHOOL_FORM: '学校基本信息表',
  CAMPUS_FORM: '校区基本信息表',
  CLASS_ROSTERS: '在校生分班名册',
  CHANGES: '休学、复学、转学、借读、退学情况',
  COUNTS: '学生增减情况登记表',
  GRADUATES: '毕业生花名册',
  COMPLETION_STUBS: '结业证书存根',
  SCHOOLING_STUBS: '学历证明存根',
  ENTRANTS: '初一、高一新生录取花名册',
  VOUCHERS: '凭证资料、奖励处分材料和其他规定材料',
} as const;
export type SchoolFileKind = keyof typeof SCHOOL_FILE_KINDS;

export const fileQuestions = {
  /** May key data be changed, on which papers, and who approves before? */
  'key-data-change': question('关键数据变更', {
    items: choices('拟变更的项目', KEY_ITEMS),
    stage: choice('学段', STAGES),
    papers: choices('已提交的材料', {
      HOUSEHOLD_REGISTER: '居民户口簿',
      OTHER_PROOF: '其他证明文件',
      COPY: '所持证件的复印件',
    }),
    /** Who has approved; absent while the application is still being written. */
    approvedBy: optional(choices('已核准的', { SCHOOL: '学校', AUTHORITY: '学籍主管部门' })),
    formerNameKept: optional(flag('原姓名已记入曾用名')),
    newNumberWanted: optional(flag('要求重编学籍号')),
  }),
  /** May this be changed without a case, and by which way does it come to the registrar? */
  'open-data-change': question('一般信息变更', {
    item: choice('拟变更的项目', {
      CONTACT: '家庭住址、联系电话',
      GUARDIAN: '监护人信息',
      PHOTO: '照片',
      CLASS_GROUP: '班级',
      KEY: '姓名、身份证件号等关键数据',
    }),
    photoFound: optional(flag('已找到本人照片')),
  }),
  /** What does the student's file hold, who keeps it, and what may leave it? */
  'student-file': question('学生学籍档案', {
    parts: choices('已有内容', FILE_PARTS),
    media: optional(choices('现有档案', FILE_MEDIA)),
    keeper: optional(choice('纸质档案保管', FILE_KEEPERS)),
    furtherSetBy: optional(choice('其他归档材料由谁规定', SUPERVISORS)),
    removed: optional(number('拟撤出的归档材料', '份')),
    schoolPapers: optional(choices('校定归档材料', SCHOOL_PAPERS)),
  }),
  /** Does the school's own file hold all its kinds, for good? */
  'school-file': question('学校学籍档案', {
    kinds: optional(choices('已归档种类', SCHOOL_FILE_KINDS)),
    removed: optional(number('拟撤出的归档材料', '份')),
    /** Where the proof of a change was filed; absent where no change is asked about. */
    proofFiledIn: optional(choices('变动证明已归入', { SCHOOL: '学校学籍档案', STUDENT: '学生学籍档案' })),
  }),
  /** Does the file follow the student in time, and does the next school go on with it? */
  'file-hand-over': questionOfTwoPlaces('档案转接', {
    reason: choice('转接事由', { TRANSFER: '转学', STAGE_UP: '升学' }),
    /** The stage at the receiving school. */
    stage: choice('转入学段', STAGES),
    completedOn: day('学籍转接手续办结日期'),
    /** Absent while the file has not gone. */
    handedOverOn: optional(day('档案转出日期')),
    kept: optional(choices('转出学校留存', FILE_COPIES)),
    enteredOn: optional(day('升学入学日期')),
    authorityApproved: optional(flag('学籍主管部门已核准转学')),
    continued: optional(choice('转入学校建档', { RECEIVED: '以收到的档案接续', BLANK: '另起新档' })),
  }),
  /** Where do students and files go when a school is merged into another? */
  merger: question('学校合并', {
    filesTo: choice('学籍档案移交', FILES_RECEIVERS),
    requestedByTownship: optional(flag('乡镇管理员已提出合并请求')),
    approvedByCounty: optional(flag('县级管理员已审核')),
    numbersKept: optional(flag('学籍号保持不变')),
  }),
  /** Who takes the files of a school that is closed? */
  closure: question('学校撤销', {
    belongedTo: choice('原学校隶属', SUPERVISORS),
    countyNamed: flag('县级教育行政部门已指定接管单位'),
    ownerProposed: optional(flag('原隶属部门已提出接管单位')),
  }),
  /** Is a student recognised as poor by the right people? */
  'poverty-recognition': question('贫困生认定', {
    act: choice('事项', { RECOGNISE: '认定', REMOVE: '取消' }),
    appliedFor: flag('学籍管理员已提出申请'),
    reviewed: flag('审批单位已审核'),
  }),
};
