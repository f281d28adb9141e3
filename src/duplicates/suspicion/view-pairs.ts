/** 疑似重复清单: pairs that nobody has raised, in words; of a child elsewhere no more than the surname. */
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { holds, rangeOf } from '../../kernel/place-codes.ts';
import { maskName } from '../../students/index.ts';
import type { PairItem } from '../duplicates.api.ts';
import { listPairs, namesOf, type PairRow } from './pairs.store.ts';

export const PAIRS_A_PAGE = 50;

/** 相似之处, by the codes of the comparison; what speaks against it is not told in a list. */
const WORDS: Readonly<Record<string, string>> = {
  SAME_NAME: '姓名相同',
  SAME_SOUND: '姓名同音',
  SAME_BIRTH: '出生日期相同',
  NEAR_BIRTH: '出生日期相近',
  SAME_GENDER: '性别相同',
  ONE_DIGIT: '证件号只差一位',
  TRANSPOSED: '证件号两位颠倒',
  NUMBER_MISSING: '一方无证件号',
  SAME_GUARDIAN: '监护人相同',
};

/** The reader's own student stands first. */
export async function viewPairs(
  tx: Transaction,
  actor: Actor,
  offset: number,
): Promise<{ items: PairItem[]; total: number }> {
  const { path, id } = actor.institution;
  const { rows, total } = await listPairs(tx, rangeOf(path), { limit: PAIRS_A_PAGE, offset });
  const ids = rows.flatMap(({ studentId, otherId }) => [studentId, otherId]);
  const people = await tx.beyondScope(() => namesOf(tx, ids));
  const items = rows.flatMap((row) => {
    const pair = holds(path, row.path) ? row : turned(row);
    const [own, other] = [people.get(pair.studentId), people.get(pair.otherId)];
    if (!own || !other) return []; // one of the two has left since the search
    return [
      {
        studentId: pair.studentId,
        otherId: pair.otherId,
        name: own.name,
        otherName: holds(path, pair.otherPath) ? other.name : maskName(other.name),
        schoolName: own.schoolName,
        otherSchoolName: other.schoolName,
        score: pair.score,
        reasons: pair.reasons.flatMap(({ code, weight }) => (weight > 0 ? (WORDS[code] ?? []) : [])),
        foundOn: pair.foundOn,
        mayRaise: actor.role === 'SCHOOL_REGISTRAR' && own.schoolId === id,
      },
    ];
  });
  return { items, total };
}

const turned = (row: PairRow): PairRow => ({
  ...row,
  ...{ studentId: row.otherId, otherId: row.studentId, path: row.otherPath, otherPath: row.path },
});
