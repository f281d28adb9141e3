/** 转学之问: transfers, between two places or within one, and where a child may sit. */
import { PARTIES } from '../requirement.ts';
import { STAGES } from './choices.ts';
import { choice, choices, day, flag, number, optional, question, questionOfTwoPlaces } from './fact.ts';

/** 转学事由, told apart as finely as the strictest text does: Shanxi asks that household and home have both moved. */
export const TRANSFER_GROUNDS = {
  HOUSEHOLD_MOVED: '户籍迁移',
  RESIDENCE_MOVED: '居住地迁移',
  HOUSEHOLD_AND_RESIDENCE_MOVED: '户籍和居住地都已迁移',
  MIGRANT_WORK: '父母外来务工',
  JOB_MOVED: '父母工作调动',
  WITH_RELATIVES: '父母因公出国、支边或服役，投靠亲属',
  OTHER: '其他特殊情况',
  NONE: '无正当理由',
} as const;
export type TransferGround = keyof typeof TRANSFER_GROUNDS;

/** 迁移范围, from near to far. */
export const MOVES = {
  WITHIN_SCHOOL_DISTRICT: '同一学区或乡镇内',
  WITHIN_COUNTY: '同县跨学区或乡镇',
  WITHIN_URBAN_AREA: '同城区内跨县（市、区）',
  ACROSS_COUNTIES: '同市跨县（市、区）',
  ACROSS_CITIES: '同省跨市',
  ACROSS_PROVINCES: '跨省',
} as const;
export type Move = keyof typeof MOVES;

/** 转学材料, those of all texts together: each text asks for some. */
export const TRANSFER_PAPERS = {
  FORM: '转学申请表',
  IDENTITY: '学生有效身份证',
  HOUSEHOLD_REGISTER: '户口簿',
  BASIC_SHEET: '转出学校打印的学生基本信息表',
  EVIDENCE: '转学事由的证明材料',
  PROPERTY: '转入地房产证明（房产证或购房有效票据）',
  REGISTRATION_CERTIFICATE: '原学籍所在学校的学籍证明',
  PROFICIENCY: '省级学业水平考试证明',
  SEALED_IMAGE: '学校盖章的转学申请表影像',
  TRANSFER_CERTIFICATE: '转学证明',
  ACCEPTANCE_LETTER: '转入学校接收函',
  AUTHORITY_OPINION: '教育主管部门意见',
  STUDENT_FILE: '学生档案',
  STAMPED_RECEIPT: '转入学校盖章的转学回执',
  PAPER_APPROVAL_FORM: '纸质转学审批表',
} as const;
export type TransferPaper = keyof typeof TRANSFER_PAPERS;

/** 拒收理由. */
export const REFUSAL_REASONS = {
  CONDITIONS_NOT_MET: '不符合入学或转学条件',
  PLAN_FULL: '招生计划已满',
  CLASS_FULL: '班额已满',
  TEST_FAILED: '入学考试或考核未通过',
  CONDUCT: '品德表现',
  DRESS: '着装打扮',
  TRIAL_FAILED: '试读不合格',
  NOT_REGISTERED: '没有学籍或学籍有问题',
  NOT_ARRIVED: '学籍未转到',
  WAS_ON_LEAVE: '曾经休学或留级',
  PAPERS_OR_FILE_MISSING: '手续或档案不全',
  UNSTATED: '未说明理由',
} as const;
export type RefusalReason = keyof typeof REFUSAL_REASONS;

const { RECEIVING_SCHOOL, RECEIVING_AUTHORITY, SENDING_SCHOOL, SENDING_AUTHORITY } = PARTIES;
const { AUTHORITY, CENTRE_SCHOOL, CITY } = PARTIES;
const SCHOOLS = { RECEIVING_SCHOOL, SENDING_SCHOOL } as const;
const HANDLERS = { ...SCHOOLS, RECEIVING_AUTHORITY, SENDING_AUTHORITY, AUTHORITY, CENTRE_SCHOOL, CITY } as const;
const RANKS = { ORDINARY: '一般普通高中', MODEL: '省级示范高中', VOCATIONAL: '中等职业学校' } as const;
const FOUNDERS = { PUBLIC: '公办', PRIVATE: '民办' } as const;

export const transferQuestions = {
  /** May this student go on at another school now, with which papers, through whose hands, until when? */
  transfer: questionOfTwoPlaces('转学', {
    stage: choice('学段', STAGES),
    grade: number('现就读年级'),
    targetGrade: number('转入年级'),
    lastGrade: flag('现就读毕业年级'),
    ground: choice('转学事由', TRANSFER_GROUNDS),
    moved: optional(choice('迁移范围', MOVES)),
    schools: choice('两校所在', {
      SAME_COUNTY: '同一县（市、区）',
      SAME_URBAN_AREA: '同城区跨县（市、区）',
      SAME_CITY: '同市跨县（市、区）',
      SAME_PROVINCE: '同省跨市',
      OTHER_PROVINCE: '跨省',
    }),
    forTerm: choice('转入学期', { RUNNING: '本学期', NEXT: '下学期' }),
    termStart: day('本学期开学日期'),
    termEnd: day('本学期结束日期'),
    guardianApplies: flag('监护人已提出书面申请'),
    onLeave: flag('正在休学'),
    underSanction: flag('受处分未撤销'),
    /** Absent where nobody has looked at the papers yet: then they are listed and not found missing. */
    papers: optional(choices('已备材料', TRANSFER_PAPERS)),
    appliedAt: optional(choice('向哪所学校申请', SCHOOLS)),
    openedBy: optional(choice('由哪所学校在学籍系统发起', SCHOOLS)),
    schoolAtNewPlace: optional(flag('转入学校在新户籍地或务工地')),
    fromSchool: optional(choice('转出学校类别', RANKS)),
    toSchool: optional(choice('转入学校类别', RANKS)),
    fromFounder: optional(choice('转出学校办学性质', FOUNDERS)),
    toFounder: optional(choice('转入学校办学性质', FOUNDERS)),
    privateSchoolThere: optional(flag('转入地有民办高中')),
    proficiencyExamTaken: optional(flag('已在当地参加普通高中学业水平考试')),
    enteredOn: optional(day('入学日期')),
    kilometres: optional(number('住家到学校', '公里')),
    stops: optional(number('住家到学校', '站')),
    route: optional(choice('同县转学去向', { TOWN_TO_URBAN: '乡镇转往城区', BETWEEN_TOWNS: '乡镇之间' })),
    specialSchool: optional(
      choice('特殊情形', { INCLUSIVE: '特教学校与随班就读之间', WORK_STUDY: '进入工读学校就读' }),
    ),
    registrationAgreed: optional(flag('原学校与监护人已商定学籍去留')),
    cameFromHere: optional(flag('曾从转入学校转出')),
    sameClassGroup: optional(flag('回原班级')),
  }),
  /** May this party act on a transfer now, and is it in time? */
  'transfer-step': question('转学核办顺序', {
    actor: choice('办理方', HANDLERS),
    done: choices('已办的各方', HANDLERS),
    sameAuthority: flag('两校同属一个主管部门'),
    /** The day on which the case came to the party, or on which it agreed where the text counts from there. */
    since: optional(day('时限起算日')),
  }),
  /** May somebody else do what a party leaves undone? */
  'forced-step': question('强制办理', {
    by: choice('强制办理方', {
      HIGHER_AUTHORITY: '上级教育行政部门',
      SYSTEM: '学籍系统',
      COUNTERPART: '对方学校或同级主管部门',
    }),
    since: day('时限起算日'),
    againstConditions: flag('未按规定条件办理'),
    special: flag('特殊情况需统筹安排'),
  }),
  /** May a school refuse this child with this reason? */
  'transfer-refusal': question('拒收理由', {
    stage: choice('学段', STAGES),
    matter: choice('事项', { ENTRY: '新生入学', TRANSFER: '转学' }),
    reason: choice('理由', REFUSAL_REASONS),
    entitled: flag('属应准予转学的情形且已有证明'),
    arranged: flag('由教育主管部门安排'),
  }),
  /** May a child sit in a class group here? */
  intake: question('接收就读', {
    registeredElsewhere: flag('学籍在别校'),
    transfer: choice('转学办理', { NONE: '未发起', OPENED: '已发起，限期办结', APPROVED: '已核办同意' }),
    guestStudyApproved: flag('借读已批准'),
    exception: optional(
      choice('例外情形', {
        INCLUSIVE: '普通学校接收特教学校学生随班就读',
        SPECIAL_SCHOOL: '特殊教育学校接收',
        WORK_STUDY: '工读学校接收',
      }),
    ),
  }),
  /** What does a school have families sign and bring before it lets a student go or takes one? */
  'school-papers': question('转学校内手续', {
    direction: choice('方向', { OUT: '转出', IN: '转入' }),
    demanded: choices('学校要求的材料', TRANSFER_PAPERS),
    signedBy: optional(
      choices('已签字', {
        STUDENT: '学生本人',
        GUARDIAN: '家长',
        CLASS_TEACHER: '班主任',
        MORAL_EDUCATION: '政教主任',
        VICE_PRINCIPAL: '主管校长',
      }),
    ),
    conditionsMet: optional(flag('符合转学条件')),
  }),
  /** May a whole class group be moved at once? */
  'whole-class-transfer': question('整班转学', {
    operator: choice('操作人', { TOWNSHIP_REGISTRAR: '乡镇学籍管理员', SCHOOL_REGISTRAR: '学校学籍管理员' }),
    movesUp: flag('低年级升入高年级'),
    toCentrePrimary: flag('整体转入中心小学'),
  }),
};
