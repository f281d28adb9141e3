/** 名册由谁登记: the authority that sets the plan or organises recruiting, or the school where the law leaves it to it. */
import type { Level } from '../../../../access/index.ts';
import type { Institution } from '../../../../authorities/index.ts';
import type { CivilDate } from '../../../../kernel/civil-date.ts';
import { chipOf, type Law, type Stage } from '../../../../policy/index.ts';
import { dutiesAt, setterWords } from '../../plans/who-sets.ts';

/** Who recruits for senior schools, by the texts: sets the plan, the range, or carries it out. */
const SENIOR = ['senior-admission-plan', 'senior-admission-range', 'senior-local-recruitment'];
const COMPULSORY = ['compulsory-admission-plan'];

export interface EntersRoll {
  may: boolean;
  /** Who does it instead, with the article; null where nobody else is named. */
  instead: string | null;
}

/**
 * May somebody of this level enter who is admitted by the school? Children near by, and those whom a private school
 * recruits itself, are entered by the school (SC-7.1, SX-9.9, SX-9.10); public senior schools get their roll from above.
 */
export function entersRoll(
  law: Pick<Law, 'packs'>,
  { school, stage, day }: { school: Pick<Institution, 'placeCode' | 'ownership'>; stage: Stage; day: CivilDate },
  level: Level,
): EntersRoll {
  const duties = dutiesAt(law, school.placeCode, stage === 'SENIOR' ? SENIOR : COMPULSORY, day);
  if (duties.length === 0) return { may: true, instead: null };
  const own = level === 'SCHOOL' || level === 'CENTRE';
  if (own && (stage !== 'SENIOR' || school.ownership === 'PRIVATE')) return { may: true, instead: null };
  if (duties.some(({ holder }) => holder === level)) return { may: true, instead: null };
  const last = duties.at(-1)!;
  const who = new Set(duties.map((duty) => setterWords(duty).replace(/（.*$/, '')));
  return { may: false, instead: `${[...who].join('或')}（${chipOf(last.basis)}）` };
}
