/**
 * 档案袋标签: the code of each paper folder of a school. A student who came from elsewhere gets none before the file has
 * come: the school goes on with the folder that it receives and starts no blank one (CG-4.3, SC-32.8, SX-18.7).
 */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { askHandOver } from '../file-term.ts';
import { listComing } from '../hand-over.store.ts';
import { insertFolders, listFolders } from './folder.store.ts';
import { CODE_BITS, folderCodeOf } from './folder-code.ts';

export interface LabelledFolders {
  /** By student. */
  codes: ReadonlyMap<string, string>;
  /** Students whose file has not come yet, with the reason why they get no label. */
  withheld: readonly { studentId: string; sentence: string; chip: string | null }[];
}

/** The codes of these students' folders; new ones are entered. Leaves one LABEL_FOLDERS row for the school. */
export async function labelFolders(
  tx: Transaction,
  services: Pick<Services, 'law' | 'index'>,
  actor: Actor,
  { school, studentIds }: { school: Institution; studentIds: readonly string[] },
): Promise<LabelledFolders> {
  const withheld = await withheldFolders(tx, services, school, studentIds);
  const waiting = new Set(withheld.map(({ studentId }) => studentId));
  const codes = await listFolders(tx, school.id, studentIds);
  const fresh = studentIds
    .filter((studentId) => !waiting.has(studentId) && !codes.has(studentId))
    .map((studentId) => ({
      code: folderCodeOf(services.index.shortIndex('file-folder', `${studentId}/${school.id}`, CODE_BITS)),
      ...{ studentId, schoolId: school.id, path: school.path },
    }));
  await insertFolders(tx, actor.accountId, fresh);
  for (const { studentId, code } of fresh) codes.set(studentId, code);
  await record(tx, asAuditActor(actor), {
    action: 'LABEL_FOLDERS',
    subjectKind: 'INSTITUTION',
    subjectId: school.id,
    path: school.path,
    detail: { folders: codes.size, withheld: withheld.length },
  });
  return { codes, withheld };
}

/** Who gets no label yet: what the law says of a blank folder, or the same in our own words where no text says it. */
async function withheldFolders(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  school: Institution,
  studentIds: readonly string[],
): Promise<LabelledFolders['withheld']> {
  const day = dayOf(tx.now);
  const coming = await listComing(tx, school.id, studentIds);
  const withheld: LabelledFolders['withheld'][number][] = [];
  for (const one of coming) {
    const from = await getInstitution(tx, { id: one.fromSchoolId });
    const asked = { ...one, from, to: school, day, continued: 'BLANK' } as const;
    const blank = askHandOver(services, asked).findings.find(({ code }) => code === 'BLANK');
    const wait = `${from.name}的学籍档案还没有签收，签收后再贴标签`;
    const sentence = blank ? `${blank.sentence}；${wait}` : wait;
    withheld.push({ studentId: one.studentId, sentence, chip: blank?.chip ?? null });
  }
  return withheld;
}
