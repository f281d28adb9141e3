/** 旷课核对: what the law of the school says of a student who stays away, and which of its steps have been done. */
import type { Services } from '../../../access/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type CitedSentence, type CitedStep, findingsOf, stepsOf } from '../findings.ts';
import { lawPlaceOf } from '../reach.ts';
import { type Truancy, weeksOf } from './count-truancy.ts';
import { isRecipient, type Recipient } from './reporting.api.ts';
import type { TruantStudent, WrittenReport } from './truancy.store.ts';

export interface AskedTruancy {
  student: Pick<TruantStudent, 'placeCode' | 'schoolCode' | 'stage' | 'state'>;
  truancy: Truancy;
  /** Contacts logged since the run began, or in the term. */
  contacts: number;
  told: readonly Pick<WrittenReport, 'recipient'>[];
  today: CivilDate;
}

export interface TruancyAnswer {
  level: 'DUE' | 'TOLD' | 'WATCH';
  findings: CitedSentence[];
  steps: (CitedStep & { done: boolean })[];
}

/** The law's own words for "not yet": nothing beside keeping an eye on it. */
const NOT_YET: ReadonlySet<string> = new Set(['NOT_YET', 'TOO_SHORT']);

/** Asks both questions about staying away; the places' texts answer the one that is theirs. */
export function askTruancy({ law }: Pick<Services, 'law'>, asked: AskedTruancy): TruancyAnswer {
  const { student, truancy, contacts, told, today } = asked;
  // A run is as long as the roll shows: on the fifth morning nobody knows yet whether the fifth day is missed too.
  const day = truancy.from ? truancy.lastOn : today;
  const where = lawPlaceOf({ placeCode: student.placeCode, code: student.schoolCode }, day);
  const { stage } = student;
  const reporting = law.ask('dropout-report', where, {
    stage,
    ...(truancy.from ? { truantFrom: truancy.from } : {}),
    truantPeriods: truancy.periods,
    dropout: false,
  });
  const senior = stage === 'SENIOR' ? [law.ask('automatic-withdrawal', where, seniorFacts(truancy, contacts))] : [];
  const decisions = [reporting, ...senior];
  const findings = decisions.flatMap(findingsOf);
  const due = findings.some(({ code }) => !NOT_YET.has(code));
  const steps = decisions.flatMap((decision) =>
    findingsOf(decision).some(({ code }) => !NOT_YET.has(code)) || decision === reporting ? stepsOf(decision) : [],
  );
  const wanted = recipientsIn(steps);
  const missing = wanted.filter((one) => !told.some(({ recipient }) => recipient === one));
  const done = missing.length === 0 && contacts > 0 && senior.length === 0;
  return {
    level: !due ? 'WATCH' : done ? 'TOLD' : 'DUE',
    findings,
    steps: steps.map((one) => ({ ...one, done: isDone(one, { contacts, missing, wanted }) })),
  };
}

/** What the question of automatic withdrawal is asked with. */
export const seniorFacts = (truancy: Truancy, contacts: number) => ({
  stage: 'SENIOR' as const,
  contacts,
  truantHours: truancy.periods,
  consecutiveWeeks: weeksOf(truancy.runDays),
  totalWeeks: weeksOf(truancy.days),
});

/** Whoever outside the school has a part in what follows must have been told. */
const recipientsIn = (steps: readonly CitedStep[]): Recipient[] => [
  ...new Set(steps.flatMap(({ by }) => (isRecipient(by) ? [by] : []))),
];

/** A step of the school is done when whoever it is about has been told, or the guardian has been spoken to. */
function isDone(
  { by }: CitedStep,
  { contacts, missing, wanted }: { contacts: number; missing: readonly Recipient[]; wanted: readonly Recipient[] },
): boolean {
  if (isRecipient(by)) return false;
  return wanted.length > 0 ? missing.length === 0 : contacts > 0;
}
