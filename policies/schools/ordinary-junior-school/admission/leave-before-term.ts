/** 报到前请假: who cannot report in time asks the school before term, with proof. */
import { addDays, civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, paper, rule, silent, weigh } from '../../../../src/policy/index.ts';

const termStart = civilDate('2026-09-01');
const asked = { stage: 'JUNIOR', termStart, deferralDays: 10, hasProof: true } as const;

/** Late or without proof the school still hears the family: the child has to come to school in any case. */
export const leaveBeforeTerm = (basis: Citation) =>
  rule('check-in')({
    id: 'leave-before-term',
    title: '不能如期报到的请假',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ termStart, deferralDays, hasProof }, _, at) => {
      if (deferralDays === undefined) return silent;
      if (at.day >= termStart) return weigh('AFTER_TERM_BEGAN');
      return hasProof === false ? weigh('NO_PROOF') : allow();
    },
    requires: ({ deferralDays }) => (deferralDays === undefined ? [] : [paper('GUARDIAN', '不能如期报到的有关证明')]),
    sentences: {
      COMPLIES: '开学前已向学校请假',
      AFTER_TERM_BEGAN: '不能如期报到的应在开学前请假，现已开学',
      NO_PROOF: '请假缺有关证明',
    },
    remedies: { AFTER_TERM_BEGAN: '补办请假并写明原因，尽快到校报到', NO_PROOF: '补交有关证明' },
    examples: [
      {
        name: 'the day before term',
        on: addDays(termStart, -1),
        facts: asked,
        expect: 'COMPLIES',
        requires: ['不能如期报到的有关证明'],
      },
      { name: 'on the first day', on: termStart, facts: asked, expect: 'AFTER_TERM_BEGAN' },
      { name: 'without proof', on: addDays(termStart, -1), facts: { ...asked, hasProof: false }, expect: 'NO_PROOF' },
      { name: 'nothing asked', facts: { stage: 'JUNIOR', termStart }, expect: 'NONE', requires: [] },
    ],
  });
