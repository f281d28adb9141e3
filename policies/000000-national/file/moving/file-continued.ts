/** 档案接续: the receiving school goes on with the file that it received, and starts no new one. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, rule, silent } from '../../../../src/policy/index.ts';

const moved = { reason: 'TRANSFER', stage: 'JUNIOR', completedOn: civilDate('2026-09-01') } as const;

/** The rule for a text that says so; asked of the receiving side. */
export const fileContinued = (basis: Citation) =>
  rule('file-hand-over')({
    id: 'file-continued',
    title: '以收到的档案接续',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ continued }, _law, at) => {
      if (!continued || at.side === 'SENDING') return silent;
      return continued === 'BLANK' ? deny('BLANK') : allow();
    },
    sentences: {
      COMPLIES: '转入学校以收到的学籍档案接续',
      BLANK: '转入学校应以收到的学籍档案接续，不另起新档',
    },
    remedies: { BLANK: '催收原学校的学籍档案，在收到的档案上接着建' },
    examples: [
      { name: 'continued', facts: { ...moved, continued: 'RECEIVED' }, expect: 'COMPLIES' },
      { name: 'begun anew', facts: { ...moved, continued: 'BLANK' }, expect: 'BLANK' },
      { name: 'the file has not come yet', facts: moved, expect: 'NONE' },
      { name: 'asked of the sending side', side: 'SENDING', facts: { ...moved, continued: 'BLANK' }, expect: 'NONE' },
    ],
  });
