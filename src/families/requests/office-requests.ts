/** 家长申请的办理: what waits at a school or an authority, one request with its papers, and the answer. */
import { type Actor, asAuditActor, type FileAnswer, type Services } from '../../access/index.ts';
import { mendEntrant } from '../../admissions/index.ts';
import { record } from '../../audit/record.store.ts';
import { institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { familyRelations, labelOf, updateItems } from '../../students/index.ts';
import { type Child, checkMaySeeChild, readChild, subjectAt, subjectOf } from '../child/child.ts';
import { articlesFor } from './articles.ts';
import { shownPaper } from './keep-papers.ts';
import { listPapersOf } from './paper.store.ts';
import { answerRequest, getRequest, listRequests, type StoredRequest } from './request.store.ts';
import { hasKeyData, KIND_WORDS, kindWords, linesOf, matterOf } from './request-words.ts';
import type { Answered, Content, OfficeDetail, OfficeItem, OfficePage } from './requests.api.ts';

type Needs = Pick<Services, 'cipher' | 'index' | 'law'>;

const SHOWN = 200;
const STATE_WORDS = { OPEN: '待答复', ACCEPTED: '已受理', DECLINED: '不予受理', WITHDRAWN: '家长已撤回' } as const;

/** The newest 200: those that wait, or all. A class teacher sees the corrections of the own class group. */
export async function viewRequests(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  openOnly: boolean,
): Promise<OfficePage> {
  const today = dayOf(tx.now);
  const found = await listRequests(tx, { path: actor.institution.path, openOnly, limit: SHOWN });
  const items: OfficeItem[] = [];
  for (const one of found) {
    const seen = await seenBy(tx, services, actor, one);
    if (seen) items.push(await itemOf(tx, one, seen));
  }
  const open = items.filter(({ state }) => state === 'OPEN');
  return { today, open: open.length, late: open.filter(({ late }) => late).length, items };
}

/** The child's record, where the actor may see it and has to do with the request. */
async function seenBy(tx: Transaction, services: Needs, actor: Actor, one: StoredRequest): Promise<Child | undefined> {
  if (actor.role === 'CLASS_TEACHER' && one.kind !== 'CORRECTION') return undefined;
  try {
    const child = await readChild(tx, services, one.studentId);
    await checkMaySeeChild(tx, actor, child);
    return child;
  } catch {
    return undefined; // gone to another school, another class group's, or given up before it was registered
  }
}

async function itemOf(tx: Transaction, one: StoredRequest, child: Child): Promise<OfficeItem> {
  const schools = await institutionsById(tx, [one.schoolId]);
  const { id, studentId, kind, state, answerBy, caseId, guardianName, relation } = one;
  return {
    ...{ id, studentId, kind, state, answerBy, caseId },
    childName: child.name,
    registered: child.held !== undefined,
    schoolName: child.school?.name ?? schools.get(one.schoolId)?.name ?? '',
    classWords: child.classWords ?? null,
    guardianWords: `${labelOf(familyRelations, relation) ?? ''}${guardianName}`,
    kindWords: kindWords(kind, child),
    stateWords: STATE_WORDS[state],
    sentOn: dayOf(one.sentAt),
    late: state === 'OPEN' && answerBy < dayOf(tx.now),
  };
}

/** Everything about one request; opening it stands in the child's trail. Refuses NOT_FOUND for what is not the actor's. */
export async function viewRequest(tx: Transaction, services: Needs, actor: Actor, id: string): Promise<OfficeDetail> {
  const { one, child, content } = await requestFor(tx, services, actor, id);
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_FAMILY_REQUEST',
    ...subjectOf(child),
    path: one.path,
    detail: { request: id, kind: one.kind },
  });
  const keyData = !child.draft && hasKeyData(content);
  const matter = matterOf(content);
  return {
    ...(await itemOf(tx, one, child)),
    ...{ keyData, matter, said: content.said },
    lines: linesOf(content, child),
    papers: (await listPapersOf(tx, one.studentId, [id])).map(shownPaper),
    answer:
      one.answeredAt && one.state !== 'WITHDRAWN'
        ? { on: dayOf(one.answeredAt), byName: one.answeredByName ?? '', opinion: one.opinion, basis: one.basis }
        : null,
    may: mayDo(actor, one, { keyData, draft: child.draft !== undefined }),
    articles: one.state === 'OPEN' ? await articlesFor(tx, services, actor, child, content) : [],
    opensAt: opensAt(one, keyData),
    values:
      keyData && content.kind === 'CORRECTION'
        ? Object.fromEntries(content.items.map(({ path, value }) => [path, value]))
        : {},
  };
}

function opensAt({ id, studentId, kind }: StoredRequest, keyData: boolean): string | null {
  if (keyData) return `/students/${studentId}/key-data-change?request=${id}`;
  const isLeave = kind === 'LEAVE' || kind === 'LEAVE_EXTENSION' || kind === 'RETURN';
  return isLeave ? `/leaves/students/${studentId}?request=${id}` : null;
}

function mayDo(
  actor: Actor,
  one: StoredRequest,
  { keyData, draft }: { keyData: boolean; draft: boolean },
): OfficeDetail['may'] {
  if (one.state !== 'OPEN' || one.receiverId !== actor.institution.id) return [];
  if (draft) return actor.role === 'SCHOOL_REGISTRAR' ? ['ACCEPT', 'DECLINE'] : [];
  if (one.kind === 'COMPLAINT') return ['ANSWER', 'DECLINE'];
  if (one.kind === 'CORRECTION' && !keyData) return actor.role === 'SCHOOL_LEADER' ? [] : ['ACCEPT', 'DECLINE'];
  return actor.role === 'SCHOOL_REGISTRAR' ? ['OPEN_CASE', 'DECLINE'] : [];
}

/** The request, locked, with the record it is about. */
async function requestFor(tx: Transaction, services: Needs, actor: Actor, id: string) {
  const one = await getRequest(tx, id);
  const child = await seenBy(tx, services, actor, one);
  if (!child || one.kind === 'TRANSFER') throw refuse('NOT_FOUND', { what: '此家长申请' });
  return { one, child, content: services.cipher.open('family_requests', one.id, one.sealed) as Content };
}

/** One photograph of a request. */
export async function openRequestPaper(
  services: Needs & Pick<Services, 'files'>,
  tx: Transaction,
  actor: Actor,
  { id, paperId }: { id: string; paperId: string },
): Promise<FileAnswer> {
  const { one, child } = await requestFor(tx, services, actor, id);
  const paper = (await listPapersOf(tx, one.studentId, [id])).find((kept) => kept.id === paperId);
  if (!paper) throw refuse('NOT_FOUND', { what: '此份材料' });
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_FAMILY_REQUEST',
    ...subjectOf(child),
    path: one.path,
    detail: { request: id, paper: paperId },
  });
  return { file: await services.files.fetch(paper.fileId), mediaType: paper.mediaType, sandboxed: true };
}

export interface Answering {
  id: string;
  accept: boolean;
  opinion: string;
  /** 所依规定: a text and article; needed for a refusal. */
  basis: string;
}

/**
 * Answers what needs no case: a correction of ordinary items is written, a complaint answered, anything may be declined
 * with reason and article. While something red is found on a correction it only says what. Refuses CONFLICT once answered.
 */
export async function answer(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { id, accept, opinion, basis }: Answering,
): Promise<Answered> {
  const { one, child, content } = await requestFor(tx, services, actor, id);
  if (one.state !== 'OPEN') throw refuse('CONFLICT', { what: '此申请已有答复或已撤回' });
  const draft = child.draft !== undefined;
  const may = mayDo(actor, one, { keyData: !draft && hasKeyData(content), draft });
  const act = !accept ? 'DECLINE' : one.kind === 'COMPLAINT' ? 'ANSWER' : 'ACCEPT';
  if (!may.includes(act)) {
    throw refuse('NOT_ALLOWED', { what: `答复“${KIND_WORDS[one.kind]}”申请${accept ? '（须立案办理）' : ''}` });
  }
  // What is not taken over into a draft is refused by nobody's law: the school says what does not agree.
  if (!accept && (opinion.length < 2 || (!draft && basis.length < 2))) {
    throw refuse('BAD_INPUT', { what: draft ? '不予采用须写明理由' : '不予受理须写明理由和所依规定' });
  }
  if (act === 'ANSWER' && opinion.length < 2) throw refuse('BAD_INPUT', { what: '请写明答复' });
  if (act === 'ACCEPT' && content.kind === 'CORRECTION') {
    const values = Object.fromEntries(content.items.map(({ path, value }) => [path, value]));
    const findings = await write(tx, services, actor, child, values);
    if (findings) return { done: false, findings };
  }
  await settle(tx, actor, one, { state: accept ? 'ACCEPTED' : 'DECLINED', opinion, basis });
  return { done: true, findings: [] };
}

/**
 * Writes what the family has corrected: of a student only what is sound, and answers with what is not; into a draft all of
 * it at once, and the draft is checked again as after any mending.
 */
async function write(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { id, held, draft }: Child,
  values: Record<string, string>,
): Promise<Answered['findings'] | undefined> {
  if (draft) {
    await mendEntrant(tx, services, actor, id, { values, version: draft.entrant.version });
    return undefined;
  }
  const { findings, written } = await updateItems(tx, services, actor, {
    ...{ studentId: id, values },
    version: held?.row.version ?? 0,
  });
  if (written) return undefined;
  tx.markAudited(); // nothing was changed
  return findings;
}

/** Writes the answer, with its row in the child's trail. */
export async function settle(
  tx: Transaction,
  actor: Actor,
  one: StoredRequest,
  {
    state,
    opinion,
    basis,
    caseId,
  }: { state: 'ACCEPTED' | 'DECLINED'; opinion: string; basis: string; caseId?: string },
): Promise<void> {
  const byName = actor.personName;
  await answerRequest(tx, one, { state, byName, opinion, basis, ...(caseId ? { caseId } : {}) });
  await record(tx, asAuditActor(actor), {
    action: 'ANSWER_FAMILY_REQUEST',
    ...(await subjectAt(tx, one.studentId)),
    path: one.path,
    detail: { request: one.id, kind: one.kind, state, ...(caseId ? { case: caseId } : {}) },
  });
}
