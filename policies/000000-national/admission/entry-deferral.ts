/** 延期入学: a text by which an entrant who cannot come in time may ask the school for some days more. */
import { addDays, civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, rule, silent, step } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';

const asked = { stage: 'PRIMARY', termStart: civilDate('2026-09-01'), deferralDays: 14 } as const;

/** The rule for the text; `beyond` says what becomes of who needs longer. */
export const entryDeferral = (basis: Citation, beyond: string) =>
  rule('check-in')({
    id: 'entry-deferral',
    title: '延期办理入学手续',
    basis,
    force: 'MUST',
    parameters: { most: fixed(14, 'SMALLER', '延期入学最多', '天') },
    decide: ({ termStart, deferralDays }, law) => {
      if (deferralDays === undefined) return silent;
      const facts = { deferralDays, due: dayWords(addDays(termStart, deferralDays), termStart) };
      return deferralDays > law.most ? deny('TOO_LONG', facts) : allow('COMPLIES', facts);
    },
    requires: ({ deferralDays }) =>
      deferralDays === undefined ? [] : [step('GUARDIAN', '向学校申请延期'), step('SCHOOL', '审核准予延期')],
    sentences: {
      COMPLIES: '申请延期{deferralDays}天，可延到{due}',
      TOO_LONG: '延期最多{most}天，申请{deferralDays}天',
    },
    remedies: { TOO_LONG: beyond },
    examples: [
      {
        name: 'two weeks',
        facts: asked,
        expect: 'COMPLIES',
        requires: ['向学校申请延期', '审核准予延期'],
      },
      { name: 'a day more', facts: { ...asked, deferralDays: 15 }, expect: 'TOO_LONG' },
      {
        name: 'nothing asked',
        facts: { stage: 'PRIMARY', termStart: asked.termStart },
        expect: 'NONE',
        requires: [],
      },
    ],
  });
