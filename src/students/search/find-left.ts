/** 查离校学生: who is registered nowhere any more stays to be found by the school that had the student last and those above. */
import type { Actor } from '../../access/index.ts';
import { gradeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { LeftPage } from '../api/students.api.ts';
import { labelOf } from '../code-tables/code-table.ts';
import { genders } from '../code-tables/person-tables.ts';
import { normaliseName } from '../identity/person-name.ts';
import { endReasonWords } from '../view/end-reasons.ts';
import { listLeft } from './left.store.ts';

/** So many are shown, latest first; whoever left long ago is found by name. */
const SHOWN = 100;

/** Those whose name begins as asked; everybody where nothing is asked. A class teacher has no class group of theirs. */
export async function findLeft(tx: Transaction, actor: Actor, name: string): Promise<LeftPage> {
  const rows = await listLeft(tx, {
    at: { path: actor.institution.path },
    name: normaliseName(name),
    limit: SHOWN + 1,
  });
  return {
    more: rows.length > SHOWN,
    items: rows.slice(0, SHOWN).map(({ gender, grade, reason, schoolId: _, ...row }) => ({
      ...row,
      genderWords: labelOf(genders, gender) ?? '',
      gradeWords: gradeName(grade),
      reasonWords: endReasonWords(reason),
    })),
  };
}
