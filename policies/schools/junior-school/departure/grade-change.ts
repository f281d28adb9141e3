/** 留级跳级: the principal's meeting may let a single student do a grade again; the district decides on skipping. */
import {
  allow,
  type Citation,
  fixed,
  type PartyName,
  rule,
  silent,
  step,
  weigh,
} from '../../../../src/policy/index.ts';

const asked = {
  kind: 'RETENTION',
  stage: 'JUNIOR',
  lastGrade: false,
  initiatedBy: 'FAMILY',
  disabled: false,
  outstanding: false,
  cannotFollow: true,
  crossesStage: false,
  sameSchool: true,
} as const;
const gifted = { ...asked, kind: 'SKIPPING', outstanding: true, cannotFollow: false } as const;

/** 原则上不实行: single cases, few of them. Where the law above forbids it, that stands. */
export const retentionByMeeting = (basis: Citation) =>
  rule('grade-change')({
    id: 'retention-by-meeting',
    title: '个别学生留级',
    basis,
    force: 'PRINCIPLE',
    letThroughBy: 'PRINCIPAL',
    parameters: {},
    decide: ({ kind }) => (kind === 'RETENTION' ? weigh('IN_PRINCIPLE_NOT', {}, 'PRINCIPLE') : silent),
    requires: ({ kind }) => (kind === 'RETENTION' ? [step('PRINCIPAL', '校长办公会审核批准，严格控制人数')] : []),
    sentences: { IN_PRINCIPLE_NOT: '义务教育原则上不留级，个别确需留级的由校长办公会审核批准' },
    remedies: { IN_PRINCIPLE_NOT: '写明确需留级的情况，提交校长办公会' },
    examples: [
      {
        name: 'a grade again',
        facts: asked,
        expect: 'IN_PRINCIPLE_NOT',
        requires: ['校长办公会审核批准，严格控制人数'],
      },
      { name: 'skipping is no question', facts: gifted, expect: 'NONE', requires: [] },
    ],
  });

const WHAT: Partial<Record<PartyName, string>> = {
  GUARDIAN: '学生和家长申请',
  CLASS_TEACHER: '班主任、任课教师研究提出',
  SCHOOL: '同意',
  COUNTY: '审批跳级',
};

/** 一般在学年度开始时: at another time of the year is for the district to weigh. */
export const skippingOfGifted = (basis: Citation) =>
  rule('grade-change')({
    id: 'skipping-of-gifted',
    title: '个别学生跳级',
    basis,
    force: 'PRINCIPLE',
    letThroughBy: 'COUNTY',
    parameters: {
      chain: fixed<readonly PartyName[]>(['GUARDIAN', 'CLASS_TEACHER', 'SCHOOL', 'COUNTY'], 'NEVER', '跳级的审批环节'),
    },
    decide: ({ kind, outstanding, startsWithSchoolYear }) => {
      if (kind !== 'SKIPPING') return silent;
      if (!outstanding) return weigh('NOT_GIFTED', {}, 'PRINCIPLE');
      return startsWithSchoolYear === false ? weigh('WITHIN_THE_YEAR', {}, 'PRINCIPLE') : allow();
    },
    requires: ({ kind }, law) => (kind === 'SKIPPING' ? law.chain.map((by) => step(by, WHAT[by] ?? '审核')) : []),
    sentences: {
      COMPLIES: '智力超常、各科优秀，报区教育行政部门审批后，学年开始时到新班',
      NOT_GIFTED: '跳级只限个别智力超常、各科成绩优秀的学生',
      WITHIN_THE_YEAR: '跳级生一般在学年开始时到新的班级学习',
    },
    remedies: {
      NOT_GIFTED: '由班主任、任课教师研究并写明确有条件跳级的情况',
      WITHIN_THE_YEAR: '改在学年开始时编入，或写明理由',
    },
    examples: [
      {
        name: 'gifted',
        facts: gifted,
        expect: 'COMPLIES',
        requires: ['学生和家长申请', '班主任、任课教师研究提出', '同意', '审批跳级'],
      },
      { name: 'not gifted', facts: { ...gifted, outstanding: false }, expect: 'NOT_GIFTED' },
      { name: 'within the year', facts: { ...gifted, startsWithSchoolYear: false }, expect: 'WITHIN_THE_YEAR' },
      { name: 'retention is no question', facts: asked, expect: 'NONE', requires: [] },
    ],
  });
