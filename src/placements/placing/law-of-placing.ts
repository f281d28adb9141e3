/** 分班之法: what stands against a class group of this size, and against entering students before they were reviewed. */
import type { Services } from '../../access/index.ts';
import { type ClassGroup, classGroupName, gradeOf, type Institution } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Decision, LawFinding } from '../../policy/index.ts';
import { lawPlaceOf } from '../class-groups/reach.ts';

/** A class group as it will be. */
export interface Becoming {
  group: ClassGroup;
  size: number;
}

/**
 * Asks the law about each class group as it will be. Refuses LAW_REFUSES for what a MUST forbids, REASON_NEEDED where a
 * PRINCIPLE is passed and nobody wrote why. Returns what was found, by class group.
 */
export function checkSizes(
  { law }: Pick<Services, 'law'>,
  school: Institution,
  becoming: readonly Becoming[],
  { today, reason }: { today: CivilDate; reason: string | undefined },
): Map<string, LawFinding[]> {
  const found = new Map<string, LawFinding[]>();
  for (const { group, size } of becoming) {
    const grade = gradeOf(group, today);
    const decision = law.ask('class-size', lawPlaceOf(school, today), { stage: group.stage, grade, size });
    holdAgainst(decision, `编入${classGroupName(grade, group.ordinal)}`, reason);
    found.set(group.id, decision.findings);
  }
  return found;
}

/** Asks whether students of the class group may be entered into it yet (SX-13.1: the authority reviews first). */
export function checkReviewed(
  { law }: Pick<Services, 'law'>,
  school: Institution,
  group: ClassGroup,
  { today, reviewed, reason }: { today: CivilDate; reviewed: boolean; reason: string | undefined },
): void {
  const decision = law.ask('class-placement', lawPlaceOf(school, today), { stage: group.stage, reviewed });
  holdAgainst(decision, '编入班级', reason);
}

function holdAgainst(decision: Decision, act: string, reason: string | undefined): void {
  const [first] = decision.findings;
  if (decision.verdict === 'ALLOW' || !first) return;
  if (decision.verdict === 'DISCRETIONARY') {
    if (!reason) throw refuse('REASON_NEEDED', { action: `${act}（${first.sentence}）` });
    return;
  }
  const remedy = first.remedy ? `。${first.remedy}` : '';
  throw refuse('LAW_REFUSES', { sentence: `${act}：${first.sentence}（${first.chip}）${remedy}` });
}
