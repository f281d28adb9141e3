/** 休学最长期限: no leave is asked for beyond what all its extensions could reach. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  silent,
  type TimeLimit,
} from '../../../../src/policy/index.ts';
import { dayWords } from '../../../wording.ts';

const asked = { stage: 'JUNIOR', graduatingGrade: false, reason: 'ILLNESS', orderedBySchool: false } as const;
const beginsOn = civilDate('2026-09-10');

/** The rule for the text that caps it at two years. */
export const leaveCap = (basis: Citation) =>
  rule('leave')({
    id: 'leave-cap',
    title: '休学的最长期限',
    basis,
    force: 'MUST',
    parameters: { most: fixed<TimeLimit>({ months: 24 }, 'SHORTER', '休学最长') },
    decide: ({ beginsOn, endsOn }, law, at) => {
      if (!beginsOn || !endsOn) return silent;
      const last = lastDayOf(beginsOn, law.most, at.calendar);
      const facts = { most: limitWords(law.most), last: dayWords(last, beginsOn) };
      return endsOn > last ? deny('TOO_LONG', facts) : allow('COMPLIES', facts);
    },
    sentences: {
      COMPLIES: '休学最长{most}，到{last}为止',
      TOO_LONG: '休学最长{most}，到{last}为止，申请的期满日在其后',
    },
    remedies: { TOO_LONG: '期满日改为{last}以前' },
    examples: [
      {
        name: 'to the last day of two years',
        facts: { ...asked, beginsOn, endsOn: civilDate('2028-09-10') },
        expect: 'COMPLIES',
      },
      { name: 'a day longer', facts: { ...asked, beginsOn, endsOn: civilDate('2028-09-11') }, expect: 'TOO_LONG' },
      { name: 'no days named', facts: asked, expect: 'NONE' },
    ],
  });
