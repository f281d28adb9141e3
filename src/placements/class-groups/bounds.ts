/** 班额界限: the numbers between which the law of a place keeps a class group, found by asking, never known here. Pure. */
import type { Law, Stage, Where } from '../../policy/index.ts';

export interface SizeBounds {
  /** 原则上: up to this size nothing has to be explained. */
  usual: number;
  /** 最多: no class group may be larger; null where the law of the place names no such number. */
  most: number | null;
  /** 山西·第十三条: where the number stands. */
  chip: string;
}

/** No text speaks of larger class groups; beyond it a number counts as not set. */
const LARGEST_ASKED = 100;

/** The bounds of a stage and grade there; null where the law sets no number. Larger is never more lawful than smaller. */
export function boundsOf(
  law: Pick<Law, 'ask'>,
  where: Where,
  { stage, grade }: { stage: Stage; grade: number },
): SizeBounds | null {
  const ask = (size: number) => law.ask('class-size', where, { stage, grade, size });
  const usual = greatest((size) => ask(size).verdict === 'ALLOW');
  if (usual === 0 || usual === LARGEST_ASKED) return null;
  const most = greatest((size) => ask(size).verdict !== 'REFUSE');
  const [over] = ask(usual + 1).findings;
  return { usual, most: most === LARGEST_ASKED ? null : most, chip: over!.chip };
}

/** The greatest size from 1 on for which the test holds, 0 where it holds for none. */
function greatest(test: (size: number) => boolean): number {
  let holds = 0;
  let fails = LARGEST_ASKED + 1;
  while (fails - holds > 1) {
    const size = (holds + fails) >> 1;
    if (test(size)) holds = size;
    else fails = size;
  }
  return holds;
}
