/** 延期申请: within the week before term, with proof. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, paper, rule, silent } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

const termStart = civilDate('2026-09-01');
const asked = { stage: 'PRIMARY', termStart, deferralDays: 10, hasProof: true } as const;

export const deferralRequest = rule('check-in')({
  id: 'deferral-request',
  title: '延期入学的申请',
  basis: cite(rules, '第十二条', 'SX-12.2'),
  force: 'MUST',
  parameters: { daysBefore: fixed(7, 'SMALLER', '开学前多少天内申请延期', '天') },
  decide: ({ termStart, deferralDays, hasProof }, law, at) => {
    if (deferralDays === undefined) return silent;
    const facts = { opens: dayWords(addDays(termStart, -law.daysBefore), at.day) };
    if (at.day >= termStart) return deny('TOO_LATE', facts);
    if (at.day < addDays(termStart, -law.daysBefore)) return deny('TOO_EARLY', facts);
    return hasProof === false ? deny('NO_PROOF', facts) : allow('COMPLIES', facts);
  },
  requires: ({ deferralDays }) =>
    deferralDays === undefined ? [] : [paper('GUARDIAN', '因病或特殊情况不能如期入学的证明')],
  sentences: {
    COMPLIES: '在开学前一周内申请',
    TOO_EARLY: '延期入学在开学前一周内申请，{opens}起办理',
    TOO_LATE: '延期入学须在开学前申请，现已开学',
    NO_PROOF: '申请延期入学缺有关证明',
  },
  remedies: {
    TOO_EARLY: '{opens}起持证明向学校申请',
    TOO_LATE: '不能到校的，向学校说明情况；期限较长的，办理休学',
    NO_PROOF: '补交因病或特殊情况的证明',
  },
  examples: [
    {
      name: 'seven days before term',
      on: addDays(termStart, -7),
      facts: asked,
      expect: 'COMPLIES',
      requires: ['因病或特殊情况不能如期入学的证明'],
    },
    { name: 'eight days before', on: addDays(termStart, -8), facts: asked, expect: 'TOO_EARLY' },
    { name: 'the day before term', on: addDays(termStart, -1), facts: asked, expect: 'COMPLIES' },
    { name: 'on the first day of term', on: termStart, facts: asked, expect: 'TOO_LATE' },
    { name: 'no proof', on: addDays(termStart, -3), facts: { ...asked, hasProof: false }, expect: 'NO_PROOF' },
    { name: 'nothing asked', facts: { stage: 'PRIMARY', termStart }, expect: 'NONE', requires: [] },
  ],
});
