/** 问题学籍: a dispute between a child put forward at a school of the matrix and one of its students. */
import type { Institution } from '../../src/authorities/index.ts';
import { caseRows } from '../../src/cases/case.store.ts';
import { dayOf } from '../../src/kernel/civil-date.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApplication } from '../application.ts';
import { writing } from '../builders.ts';

/** The case, which nobody has in hand. */
export function aDispute(
  app: TestApplication,
  at: Institution,
  authority: Institution,
  { entrantId, studentId }: { entrantId: string; studentId: string },
): Promise<string> {
  const id = newId();
  const side = {
    schoolId: at.id,
    schoolName: at.name,
    path: at.path,
    name: '李沐辰',
    numberMasked: '',
    identityMasked: '',
  };
  const data = {
    ...{
      basis: 'LIKENESS',
      statement: 'UPHOLD',
      words: '疑为同一人',
      score: 60,
      reasons: [],
      rulerName: authority.name,
    },
    first: { ...side, kind: 'ENTRANT', id: entrantId },
    second: { ...side, kind: 'STUDENT', id: studentId },
  };
  return writing(app, async (tx) => {
    const one = {
      ...({ id, subjectId: studentId, subjectKind: 'STUDENT', number: `WT-${at.code}` } as const),
      ...{ kind: 'DUPLICATE_DISPUTE', workflow: 'duplicate-claim-uphold', title: '李沐辰', schoolId: at.id },
      ...{ authorityId: authority.id, parties: {}, path: at.path, counterpartPath: at.path, data },
      ...{ lawDay: dayOf(tx.now), openedAt: tx.now },
    };
    await tx.together(caseRows(one, newId()));
    return id;
  });
}
