/** 花名册确认: a text that names a day of the year until which the new registrations are confirmed. */
import { addDays, civilDate, daysBetween, partsOf } from '../../../src/kernel/civil-date.ts';
import { allow, type Citation, fixed, rule, type Stage, silent, weigh } from '../../../src/policy/index.ts';
import { monthDayWords } from '../../wording.ts';

/** The rule for the text that asks for it, in the stages it speaks of. Late is still confirmed, with the reason. */
export function rosterByDay(basis: Citation, stages: readonly Stage[], day: string) {
  const [stage = 'SENIOR'] = stages;
  const facts = { stage, termStart: civilDate('2026-09-01'), confirmedOn: civilDate(`2026-${day}`) };
  return rule('roster-confirmation')({
    id: 'roster-confirmation',
    title: '花名册审核确认',
    basis,
    force: 'MUST',
    parameters: { lastDay: fixed(day, 'ONCE', '花名册审核确认的截止日') },
    decide: (given, law) => {
      if (!stages.includes(given.stage)) return silent;
      const dueOn = civilDate(`${partsOf(given.termStart)[0]}-${law.lastDay}`);
      const daysLate = daysBetween(dueOn, given.confirmedOn);
      const shown = { dueOn, due: monthDayWords(law.lastDay), daysLate };
      return daysLate > 0 ? weigh('LATE', shown) : allow('COMPLIES', shown);
    },
    sentences: {
      COMPLIES: '花名册在{due}前审核确认',
      LATE: '花名册应在{due}前审核确认，已晚{daysLate}天',
    },
    remedies: { LATE: '写明迟办原因，照常确认' },
    examples: [
      { name: 'on the last day', facts, expect: 'COMPLIES' },
      { name: 'one day later', facts: { ...facts, confirmedOn: addDays(facts.confirmedOn, 1) }, expect: 'LATE' },
      ...(['PRIMARY', 'JUNIOR', 'SENIOR'] as const)
        .filter((other) => !stages.includes(other))
        .map((other) => ({ name: `not asked of ${other}`, facts: { ...facts, stage: other }, expect: 'NONE' })),
    ],
  });
}
