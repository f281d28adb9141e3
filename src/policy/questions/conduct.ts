/** 奖惩之问: discipline and its revocation, awards, and assessments. */
import { APPROVERS, STAGES } from './choices.ts';
import { choice, choices, day, flag, number, optional, question } from './fact.ts';

/** 处分种类, from the lightest; being told to leave is no kind anywhere, but schools have used it. */
export const DISCIPLINES = {
  WARNING: '警告',
  SERIOUS_WARNING: '严重警告',
  DEMERIT: '记过',
  PROBATION: '留校察看',
  EXPULSION: '开除学籍',
  ORDERED_WITHDRAWAL: '勒令退学',
} as const;
export type Discipline = keyof typeof DISCIPLINES;

/** 违纪事由. */
export const DISCIPLINE_GROUNDS = {
  CODE: '违反学生守则、日常行为规范',
  SCHOOL_RULES: '违反校规校纪',
  PUBLIC_SECURITY: '违反治安管理规定',
  OTHER: '成绩、家庭等其他原因',
} as const;
export type DisciplineGround = keyof typeof DISCIPLINE_GROUNDS;

/** 决定处分的会议. */
export const MEETINGS = { SCHOOL_AFFAIRS: '校务会', ADMINISTRATIVE: '行政会议', OTHER: '其他会议或个人' } as const;
export type Meeting = keyof typeof MEETINGS;

/** 奖励、处分的级别: who gave it. */
export const LEVELS = { CLASS: '班级', SCHOOL: '校级', ABOVE_SCHOOL: '校级以上' } as const;
export type Level = keyof typeof LEVELS;

/** 奖励类别. */
export const AWARDS = { ACADEMIC: '学科类', TITLE: '荣誉称号', ACTIVITY: '活动类' } as const;
export type Award = keyof typeof AWARDS;

/** 校内审核奖励的部门. */
export const AWARD_REVIEWERS = { ACADEMIC_OFFICE: '教务处主任', MORAL_OFFICE: '政教处', YOUTH_LEAGUE: '团委' } as const;
export type AwardReviewer = keyof typeof AWARD_REVIEWERS;

/** 批准奖励的校领导. */
export const AWARD_APPROVERS = { TEACHING_HEAD: '教学校长', MORAL_HEAD: '德育校长' } as const;
export type AwardApprover = keyof typeof AWARD_APPROVERS;

/** 考核种类. */
export const ASSESSMENTS = {
  MONTHLY: '月考（小考）',
  MIDTERM: '期中考试',
  FINAL: '期末考试',
  CREDITS: '学分认定',
  QUALITY: '综合素质评价',
  PROFICIENCY: '学业水平考试',
  SPORT: '体育合格标准',
  PRACTICE: '社会实践活动',
} as const;
export type Assessment = keyof typeof ASSESSMENTS;

export const conductQuestions = {
  /** May this student be disciplined so, and what has to be done for it? */
  discipline: question('处分', {
    stage: choice('学段', STAGES),
    kind: choice('拟给予的处分', DISCIPLINES),
    grounds: choices('违纪事由', DISCIPLINE_GROUNDS),
    educated: flag('经教育仍不改正'),
    level: choice('处分级别', LEVELS),
    /** Absent where no meeting has decided yet. */
    decidedBy: optional(choice('作出决定的会议', MEETINGS)),
    probationMonths: optional(number('留校察看期限', '个月')),
    /** Who has approved an expulsion, or reviewed and recorded it. */
    approvedBy: optional(choice('已审查或批准的机关', APPROVERS)),
  }),
  /** Is it time to revoke the discipline, and what becomes of its papers? */
  'discipline-revocation': question('撤销处分', {
    stage: choice('学段', STAGES),
    kind: choice('原处分', DISCIPLINES),
    progress: flag('深刻认识错误，有明显进步'),
    givenOn: day('处分日期'),
  }),
  /** Who gives an award, and is it filed? */
  award: question('奖励', {
    stage: choice('学段', STAGES),
    category: choice('奖励类别', AWARDS),
    level: choice('奖励级别', LEVELS),
    proposedByTeacher: optional(flag('由班主任或有关教师提出')),
    reviewedBy: optional(choice('已审核的部门', AWARD_REVIEWERS)),
    approvedBy: optional(choice('已批准的校领导', AWARD_APPROVERS)),
  }),
  /** Has this student earned the award that graduates get for several years in a row? */
  'graduation-award': question('毕业生荣誉', {
    stage: choice('学段', STAGES),
    meritYears: number('连续评为三好学生', '年'),
  }),
  /** What does an assessment need, and where do its results go? */
  assessment: question('考试、考核', {
    stage: choice('学段', STAGES),
    kind: choice('考核种类', ASSESSMENTS),
    /** Does the student take part? */
    takesPart: flag('学生参加'),
    graduating: flag('毕业终结性评价'),
    wholeSchool: optional(flag('全部学生参加所有科目')),
  }),
};
