/** 档案去向: which paper files follow the students, and who keeps those of the students who had left before. */
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { countFormer, listKeptSchools } from '../keeping/keeping.store.ts';
import type { PlannedFiles, RestructuringMatter } from '../restructuring.api.ts';
import type { Move } from '../restructuring.ts';

/** By receiving school, in the order of the moves; whoever has no place yet has no file that moves. */
export function followingFiles(moves: readonly Pick<Move, 'toName' | 'students'>[]): PlannedFiles['withStudents'] {
  const files = new Map<string, number>();
  for (const { toName, students } of moves) if (toName) files.set(toName, (files.get(toName) ?? 0) + students);
  return [...files].map(([toName, count]) => ({ toName, files: count }));
}

/**
 * Where the school ends: with the absorbing school (MOE-9.4) or the named unit (MOE-9.5), together with what the school
 * itself kept for others. Refuses BAD_INPUT where the keeper has ended or is the school itself.
 */
export async function formerFiles(
  tx: Transaction,
  school: Institution,
  matter: RestructuringMatter,
): Promise<PlannedFiles['former']> {
  if (matter.kind !== 'MERGER' && matter.kind !== 'CLOSURE') return null;
  const keeperId = matter.kind === 'MERGER' ? matter.intoId : matter.custodianId;
  const keeper = keeperId ? await getInstitution(tx, { id: keeperId }) : undefined;
  if (keeper && (keeper.id === school.id || keeper.validTo !== null)) {
    throw refuse('BAD_INPUT', { what: '接管档案的须是在办的其他单位，请重新选择' });
  }
  const kept = await listKeptSchools(tx, school.id);
  const schools = [school.id, ...kept.map(({ schoolId }) => schoolId)];
  // Who has gone on at a school far away has taken the file along: that is seen beyond the caller's place only.
  const counted = await tx.beyondScope(() => countFormer(tx, schools));
  const files = [...counted.values()].reduce((sum, one) => sum + one, 0);
  return { files, schools: kept.length, keeperName: keeper?.name ?? null };
}
