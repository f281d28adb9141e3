/** 留级跳级: in principle for disabled students only; in senior school where one truly cannot follow. */
import { allow, cite, fixed, type PartyName, paper, rule, silent, step, weigh } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const asked = {
  kind: 'RETENTION',
  stage: 'JUNIOR',
  lastGrade: false,
  initiatedBy: 'FAMILY',
  disabled: true,
  outstanding: false,
  cannotFollow: false,
  crossesStage: false,
  sameSchool: true,
} as const;
const senior = { ...asked, stage: 'SENIOR', disabled: false, cannotFollow: true } as const;
const REMEDY = '随班就读并补课；确有必要的写明理由，由教育行政部门酌定';

/** 原则上不允许: anybody else needs the authority's written reason. */
export const gradeChange = rule('grade-change')({
  id: 'grade-change-compulsory',
  title: '义务教育阶段留级、跳级',
  basis: cite(measures, '第二十四条', 'SC-24.1'),
  force: 'PRINCIPLE',
  parameters: {},
  decide: ({ stage, disabled }) => {
    if (stage === 'SENIOR') return silent;
    return disabled ? allow() : weigh('NOT_DISABLED', {}, 'PRINCIPLE');
  },
  sentences: {
    COMPLIES: '残疾学生，可以留级或跳级',
    NOT_DISABLED: '义务教育阶段除残疾学生外，原则上不允许留级和跳级',
  },
  remedies: { NOT_DISABLED: REMEDY },
  examples: [
    { name: 'a disabled student', facts: asked, expect: 'COMPLIES' },
    { name: 'another student', facts: { ...asked, disabled: false }, expect: 'NOT_DISABLED' },
    { name: 'senior is no question', facts: senior, expect: 'NONE' },
  ],
});

/** 一般不予. Where somebody truly cannot follow, on the province's form, with school and authority. */
export const seniorGradeChange = rule('grade-change')({
  id: 'grade-change-senior',
  title: '普通高中留级、跳级',
  basis: cite(measures, '第二十四条', 'SC-24.2', 'SC-24.3'),
  force: 'PRINCIPLE',
  parameters: {
    chain: fixed<readonly PartyName[]>(['SCHOOL', 'AUTHORITY'], 'NEVER', '普通高中留级跳级的审批环节'),
  },
  decide: ({ stage, cannotFollow, papers }) => {
    if (stage !== 'SENIOR') return silent;
    if (!cannotFollow) return weigh('NO_GROUND', {}, 'PRINCIPLE');
    return papers && !papers.includes('FORM') ? weigh('NO_FORM') : allow();
  },
  requires: ({ stage }, law) =>
    stage === 'SENIOR'
      ? [
          paper('GUARDIAN', '四川省中小学生留级跳级申请表（附件4）'),
          ...law.chain.map((by) => step(by, by === 'SCHOOL' ? '审核同意' : '批准留级或跳级')),
        ]
      : [],
  sentences: {
    COMPLIES: '确因特殊情况无法跟班学习，经学校同意、教育行政部门批准后办理',
    NO_GROUND: '普通高中学生一般不予留级和跳级',
    NO_FORM: '缺留级跳级申请表',
  },
  remedies: { NO_GROUND: REMEDY, NO_FORM: '由学生及监护人填写申请表后再报' },
  examples: [
    {
      name: 'cannot follow',
      facts: senior,
      expect: 'COMPLIES',
      requires: ['四川省中小学生留级跳级申请表（附件4）', '审核同意', '批准留级或跳级'],
    },
    { name: 'the form is there', facts: { ...senior, papers: ['FORM'] }, expect: 'COMPLIES' },
    { name: 'the form is not there', facts: { ...senior, papers: ['APPLICATION'] }, expect: 'NO_FORM' },
    { name: 'no ground', facts: { ...senior, cannotFollow: false }, expect: 'NO_GROUND' },
    { name: 'junior is no question', facts: asked, expect: 'NONE', requires: [] },
  ],
});
