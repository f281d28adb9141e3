/** 休学期限: a leave is for a year, as a rule or at most; it may be asked for with its days. */
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

export interface LeaveTerm {
  id?: string;
  basis: Citation;
  /** PRINCIPLE where the text says 一般 or 原则上. */
  force: 'MUST' | 'PRINCIPLE';
  yields?: true;
}

/** The rule for the text that sets a year. */
export const leaveTerm = ({ id, basis, force, yields }: LeaveTerm) =>
  rule('leave')({
    id: id ?? 'leave-term',
    title: '休学期限',
    basis,
    force,
    ...(yields ? { yields } : {}),
    parameters: { most: fixed<TimeLimit>({ months: 12 }, 'SHORTER', '一次休学的期限') },
    decide: ({ beginsOn, endsOn }, law, at) => {
      if (!beginsOn || !endsOn) return silent;
      const last = lastDayOf(beginsOn, law.most, at.calendar);
      const usually = force === 'PRINCIPLE' ? '一般' : '';
      const facts = { usually, term: limitWords(law.most), last: dayWords(last, beginsOn) };
      return endsOn > last ? deny('TOO_LONG', facts) : allow('COMPLIES', facts);
    },
    sentences: {
      COMPLIES: '休学{usually}{term}以内，最迟到{last}',
      TOO_LONG: '休学{usually}{term}以内，最迟到{last}，申请的期满日在其后',
    },
    remedies: { TOO_LONG: '期满日改为{last}以前；期满仍不能复学的，届时申请延长' },
    examples: [
      {
        name: 'to the day after a year',
        facts: { ...asked, beginsOn, endsOn: civilDate('2027-09-10') },
        expect: 'COMPLIES',
      },
      { name: 'a day longer', facts: { ...asked, beginsOn, endsOn: civilDate('2027-09-11') }, expect: 'TOO_LONG' },
      { name: 'a month less', facts: { ...asked, beginsOn, endsOn: civilDate('2027-08-11') }, expect: 'COMPLIES' },
      { name: 'no days named', facts: asked, expect: 'NONE' },
    ],
  });
