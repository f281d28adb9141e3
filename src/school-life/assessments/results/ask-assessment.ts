/** 问考核之法: what the law of the place says of an assessment, and of guests on the roster of one. */
import type { ClassGroup, Institution } from '../../../authorities/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Law } from '../../../policy/index.ts';
import { type CitedSentence, type CitedStep, findingsOf, stepsOf } from '../../attendance/findings.ts';
import { lawPlaceOf } from '../../attendance/reach.ts';
import type { ResultKind } from '../assessment.api.ts';

type Asking = Pick<Law, 'ask'>;

interface Asked {
  school: Institution;
  group: Pick<ClassGroup, 'stage'>;
  day: CivilDate;
}

/** Kinds that the law's question knows; a make-up is a final, usual results are nobody's law. */
const ASKED_AS = {
  MONTHLY: 'MONTHLY',
  MIDTERM: 'MIDTERM',
  FINAL: 'FINAL',
  MAKE_UP: undefined,
  USUAL: undefined,
  PROFICIENCY: 'PROFICIENCY',
  SPORT: 'SPORT',
  CREDITS: 'CREDITS',
} as const satisfies Record<ResultKind, string | undefined>;

/** What the law says of results as they stand. `whole`: every student has one in every subject. */
export function askAssessment(
  law: Asking,
  { school, group, day }: Asked,
  about: { kind: ResultKind; takesPart: boolean; whole: boolean },
): { findings: CitedSentence[]; steps: CitedStep[] } {
  const kind = ASKED_AS[about.kind];
  if (!kind) return { findings: [], steps: [] };
  const decision = law.ask('assessment', lawPlaceOf(school, day), {
    stage: group.stage,
    kind,
    takesPart: about.takesPart,
    graduating: false,
    wholeSchool: about.whole,
  });
  return { findings: findingsOf(decision), steps: stepsOf(decision) };
}

/** Whether a guest may stand on the guest school's roster of a proficiency examination: the refusal where a text has one. */
export function refusalOfGuest(
  law: Asking,
  { school, group, day }: Asked,
  { grade, last }: { grade: number; last: boolean },
): CitedSentence | undefined {
  const decision = law.ask('guest-study', lawPlaceOf(school, day), {
    stage: group.stage,
    graduatingGrade: last,
    reason: 'OTHER',
    gradeRegistered: grade,
    gradeThere: grade,
    secondRegistration: false,
    endsAt: 'GUEST',
  });
  return findingsOf(decision).find(({ verdict, code }) => verdict === 'REFUSE' && code === 'AT_GUEST_SCHOOL');
}
