/** 考籍号的编排式: the province's annex gives it; it is not transcribed, so the authority enters it from its notice. */
import { allow, cite, leftOpen, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const asked = { kind: 'EXAM', stage: 'SENIOR' } as const;
const pattern = '{area:4}{year:2}{school:2}{serial:4}';

export const examNumberForm = rule('number-form')({
  id: 'exam-number-form',
  title: '考籍号的编排式',
  basis: cite(measures, '第十八条', 'SC-18.5'),
  force: 'MUST',
  parameters: { pattern: leftOpen<string>('ONCE', '考籍号编排式（附件1编号规则）') },
  decide: ({ kind, stage }, law) =>
    kind === 'EXAM' && stage === 'SENIOR' ? allow('FORM', { pattern: law.pattern, within: 'PLACE' }) : silent,
  sentences: { FORM: '考籍号按{pattern}编制' },
  examples: [
    { name: 'entered from the notice', with: { pattern }, facts: asked, expect: 'FORM' },
    { name: 'not entered yet', facts: asked, expect: 'PARAMETER_NOT_SET' },
    { name: 'a junior student', with: { pattern }, facts: { ...asked, stage: 'JUNIOR' }, expect: 'NONE' },
    { name: 'another kind of number', with: { pattern }, facts: { ...asked, kind: 'LOCAL' }, expect: 'NONE' },
  ],
});
