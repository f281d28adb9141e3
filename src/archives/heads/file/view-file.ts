/** 看学籍档案: the heads of one student's file with what is there and what is missing by law. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { findGaps } from '../gaps/find-gaps.ts';
import type { FileView } from '../heads.api.ts';
import { heads } from '../heads.ts';
import { PAPER_KINDS, type PaperKind } from '../papers/paper-kinds.api.ts';
import { placeOf } from '../standing/reach.ts';
import { fileOf, type HeadOfFile } from './file-of.ts';

type Needs = Pick<Services, 'cipher' | 'law'>;

/** The file itself tells which of its heads are filled. */
const whoHas = (file: readonly HeadOfFile[], studentId: string) =>
  new Map(file.map(({ code, items }) => [code, new Set(items.some(({ fills = true }) => fills) ? [studentId] : [])]));

/** Refuses NOT_FOUND for a student whom the caller does not reach. Leaves a VIEW_FILE row. */
export async function viewFile(tx: Transaction, services: Needs, actor: Actor, studentId: string): Promise<FileView> {
  const place = await placeOf(tx, actor, studentId);
  const { school, closedOn } = place;
  const file = await fileOf(tx, services, studentId, closedOn ?? undefined);
  const { byStudent, law, term } = await findGaps(tx, services, school, [place], whoHas(file, studentId));
  const standing = byStudent.get(studentId)!;
  await record(tx, asAuditActor(actor), {
    ...{ action: 'VIEW_FILE', subjectKind: 'STUDENT', subjectId: studentId, path: place.path },
  });
  const mayAdd = closedOn === null && place.endedOn === null && school.id === actor.institution.id;
  return {
    studentId,
    ...{ schoolName: school.name, asOf: closedOn ?? dayOf(tx.now), closed: closedOn !== null, term: term.words },
    due: standing.term
      ? { sentence: standing.term.sentence, chip: standing.term.chip, overdue: standing.overdue }
      : null,
    mayAdd,
    mayOpenHealth: actor.institution.level === 'SCHOOL',
    heads: file
      .filter(({ code, items }) => {
        if (code !== 'FURTHER') return law.heads.includes(code) || items.length > 0;
        return law.further || items.length > 0 || standing.gaps.some(({ head }) => head === 'FURTHER');
      })
      .map(({ code, title, items }) => ({
        ...{
          code,
          title,
          items: items.map((item) => ({
            ...{ ...item, filedId: item.filedId ?? null, paperId: item.paperId ?? null },
          })),
        },
        chip: code === 'FURTHER' ? law.furtherChip : law.chip,
        // What a past school lacks today is the next one's to mend.
        missing: closedOn ? [] : standing.gaps.filter(({ head }) => head === code).map(({ head: _, ...gap }) => gap),
        noted: standing.noted.has(code) ? heads.find((one) => one.code === code)!.none!.words : null,
        mayNote: mayAdd && heads.find((one) => one.code === code)?.none !== undefined && items.length === 0,
      })),
    paperKinds: Object.entries(PAPER_KINDS).map(([paper, { words, head }]) => ({
      ...{ paper: paper as PaperKind, words, head },
    })),
  };
}
