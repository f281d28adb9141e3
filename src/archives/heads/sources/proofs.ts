/** 证明材料: the papers of the student's decided cases. */
import type { FileSource } from './file-source.ts';
import { listProofs, studentsWithProofs } from './proofs.store.ts';

export const proofSource: FileSource = {
  having: studentsWithProofs,
  itemsOf: async ({ tx }, studentId) =>
    (await listProofs(tx, studentId)).map(({ id, what, madeOn, institutionName, caseId, caseTitle }) => ({
      ...{ key: id, what, on: madeOn, schoolName: institutionName },
      ...{ source: `办件佐证：${caseTitle}`, to: `/cases/${caseId}` },
    })),
};
