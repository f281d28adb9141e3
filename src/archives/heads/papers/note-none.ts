/** 注明无: says of several students that a head of the file has nothing so far, as the law wants it said and not left open. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { fileTermOf } from '../gaps/file-term.ts';
import type { NotesEntry } from '../heads.api.ts';
import { heads } from '../heads.ts';
import { openPlaceOf } from '../standing/reach.ts';
import { headsWithPapers, noteRows } from './papers.store.ts';

/** Answers with how many. Refuses NOT_FOUND for a student who is not the caller's, CONFLICT where there is something. */
export async function noteNone(tx: Transaction, actor: Actor, { head, studentIds }: NotesEntry): Promise<number> {
  const ids = [...new Set(studentIds)];
  for (const studentId of ids) await openPlaceOf(tx, actor, studentId);
  const { sources, title } = heads.find(({ code }) => code === head)!;
  const having = await tx.beyondScope(async () => {
    const papers = (await headsWithPapers(tx, ids)).filter((one) => one.head === head);
    const found = new Set(papers.map(({ studentId }) => studentId));
    for (const source of sources) for (const id of await source.having(tx, ids)) found.add(id);
    return found;
  });
  if (having.size > 0) throw refuse('CONFLICT', { what: `所选学生中有${having.size}人已有${title}，不能注明无` });
  const school = await getInstitution(tx, { id: actor.institution.id });
  const { schoolYear, term } = await fileTermOf(tx, school, dayOf(tx.now));
  await tx.together(
    noteRows(
      tx,
      ids.map((studentId) => ({ studentId, head, schoolYear, term })),
      { schoolId: school.id, path: school.path, by: actor },
    ),
  );
  await recordAll(
    tx,
    asAuditActor(actor),
    ids.map((studentId) => ({
      ...{ action: 'NOTE_NONE', subjectKind: 'STUDENT', subjectId: studentId, path: school.path },
      detail: { head, schoolYear, term },
    })),
  );
  return ids.length;
}
