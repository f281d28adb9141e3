/** 请假凭证: a note of the guardian, a diagnosis, or both. */
import { allow, type Citation, deny, fixed, paper, rule, silent } from '../../../../src/policy/index.ts';

const ill = { stage: 'JUNIOR', days: 2, reason: 'ILLNESS' } as const;

/** The rule for a school's text. A diagnosis is asked for of the ill alone; `both` where it wants the note beside it. */
export const leaveProof = (basis: Citation, both: boolean) =>
  rule('leave-of-absence')({
    id: 'leave-of-absence-proof',
    title: '请假凭证',
    basis,
    force: 'MUST',
    parameters: { both: fixed(both, 'NEVER', '病假须同时有诊断和家长证明') },
    decide: ({ reason, guardianProof, diagnosis }, law) => {
      const sick = reason === 'ILLNESS';
      const needed = sick ? `家长证明${law.both ? '和' : '或'}医院诊断书` : '家长证明';
      if (guardianProof === undefined || (sick && diagnosis === undefined)) return silent;
      const enough = law.both ? guardianProof && (!sick || diagnosis) : guardianProof || (sick && diagnosis);
      return enough ? allow('COMPLIES', { needed }) : deny('NO_PROOF', { needed });
    },
    requires: ({ reason }, law) => {
      if (reason !== 'ILLNESS') return [paper('GUARDIAN', '家长证明')];
      return law.both
        ? [paper('GUARDIAN', '家长证明'), paper('GUARDIAN', '医院诊断书')]
        : [paper('GUARDIAN', '家长证明或医院诊断书')];
    },
    sentences: { COMPLIES: '请假已有{needed}', NO_PROOF: '请假须有{needed}' },
    remedies: { NO_PROOF: '补交{needed}' },
    examples: [
      {
        name: 'ill, with a diagnosis alone, where either will do',
        with: { both: false },
        facts: { ...ill, guardianProof: false, diagnosis: true },
        expect: 'COMPLIES',
        requires: ['家长证明或医院诊断书'],
      },
      {
        name: 'ill, with a diagnosis alone, where both are wanted',
        with: { both: true },
        facts: { ...ill, guardianProof: false, diagnosis: true },
        expect: 'NO_PROOF',
        requires: ['家长证明', '医院诊断书'],
      },
      {
        name: 'ill, with both',
        with: { both: true },
        facts: { ...ill, guardianProof: true, diagnosis: true },
        expect: 'COMPLIES',
      },
      {
        name: 'on business, with a note',
        facts: { ...ill, reason: 'PERSONAL', guardianProof: true },
        expect: 'COMPLIES',
        requires: ['家长证明'],
      },
      {
        name: 'on business, without one',
        facts: { ...ill, reason: 'PERSONAL', guardianProof: false },
        expect: 'NO_PROOF',
      },
      { name: 'not known yet', facts: ill, expect: 'NONE' },
    ],
  });
