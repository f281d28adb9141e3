/** 抽取依据: what the draw looks at beside gender, opened once from the files and kept sealed with the plan. */
import type { Services } from '../../../access/index.ts';
import type { DrawBasis } from '../class-plan.ts';
import type { EntrantRow } from '../plan.store.ts';
import type { Entrant } from './draw-placement.ts';

const NOT_INCLUSIVE = '00';

/** Reads it from the files of the entrants. Results are what the school has given, nothing is kept of others. */
export function basisOf(
  { cipher }: Pick<Services, 'cipher'>,
  entrants: readonly EntrantRow[],
  results: readonly { studentId: string; result: number }[] = [],
): DrawBasis {
  const ids = new Set(entrants.map(({ studentId }) => studentId));
  return {
    special: entrants.filter((one) => needsCare(cipher, one)).map(({ studentId }) => studentId),
    origins: Object.fromEntries(
      entrants.flatMap(({ studentId, details }) => {
        const { studentSource } = details as { studentSource?: string };
        return studentSource ? [[studentId, studentSource] as const] : [];
      }),
    ),
    results: Object.fromEntries(
      results.filter(({ studentId }) => ids.has(studentId)).map(({ studentId, result }) => [studentId, result]),
    ),
  };
}

function needsCare(cipher: Services['cipher'], { studentId, sealed }: EntrantRow): boolean {
  const { inclusiveEducation } = cipher.open('students', studentId, sealed) as { inclusiveEducation?: string };
  return inclusiveEducation !== undefined && inclusiveEducation !== NOT_INCLUSIVE;
}

/** The entrants as the draw sees them. */
export function entrantsOf(rows: readonly EntrantRow[], { special, origins, results }: DrawBasis): Entrant[] {
  const needing = new Set(special);
  return rows.map(({ studentId, gender }) => ({
    studentId,
    gender,
    special: needing.has(studentId),
    origin: origins[studentId],
    score: results[studentId],
  }));
}

/** Seals the basis for its plan. */
export const sealBasis = ({ cipher }: Pick<Services, 'cipher'>, planId: string, basis: DrawBasis): Buffer =>
  cipher.seal('class_plans', planId, basis);

/** Opens the basis of a plan. */
export const openBasis = (
  { cipher }: Pick<Services, 'cipher'>,
  { id, sealed }: { id: string; sealed: Buffer },
): DrawBasis => cipher.open('class_plans', id, sealed) as DrawBasis;
