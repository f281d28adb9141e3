/** 考籍号: who gives the number of the proficiency examinations, and when the old one is cancelled. */
import { allow, type Citation, cite, deny, fixed, rule, silent, step, worded } from '../../../src/policy/index.ts';
import { NUMBER_ISSUERS, type NumberEvent, type NumberIssuer } from '../../../src/policy/questions/registration.ts';
import { measures } from '../instruments.ts';

const CODED = '按编号规则（附件1）编制考籍号';
const RENEWED = '注销原考籍号，重新编制';

const entrant = { kind: 'EXAM', stage: 'SENIOR', event: 'ENTRY', renewed: true, issuedBy: 'CITY' } as const;

/** The coding rule of annex 1 is not transcribed: the form of the number is not checked. */
const examNumber = rule('secondary-number')({
  id: 'exam-number',
  title: '学业水平考试考籍号',
  basis: cite(measures, '第十八条', 'SC-18.5'),
  force: 'MUST',
  parameters: { issuer: worded(fixed<NumberIssuer>('CITY', 'NEVER', '考籍号的编制单位'), NUMBER_ISSUERS) },
  decide: ({ kind, stage, renewed, issuedBy }, law) => {
    if (kind !== 'EXAM') return silent;
    const facts = { words: NUMBER_ISSUERS[law.issuer] };
    if (stage !== 'SENIOR') return deny('SENIOR_ONLY', facts);
    return renewed && issuedBy !== law.issuer ? deny('OTHER_ISSUER', facts) : allow('COMPLIES', facts);
  },
  requires: ({ kind, stage, event }) =>
    kind === 'EXAM' && stage === 'SENIOR' && event === 'ENTRY' ? [step('CITY', CODED)] : [],
  sentences: {
    COMPLIES: '考籍号由{words}编制',
    OTHER_ISSUER: '考籍号由{words}按省教育厅的编号规则编制',
    SENIOR_ONLY: '考籍号只编给普通高中学生',
  },
  remedies: {
    OTHER_ISSUER: '报{words}编制',
    SENIOR_ONLY: '升入普通高中后再编',
  },
  examples: [
    { name: 'an entrant, by the city', facts: entrant, expect: 'COMPLIES', requires: [CODED] },
    { name: 'by the school', facts: { ...entrant, issuedBy: 'SCHOOL' }, expect: 'OTHER_ISSUER' },
    {
      name: 'kept on promotion',
      facts: { kind: 'EXAM', stage: 'SENIOR', event: 'PROMOTION', renewed: false },
      expect: 'COMPLIES',
      requires: [],
    },
    { name: 'junior', facts: { ...entrant, stage: 'JUNIOR' }, expect: 'SENIOR_ONLY', requires: [] },
    { name: 'another kind of number', facts: { ...entrant, kind: 'SCHOOL' }, expect: 'NONE', requires: [] },
  ],
});

/** One event with its own article: does the student get a new number by it, or keep the old one? */
function examNumberAt(id: string, basis: Citation, event: NumberEvent, words: string, newNumber: boolean) {
  const right = { ...entrant, event, renewed: newNumber };
  return rule('secondary-number')({
    id,
    title: `${words}后的考籍号`,
    basis,
    force: 'MUST',
    parameters: { newNumber: fixed(newNumber, 'NEVER', `${words}后重新编制考籍号`) },
    decide: (given, law) => {
      if (given.kind !== 'EXAM' || given.stage !== 'SENIOR' || given.event !== event) return silent;
      if (given.renewed === law.newNumber) return allow('COMPLIES', { words });
      return deny(law.newNumber ? 'MUST_BE_RENEWED' : 'MUST_BE_KEPT', { words });
    },
    requires: (given, law) =>
      given.kind === 'EXAM' && given.stage === 'SENIOR' && given.event === event && law.newNumber
        ? [step('CITY', RENEWED)]
        : [],
    sentences: newNumber
      ? {
          COMPLIES: '{words}后原考籍号注销，已重新编制',
          MUST_BE_RENEWED: '{words}后原考籍号注销，由市级教育行政部门重新编制',
        }
      : { COMPLIES: '{words}的，考籍号不变', MUST_BE_KEPT: '{words}的，考籍号不变，不重新编制' },
    remedies: newNumber ? { MUST_BE_RENEWED: '报市级教育行政部门重新编制' } : { MUST_BE_KEPT: '沿用原考籍号' },
    examples: [
      { name: 'as the text says', facts: right, expect: 'COMPLIES', requires: newNumber ? [RENEWED] : [] },
      {
        name: 'the other way',
        facts: { ...right, renewed: !newNumber },
        expect: newNumber ? 'MUST_BE_RENEWED' : 'MUST_BE_KEPT',
      },
      { name: 'at another time', facts: { ...right, event: 'PROMOTION' }, expect: 'NONE', requires: [] },
    ],
  });
}

const ofReturn = cite(measures, '第二十六条', 'SC-26.5');

export const examNumbers = [
  examNumber,
  examNumberAt('exam-number-retention', cite(measures, '第二十四条', 'SC-24.4'), 'RETENTION', '留级', true),
  examNumberAt('exam-number-transfer', cite(measures, '第三十三条', 'SC-33.3'), 'TRANSFER', '转学', true),
  examNumberAt('exam-number-lower-grade', ofReturn, 'RETURN_LOWER_GRADE', '复学到较低年级', true),
  examNumberAt('exam-number-same-grade', ofReturn, 'RETURN_SAME_GRADE', '复学到原年级', false),
];
