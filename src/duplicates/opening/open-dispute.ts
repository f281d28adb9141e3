/** 报问题学籍: a school sets its record beside another and says what it says of its own; the case waits for its leader. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows, recordAll } from '../../audit/record.store.ts';
import { type Case, type CaseEngine, caseNumber, claimStudent } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { refusePastMeasure } from '../../students/index.ts';
import { type DisputeData, DUPLICATE_DISPUTE, studentsOf } from '../dispute.ts';
import type { DisputeOpening, DisputePreview, OtherRef, OwnRef } from '../duplicates.api.ts';
import { compareSides } from '../records/compare-sides.ts';
import { readSide, type SideRecord } from '../records/read-side.ts';
import { findOpenAt, getEntrant } from '../records/sides.store.ts';
import { rowsOf } from '../records/view-records.ts';
import { settlePair } from '../suspicion/pairs.store.ts';
import { otherStudentId } from './find-other.ts';
import { type DisputeWay, wayOf } from './way-of-dispute.ts';

type Needs = Pick<Services, 'cipher' | 'index' | 'calendar' | 'newId' | 'randomBytes'>;

/** Both records side by side before anything is opened. Leaves COMPARE_STUDENT where the other record lies. */
export async function previewDispute(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { own, other }: { own: OwnRef; other: OtherRef },
): Promise<DisputePreview> {
  await refusePastMeasure(tx, actor);
  const sides = await bothSides(tx, services, actor, own, other);
  const found = compareSides(...sides);
  const { ruler } = await wayOf(tx, sides, { ...found, statement: 'UPHOLD', day: dayOf(tx.now) });
  const [first, second] = sides;
  await recordAll(tx, asAuditActor(actor), [
    {
      action: 'COMPARE_STUDENT',
      subjectKind: 'STUDENT',
      subjectId: second.side.id,
      path: second.side.path,
      detail: { entrant: first.side.id },
    },
  ]);
  return {
    ...found,
    rulerName: ruler.name,
    statements: first.side.kind === 'ENTRANT' ? ['UPHOLD'] : ['UPHOLD', 'CORRECT', 'DELETE'],
    first: { kind: first.side.kind, schoolName: first.school.name },
    second: { kind: second.side.kind, schoolName: second.school.name },
    rows: rowsOf(sides),
  };
}

/**
 * Opens the case with its first half. Refuses NOT_FOUND for a record that is not the school's own, CASE_OPEN where either
 * student has another case, naming it, BAD_INPUT for a statement that does not fit.
 */
export async function openDispute(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { own, other, statement, words }: DisputeOpening,
): Promise<string> {
  const sides = await bothSides(tx, services, actor, own, other);
  const [first, second] = sides;
  if (first.side.kind === 'ENTRANT' && statement !== 'UPHOLD') {
    throw refuse('BAD_INPUT', { what: '未建籍的新生请直接更正或删除登记，不需报问题学籍' });
  }
  const day = dayOf(tx.now);
  const found = compareSides(...sides);
  const way = await wayOf(tx, sides, { ...found, statement, day });
  const data: DisputeData = {
    ...found,
    ...{ statement, words, first: first.side, second: second.side, rulerName: way.ruler.name },
  };
  const one = caseOf(services, { sides, way, data, day, at: tx.now });
  const titleOf = (workflow: string) => engine.workflowOf({ workflow }).title;
  for (const studentId of studentsOf(data).filter((id) => id !== one.subjectId)) {
    await claimStudent(tx, services.calendar, { ...one, subjectId: studentId }, titleOf);
  }
  if (first.side.kind === 'STUDENT') await settlePair(tx, first.side.id, second.side.id, one.id);
  const traces = sides.map(({ side }) => ({
    action: 'OPEN_DISPUTE',
    subjectKind: 'STUDENT' as const,
    subjectId: side.id,
    path: side.path,
    detail: { number: one.number, basis: found.basis },
  }));
  await engine.open(tx, actor, one, { action: 'SUBMIT', opinion: words }, auditRows(tx, asAuditActor(actor), traces));
  return one.id;
}

interface Opened {
  sides: readonly [SideRecord, SideRecord];
  way: DisputeWay;
  data: DisputeData;
  day: CivilDate;
  at: Date;
}

/** The subject is the registered student: of the school that answers, where the other has not been registered yet. */
function caseOf(services: Needs, { sides: [first, second], way, data, day, at }: Opened): Case {
  return {
    id: services.newId(),
    subjectId: first.side.kind === 'STUDENT' ? first.side.id : second.side.id,
    subjectKind: 'STUDENT',
    number: caseNumber(services, 'WT', day),
    kind: DUPLICATE_DISPUTE,
    workflow: way.workflow,
    title: `${first.side.name} ${first.school.shortName}·${second.school.shortName}`,
    schoolId: first.school.id,
    authorityId: way.ruler.id,
    parties: way.parties,
    path: first.school.path,
    counterpartPath: second.school.path,
    lawDay: day,
    data: { ...data },
    openedAt: at,
  };
}

/** Ours first, in the caller's own school; then the other, wherever it lies. */
async function bothSides(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  own: OwnRef,
  other: OtherRef,
): Promise<[SideRecord, SideRecord]> {
  await checkOwn(tx, actor, own);
  const otherId = await otherStudentId(tx, services, actor, own, other);
  if (otherId === own.id) throw refuse('BAD_INPUT', { what: '对方记录就是本记录，请查找另一条' });
  const second = await readSide(tx, services, { kind: 'STUDENT', id: otherId });
  if (!(await tx.beyondScope(() => findOpenAt(tx, otherId)))) {
    throw refuse('CONFLICT', { what: '对方现不在籍，不成重复；需要接续学籍的，请按恢复学籍办理' });
  }
  return [await readSide(tx, services, own), second];
}

async function checkOwn(tx: Transaction, { institution }: Actor, { kind, id }: OwnRef): Promise<void> {
  const here =
    kind === 'STUDENT'
      ? (await findOpenAt(tx, id))?.school_id === institution.id
      : await getEntrant(tx, id).then((one) => one.schoolId === institution.id && one.state === 'DRAFT');
  if (!here) throw refuse('NOT_FOUND', { what: kind === 'STUDENT' ? '此学生' : '此新生（须为本校未提交的登记）' });
}
