/** 参加考试、考核: students take the examinations and assessments that there are. */
import { allow, cite, rule, weigh } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const taken = { stage: 'SENIOR', kind: 'FINAL', takesPart: true, graduating: false } as const;

export const assessmentTaken = rule('assessment')({
  id: 'assessment-taken',
  title: '参加考试、考核',
  basis: cite(measures, '第二十三条', 'SC-23.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ takesPart }) => (takesPart ? allow() : weigh('NOT_TAKEN')),
  sentences: {
    COMPLIES: '学生按规定参加考试、考核',
    NOT_TAKEN: '学生在校期间应按规定参加考试、考核，本次未参加',
  },
  remedies: { NOT_TAKEN: '写明未参加的原因，按规定安排补考' },
  examples: [
    { name: 'taken', facts: taken, expect: 'COMPLIES' },
    { name: 'not taken', facts: { ...taken, takesPart: false }, expect: 'NOT_TAKEN' },
  ],
});
