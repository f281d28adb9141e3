/** 签字步骤: by the law of the place: once, or filled in, checked by class teacher and leader, and signed again (SX-11.4). */
import type { Services } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import { placeOf } from '../../changes/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import type { PartyName, Stage } from '../../policy/index.ts';
import type { Signature, SigningStep } from './signature.store.ts';

export interface LawfulStep {
  by: 'GUARDIAN' | 'CLASS_TEACHER' | 'SCHOOL';
  words: string;
  chip: string | null;
}

/** Where no text orders the steps, a guardian signs once: whoever keeps a form wants to know that it was checked. */
const ONCE: readonly LawfulStep[] = [{ by: 'GUARDIAN', words: '核对学生基本信息表并签字', chip: null }];

/** The steps in their order, with the article that orders them. */
export function stepsByLaw(
  { law }: Pick<Services, 'law'>,
  { school, stage, day }: { school: Pick<Institution, 'placeCode' | 'code'>; stage: Stage; day: CivilDate },
): readonly LawfulStep[] {
  const facts = { hasIdentityNumber: true, guardianCount: 1, guardianWithNumber: true, hasPhoto: true };
  const { requirements } = law.ask(
    'registration-papers',
    { ...placeOf(school), day },
    { ...facts, stage, signedForm: false },
  );
  const steps = requirements.flatMap((one) =>
    one.kind === 'STEP' && isParty(one.by) ? [{ by: one.by, words: one.what, chip: one.chip }] : [],
  );
  return steps.some(({ by }) => by === 'GUARDIAN') ? steps : ONCE;
}

/** The same for many children of a school: the law is asked once a stage. */
export function stepsAt(
  services: Pick<Services, 'law'>,
  school: Pick<Institution, 'placeCode' | 'code'>,
  day: CivilDate,
): (stage: Stage) => readonly LawfulStep[] {
  const known = new Map<Stage, readonly LawfulStep[]>();
  return (stage) => {
    const steps = known.get(stage) ?? stepsByLaw(services, { school, stage, day });
    known.set(stage, steps);
    return steps;
  };
}

const isParty = (by: PartyName): by is LawfulStep['by'] => ['GUARDIAN', 'CLASS_TEACHER', 'SCHOOL'].includes(by);

export interface StepNow extends LawfulStep {
  state: 'DONE' | 'NOW' | 'LATER';
  on: CivilDate | null;
  who: string | null;
}

/** How far one student's form has come. */
export interface Signing {
  steps: StepNow[];
  /** What the guardian signs now; null while the school has it, and when all is done. */
  toSign: SigningStep | null;
  /** The filled form that waits for the school; and for whom of it. */
  waiting: { signature: Signature; for: 'TEACHER' | 'LEADER' } | null;
  /** The last that was signed, of whichever step. */
  last: Signature | undefined;
}

/** From the steps of the law and what was signed, first to last. Pure. */
export function signingOf(steps: readonly LawfulStep[], signatures: readonly Signature[]): Signing {
  const filled = signatures.findLast(({ step }) => step === 'FILLED');
  const final = signatures.findLast(({ step }) => step === 'FINAL');
  const after = filled && final && final.signedAt >= filled.signedAt ? final : undefined;
  let signings = 0;
  const done = steps.map(({ by }) => {
    if (by === 'CLASS_TEACHER') return filled?.teacher ?? undefined;
    if (by === 'SCHOOL') return filled?.leader ?? undefined;
    const one = signings++ === 0 ? filled : after;
    return one && { name: one.guardianName, at: one.signedAt };
  });
  const now = done.indexOf(undefined);
  const current = steps[now];
  const waits = filled && current && current.by !== 'GUARDIAN';
  return {
    steps: steps.map((step, at) => ({
      ...step,
      state: done[at] ? 'DONE' : at === now ? 'NOW' : 'LATER',
      on: done[at] ? dayOf(done[at].at) : null,
      who: done[at]?.name ?? null,
    })),
    toSign: current?.by === 'GUARDIAN' ? (filled ? 'FINAL' : 'FILLED') : null,
    waiting: waits ? { signature: filled, for: current.by === 'CLASS_TEACHER' ? 'TEACHER' : 'LEADER' } : null,
    last: signatures.at(-1),
  };
}
