/** 按时报到: a text by which entrants report when term starts, or by the end of their deferral. */
import { addDays, civilDate, daysBetween } from '../../../src/kernel/civil-date.ts';
import { allow, type Citation, rule, silent, weigh } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';

const termStart = civilDate('2026-09-01');
const inTime = { stage: 'PRIMARY', termStart, reportedOn: termStart } as const;

/** The rule for the text, a school's own under its own id. Who comes late is taken in all the same. */
export const reportInTime = (basis: Citation, id = 'report-in-time') =>
  rule('check-in')({
    id,
    title: '新生按时报到',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ termStart, reportedOn, deferralDays = 0 }) => {
      if (!reportedOn) return silent;
      const dueOn = addDays(termStart, deferralDays);
      const daysLate = daysBetween(dueOn, reportedOn);
      const facts = { due: dayWords(dueOn, termStart), daysLate };
      return daysLate > 0 ? weigh('LATE', facts) : allow('COMPLIES', facts);
    },
    sentences: {
      COMPLIES: '{due}前按时报到',
      LATE: '应在{due}前报到，晚{daysLate}天',
    },
    remedies: { LATE: '写明晚到原因，照常办理入学手续' },
    examples: [
      { name: 'on the first day of term', facts: inTime, expect: 'COMPLIES' },
      { name: 'a day late', facts: { ...inTime, reportedOn: addDays(termStart, 1) }, expect: 'LATE' },
      {
        name: 'on the last day of a deferral',
        facts: { ...inTime, deferralDays: 10, reportedOn: addDays(termStart, 10) },
        expect: 'COMPLIES',
      },
      {
        name: 'a day after a deferral',
        facts: { ...inTime, deferralDays: 10, reportedOn: addDays(termStart, 11) },
        expect: 'LATE',
      },
      { name: 'not come yet', facts: { stage: 'PRIMARY', termStart }, expect: 'NONE' },
    ],
  });
