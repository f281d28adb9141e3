/** 撤销裁定: what the rows of a registration do not tell of a ruling: the claim of the identity, and the keys of the search. */
import type { Case } from '../../cases/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { OwnUndoing } from '../../reversals/index.ts';
import { readRecord, renewKeys, restoreItems } from '../../students/index.ts';
import { type DisputeData, studentsOf } from '../dispute.ts';
import { returnIdentity } from '../records/sides.store.ts';
import { settlePair } from '../suspicion/pairs.store.ts';

const dataOf = ({ data }: Pick<Case, 'data'>): DisputeData => data as unknown as DisputeData;

/** Registration, seat, roster and key data are the reversal's own; this puts back the rest, and leaves the pair open. */
export const rulingUndoing: OwnUndoing = {
  others: (one) => studentsOf(dataOf(one)).filter((id) => id !== one.subjectId),
  restores: (one) => [dataOf(one).released ? '证件号的占用恢复原状' : '问题学籍恢复为未处理，可重新核查'],
  undo: async ({ tx, services, target }) => {
    const { released, endedId, correction, first, second } = dataOf(target);
    if (released) {
      const { studentId, takenBy, claimedBy, claimedAt } = released;
      const hash = (await readRecord(tx, services, studentId)).keyData.at(-1)!.identity_hash;
      const given = { to: studentId, from: takenBy, claimedBy, claimedAt: new Date(claimedAt) };
      if (hash && !(await returnIdentity(tx, { hash, ...given }))) {
        throw refuse('CONFLICT', { what: '原证件号现由另一名学生使用，不能撤销此裁定；请先办清该生的学籍' });
      }
    }
    if (endedId) await renewKeys(tx, services, endedId);
    if (correction) {
      const { formerName, side } = correction;
      await restoreItems(tx, services, dataOf(target)[side].id, { formerName } as never);
    }
    await settlePair(tx, first.id, second.id, null);
  },
};
