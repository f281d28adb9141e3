/** 家长提出申请: checked as far as it can be, sealed, with its photographs; to the school, its authority, or the wished school. */
import { type FamilyCaller, familyAsAuditActor, familySubject, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution, getSupervision, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { MOVES, type Move, type Stage, TRANSFER_GROUNDS, type TransferGround } from '../../policy/index.ts';
import { HOSPITALS, LEAVE_REASONS, OTHER_PROOFS } from '../../policy/questions/leave.ts';
import { KEY_DATA_PATHS } from '../../students/index.ts';
import { tellWish, type Wisher, withdrawWish } from '../../transfers/index.ts';
import { type Child, readChild, schoolOf } from '../child/child.ts';
import { formLines, proposable } from '../form/form-lines.ts';
import { isOwn } from '../record/reveal-own.ts';
import { takePapers } from './paper.store.ts';
import { answerRequest, getRequest, insertRequest, listOwnRequests } from './request.store.ts';
import { KIND_WORDS } from './request-words.ts';
import type { Content } from './requests.api.ts';

type Needs = Pick<Services, 'cipher' | 'newId'> & { calendar: WorkingCalendar };

/**
 * 答复期限: no text of law in the library sets one for a family's request as such (a case has its own terms), so this is
 * the product's own promise, shown to both sides as such.
 */
export const ANSWER_WITHIN = 10;
const MOST_OPEN = 10;

/** Gives the request's id. Refuses BAD_INPUT for what cannot be asked, CONFLICT for a second of its kind that waits. */
export async function sendRequest(
  tx: Transaction,
  services: Needs,
  family: FamilyCaller,
  { content, paperIds }: { content: Content; paperIds: readonly string[] },
): Promise<string> {
  const child = await readChild(tx, services, family.studentId);
  const school = await schoolOf(tx, child);
  checkContent(family, child, content);
  await refuseSecond(tx, family, content);
  const id = services.newId();
  const wish = content.kind === 'TRANSFER' ? await wishFor(tx, services, family, content, child) : undefined;
  const receiver = wish ?? (await receiverOf(tx, content, school, child.stage as Stage));
  const { studentId, linkId, guardianName, relation } = family;
  await tx.beyondScope(async () => {
    await insertRequest(tx, {
      ...{ id, studentId, linkId, guardianName, relation },
      kind: content.kind,
      path: receiver.path,
      schoolId: school.id,
      receiverId: receiver.id,
      sealed: services.cipher.seal('family_requests', id, content),
      answerBy: answerBy(services.calendar, dayOf(tx.now)),
      invitationId: wish?.invitationId ?? null,
    });
    const taken = await takePapers(tx, { studentId, linkId, requestId: id, path: receiver.path }, paperIds);
    if (taken !== paperIds.length) throw refuse('BAD_INPUT', { what: '有照片已删去或已用于别的申请，请重新附上' });
  });
  await record(tx, familyAsAuditActor(family), {
    action: 'SEND_FAMILY_REQUEST',
    ...familySubject(family),
    // A complaint to the authority is not told to the school it is about.
    path: content.kind === 'TRANSFER' ? family.path : receiver.path,
    detail: { kind: content.kind, request: id, link: linkId, papers: paperIds.length },
  });
  return id;
}

/** Ten working days on; where the calendar of the year is not published, the same in weeks. */
const answerBy = (calendar: WorkingCalendar, today: CivilDate): CivilDate =>
  calendar.covers(addDays(today, 40)) ? calendar.addWorkingDays(today, ANSWER_WITHIN) : addDays(today, 14);

async function receiverOf(tx: Transaction, content: Content, school: Institution, stage: Stage): Promise<Institution> {
  if (content.kind !== 'COMPLAINT' || content.to === 'SCHOOL') return school;
  const { authorityId } = await getSupervision(tx, school.id, stage, dayOf(tx.now));
  return getInstitution(tx, { id: authorityId });
}

export const wisherOf = (family: FamilyCaller): Wisher => ({
  id: family.linkId,
  name: `家长${family.guardianMasked}（${family.relationWords}）`,
  audit: familyAsAuditActor(family),
});

async function wishFor(
  tx: Transaction,
  services: Needs,
  family: FamilyCaller,
  { toSchoolId, ground, moved, said }: Extract<Content, { kind: 'TRANSFER' }>,
  child: Child,
) {
  const wish = {
    ...{ studentId: family.studentId, toSchoolId, said, childName: child.name },
    ground: ground as TransferGround,
    ...(moved ? { moved: moved as Move } : {}),
  };
  const { id: invitationId, toPath } = await tellWish(tx, services, wisherOf(family), wish);
  return { id: toSchoolId, path: toPath, invitationId };
}

function checkContent(family: FamilyCaller, child: Child, content: Content): void {
  const { held, draft } = child;
  const open = held?.open;
  if (draft && content.kind !== 'CORRECTION') throw refuse('BAD_INPUT', { what: '建立学籍以后才能办理此事' });
  const known = (words: Readonly<Record<string, string>>, code: string | undefined, what: string) => {
    if (code !== undefined && words[code] === undefined) throw refuse('BAD_INPUT', { what: `请重新选择${what}` });
  };
  switch (content.kind) {
    case 'CORRECTION':
      checkItems(family, child, content.items);
      break;
    case 'TRANSFER':
      known(TRANSFER_GROUNDS, content.ground, '转学事由');
      known(MOVES, content.moved, '迁移范围');
      break;
    case 'LEAVE':
      known(LEAVE_REASONS, content.reason, '休学原因');
      known(OTHER_PROOFS, content.otherProof, '证明');
      if (content.endsOn <= content.beginsOn) throw refuse('BAD_INPUT', { what: '期满日须在起始日之后' });
      if (open?.state === 'ON_LEAVE') throw refuse('BAD_INPUT', { what: '孩子正在休学，请申请延长休学或复学' });
      known(HOSPITALS, content.hospital, '医疗单位');
      break;
    case 'LEAVE_EXTENSION':
    case 'RETURN':
      if (open?.state !== 'ON_LEAVE') throw refuse('BAD_INPUT', { what: '孩子现在没有休学' });
      known(HOSPITALS, content.hospital, '医疗单位');
      break;
    case 'COMPLAINT':
      break;
  }
}

/**
 * 逐项更正: of a student key data and other items go different ways, so one request holds one sort; in a draft no case
 * holds anything yet.
 */
function checkItems(family: FamilyCaller, child: Child, items: readonly { path: string; value: string }[]): void {
  const sorts = new Set(items.map(({ path }) => KEY_DATA_PATHS.includes(path)));
  if (!child.draft && sorts.size > 1) throw refuse('BAD_INPUT', { what: '关键数据须另行立案，请与其他项目分开提出' });
  const lines = new Map(formLines(family, child).flatMap((group) => group.lines.map((line) => [line.path, line])));
  const may = new Set(proposable(family, child));
  for (const { path } of items) {
    const line = lines.get(path);
    if (may.has(path)) continue;
    if (!line || !isOwn(family, path)) throw refuse('BAD_INPUT', { what: '有不能由您提出更正的项目，请刷新后再填' });
    throw refuse('BAD_INPUT', { what: `${line.label}${line.fixed ?? ''}，不由家长提出更正` });
  }
}

async function refuseSecond(tx: Transaction, family: FamilyCaller, content: Content): Promise<void> {
  const open = (await tx.beyondScope(() => listOwnRequests(tx, family))).filter(({ state }) => state === 'OPEN');
  if (open.length >= MOST_OPEN) throw refuse('CONFLICT', { what: `您已有${MOST_OPEN}项申请待答复` });
  const single = content.kind !== 'CORRECTION' && content.kind !== 'COMPLAINT' && content.kind !== 'TRANSFER';
  if (single && open.some(({ kind }) => kind === content.kind)) {
    throw refuse('CONFLICT', { what: `您的${KIND_WORDS[content.kind]}申请还在等答复，可先撤回` });
  }
}

/** 撤回. Refuses NOT_FOUND for another's, CONFLICT once it was answered. */
export async function withdrawRequest(tx: Transaction, family: FamilyCaller, id: string): Promise<void> {
  const { studentId, guardianName } = family;
  await tx.beyondScope(async () => {
    const one = await getRequest(tx, id);
    if (one.studentId !== studentId || one.guardianName !== guardianName) throw refuse('NOT_FOUND', { what: '此申请' });
    if (one.state !== 'OPEN') throw refuse('CONFLICT', { what: '此申请已有答复' });
    if (one.invitationId) await withdrawWish(tx, { ...wisherOf(family), id: one.linkId }, studentId, one.invitationId);
    await answerRequest(tx, one, { state: 'WITHDRAWN', byName: wisherOf(family).name, opinion: '', basis: '' });
    await record(tx, familyAsAuditActor(family), {
      action: 'WITHDRAW_FAMILY_REQUEST',
      ...familySubject(family),
      path: one.path,
      detail: { kind: one.kind, request: id },
    });
  });
}
