/** 自备模板启用: one person of the authority proposes a template, another puts it into force from a day on, any ends it. */
import { type Actor, asAuditActor, type Services, scopeOf, type UploadedFile } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { PrintHouse } from '../../printing/typst-printer.ts';
import { styleAt } from '../style-at.ts';
import type { PaperId } from '../styled-papers.ts';
import { confirmTemplate, endTemplates, insertTemplate, listTemplates, type OwnTemplate } from '../styles.store.ts';
import { checkTemplate, MOST_BYTES } from './check-template.ts';

type Needs = Pick<Services, 'db' | 'newId'>;

/** 提出. Refuses TOO_LARGE, UNSUITABLE_FILE for what is no text or does not say all it must. Answers with its id. */
export async function proposeTemplate(
  { db, newId }: Needs,
  printer: PrintHouse,
  actor: Actor,
  paper: PaperId,
  file: UploadedFile,
): Promise<string> {
  const source = await textOf(file);
  const { placeCode } = actor.institution;
  const style = await db.read(scopeOf(actor), (tx) => styleAt(tx, paper, placeCode));
  await checkTemplate(printer, paper, source, style?.look);
  const id = newId();
  await db.write(scopeOf(actor), async (tx) => {
    await insertTemplate(tx, { id, paper, placeCode, source }, actor);
    await tell(tx, actor, 'PROPOSE_PAPER_TEMPLATE', { paper, template: id, bytes: source.length });
  });
  return id;
}

async function textOf({ stream }: UploadedFile): Promise<string> {
  const bytes: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw refuse('TOO_LARGE', { what: '模板', limit: `${MOST_BYTES / 1024}KB` });
    bytes.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(bytes));
  } catch {
    throw refuse('UNSUITABLE_FILE', { why: '模板须是UTF-8编码的文本文件（.typ）' });
  }
}

/** 启用. Refuses SAME_PERSON for whoever proposed it, CONFLICT once it stands or was ended, BAD_INPUT for a day gone by. */
export async function putIntoForce(tx: Transaction, actor: Actor, id: string, from: CivilDate): Promise<PaperId> {
  const one = await getTemplate(tx, [actor.institution.placeCode], id);
  if (one.endedAt || one.confirmedAt) throw refuse('CONFLICT', { what: '此模板已启用或已停用' });
  if (one.proposedBy === actor.accountId) throw refuse('SAME_PERSON');
  if (from < dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '启用日不能早于今天' });
  await confirmTemplate(tx, { id, placeCode: one.placeCode, validFrom: from }, actor);
  await tell(tx, actor, 'CONFIRM_PAPER_TEMPLATE', { paper: one.paper, template: id, from });
  return one.paper;
}

/** 停用: a proposal goes, or the place has no template of its own for the paper any more. Refuses CONFLICT once ended. */
export async function endTemplate(tx: Transaction, actor: Actor, id: string): Promise<PaperId> {
  const one = await getTemplate(tx, [actor.institution.placeCode], id);
  if (one.endedAt) throw refuse('CONFLICT', { what: '此模板已停用' });
  const here = await listTemplates(tx, [one.placeCode], one.paper);
  // An older one must not come back by itself when the one in force goes.
  const older = here.filter(({ confirmedAt }) => one.confirmedAt && confirmedAt && confirmedAt <= one.confirmedAt);
  const ids = [...new Set([id, ...older.map((other) => other.id)])];
  await endTemplates(tx, one.placeCode, ids, actor.personName);
  await tell(tx, actor, 'END_PAPER_TEMPLATE', { paper: one.paper, template: id });
  return one.paper;
}

/** A template of one of these places; refuses NOT_FOUND. */
export async function getTemplate(tx: Transaction, places: readonly string[], id: string): Promise<OwnTemplate> {
  const one = (await listTemplates(tx, places)).find((other) => other.id === id);
  if (!one) throw refuse('NOT_FOUND', { what: '此模板' });
  return one;
}

const tell = (tx: Transaction, actor: Actor, action: string, detail: Record<string, string | number>) =>
  record(tx, asAuditActor(actor), {
    ...{ action, subjectKind: 'INSTITUTION', subjectId: actor.institution.id, path: actor.institution.path, detail },
  });
