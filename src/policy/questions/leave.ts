/** 休学之问: leave, its extension, its end, and what becomes of one that nobody ends; guest study; leave of absence. */
import { PARTIES } from '../requirement.ts';
import { STAGES } from './choices.ts';
import { choice, choices, day, flag, number, optional, question } from './fact.ts';

export const LEAVE_REASONS = {
  ILLNESS: '伤病',
  INFECTIOUS: '传染病',
  ABSENCE: '连续请假',
  FORCE_MAJEURE: '本人不可抗力',
  OTHER: '其他特殊原因',
} as const;
export type LeaveReason = keyof typeof LEAVE_REASONS;

/** 医疗单位级别, from the lowest to the highest. */
export const HOSPITALS = {
  NONE: '没有证明',
  BELOW_COUNTY: '县级以下医疗单位',
  COUNTY: '县级医疗单位',
  CITY: '市级以上医疗单位',
} as const;
export type Hospital = keyof typeof HOSPITALS;

export const HOSPITAL_PAPERS = {
  RECEIPT: '住院收据',
  RECORD_COPY: '住院病历复印件',
  ORIGINAL_RECORD: '原始病历',
} as const;
export type HospitalPaper = keyof typeof HOSPITAL_PAPERS;

/** 其他证明: OFFICE is a proof of police, civil affairs or labour departments at county level or above. */
export const OTHER_PROOFS = {
  NONE: '没有证明',
  OFFICE: '县级以上公安、民政、劳动等部门证明',
  OTHER: '其他相关证明',
} as const;
export type OtherProof = keyof typeof OTHER_PROOFS;

export const GUEST_REASONS = {
  PARENTS_ABROAD: '父母双方出国工作',
  FIELD_WORK: '父母双方长期从事野外或流动性工作',
  BORDER_SUPPORT: '父母双方支援边疆建设且当地就读有困难',
  BORDER_TROOPS: '边防指战员子女',
  MARTYR: '烈士子女',
  OVERSEAS_CHINESE: '华侨子女',
  RETURNED_CHINESE: '归侨子女',
  HONG_KONG_MACAO: '港澳同胞子女',
  TAIWAN: '台湾同胞子女',
  FOREIGN_EXPERT: '在本省工作的外籍专家子女',
  MIGRANT: '进城务工人员随迁子女',
  OTHER: '其他特殊情况',
} as const;
export type GuestReason = keyof typeof GUEST_REASONS;

const { SCHOOL, GUEST_SCHOOL, REGISTERED_SCHOOL, CENTRE_SCHOOL, AUTHORITY, COUNTY, CITY } = PARTIES;
const { CLASS_TEACHER, MORAL_OFFICE, ACADEMIC_OFFICE, VICE_PRINCIPAL, PRINCIPAL } = PARTIES;
const agreed = optional(choices('已同意或批准的各方', { SCHOOL, CENTRE_SCHOOL, AUTHORITY, COUNTY, CITY }));
const hospital = optional(choice('出具证明的医疗单位', HOSPITALS));
const otherProof = optional(choice('其他证明', OTHER_PROOFS));
const reason = choice('休学原因', LEAVE_REASONS);
const stage = choice('学段', STAGES);

export const leaveQuestions = {
  /** May the student stop attending for a time and keep the registration? */
  leave: question('休学', {
    stage,
    graduatingGrade: flag('就读毕业年级'),
    reason,
    orderedBySchool: flag('由学校提出令其休学'),
    termHours: optional(number('本学期总学时', '学时')),
    /** To be missed for treatment and rest, or missed already by leave without a break. */
    hoursMissed: optional(number('需停课休养或已连续请假', '学时')),
    leaveWeeks: optional(number('本学期病假事假累计', '周')),
    hardToFollow: optional(flag('跟班学习有困难')),
    absentSince: optional(day('连续缺课起始日')),
    beginsOn: optional(day('休学起始日')),
    endsOn: optional(day('休学期满日')),
    hospital,
    hospitalPapers: optional(choices('住院和病历材料', HOSPITAL_PAPERS)),
    otherProof,
    gradeSize: optional(number('同年级学生', '人')),
    gradeOnLeave: optional(number('同年级休学学生，含本人', '人')),
    agreed,
  }),
  /** May a leave go on after its end? */
  'leave-extension': question('延长休学', {
    stage,
    reason,
    beganOn: day('休学起始日，连续休学的从首次起'),
    endsOn: day('本次休学期满日'),
    until: day('申请休学至'),
    hospital,
    otherProof,
    agreed,
  }),
  /** May the student come back, when, and into which grade? */
  return: question('复学', {
    stage,
    reason,
    beganOn: day('休学起始日'),
    endsOn: day('休学期满日'),
    returnsOn: day('复学日期'),
    gradeBefore: number('休学前年级'),
    gradeWanted: optional(number('申请就读年级')),
    hospital,
    leaveCertificate: optional(flag('持有休学证明')),
    agreed,
  }),
  /** What becomes of a leave that has run out while the student stays away? */
  'leave-expired': question('休学期满未复学', {
    stage,
    endsOn: day('休学期满日'),
    extensionRequested: flag('已申请继续休学'),
    /** The day of the school's urging that had no effect; absent where it has not urged yet. */
    urgedOn: optional(day('学校督促复学而无效的日期')),
  }),
  /** May the student study at another school than that of the registration, which stays where it is? */
  'guest-study': question('借读', {
    stage,
    graduatingGrade: flag('就读毕业年级'),
    reason: choice('借读原因', GUEST_REASONS),
    monthsAbroad: optional(number('父母出国工作', '个月')),
    seat: optional(flag('借读学校有学位')),
    gradeRegistered: number('学籍所在年级'),
    gradeThere: number('借读年级'),
    secondRegistration: flag('借读学校另建学籍'),
    /** Where the last exams are taken and who gives the certificates. */
    endsAt: optional(choice('毕业考试和证书', { REGISTERED: '由学籍所在学校办理', GUEST: '由借读学校办理' })),
    termStart: optional(day('本学期开学日期')),
    agreed: optional(
      choices('已同意或批准的各方', {
        GUEST_SCHOOL,
        REGISTERED_SCHOOL,
        CENTRE_SCHOOL,
        AUTHORITY,
        COUNTY,
      }),
    ),
  }),
  /** Where is a disabled child, or one at a special school, registered? */
  'special-education': question('特殊教育', {
    stage,
    way: choice('就读方式', {
      HOME_DELIVERY: '送教上门',
      SPECIAL_SCHOOL: '特殊教育学校',
      INCLUSIVE: '普通学校随班就读',
      WORK_STUDY: '专门学校（工读学校）',
    }),
    ableToFollow: optional(flag('具有接受普通教育的能力')),
    registeredAt: optional(
      choice('学籍所在', {
        HOME_DELIVERY_SCHOOL: '承担送教上门的学校',
        SCHOOL_BEFORE: '原学校',
        SCHOOL_ATTENDED: '就读学校',
      }),
    ),
    agreementRecorded: optional(flag('原学校与监护人已商定学籍去留并留有记录')),
  }),
  /** Who in the school lets a student stay away for some days? */
  'leave-of-absence': question('请假', {
    stage,
    days: number('请假', '天'),
    reason: choice('请假原因', { ILLNESS: '因病', PERSONAL: '因事' }),
    guardianProof: optional(flag('有家长证明')),
    diagnosis: optional(flag('有医院诊断书')),
    approvedBy: optional(choice('准假人', { CLASS_TEACHER, MORAL_OFFICE, ACADEMIC_OFFICE, VICE_PRINCIPAL, PRINCIPAL })),
  }),
  /** May the student go home while school is on? */
  'leaving-during-school': question('在校期间临时离校', {
    stage,
    guardianCalled: flag('班主任已与家长电话联系'),
    slipSigned: flag('假条已由班主任签署'),
  }),
  /** What does staying away count as? */
  absence: question('缺勤认定', {
    stage,
    since: day('未到校起始日'),
    atTermStart: flag('开学未报到'),
    askedLeave: flag('已办请假手续'),
    leaveUntil: optional(day('准假至')),
  }),
};
