/** 申请关键数据变更: the school's registrar opens the case, or mends it; nothing is opened while something is unsound. */
import { type Actor, asAuditActor, type Services } from '../access/index.ts';
import { auditRows, record } from '../audit/record.store.ts';
import { getInstitution, getSupervision } from '../authorities/index.ts';
import { type CaseEngine, caseNumber, getCase, type MaybeOffline, partiesOf, updateCase } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Stage } from '../policy/index.ts';
import { type AssessedKeyData, assessKeyData, refusePastMeasure } from '../students/index.ts';
import type { Application, Mending, Opening, Outcome } from './key-data.api.ts';
import { dataOf, KEY_DATA_CHANGE, newNumberOf } from './key-data-change.ts';

type Needs = Pick<Services, 'cipher' | 'index' | 'newId' | 'randomBytes'>;

/**
 * Opens the case with its first half, the proposal; while something red is found, only says what. Refuses NOT_FOUND for a
 * student of another school, BAD_INPUT where nothing would change, CASE_OPEN, LAW_REFUSES and REASON_NEEDED.
 */
export async function openChange(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { studentId, offline, ...application }: Opening & MaybeOffline,
): Promise<Outcome> {
  const assessed = await assessKeyData(tx, services, studentId, application.values);
  const { open, row, record: child } = assessed.held;
  if (open?.school_id !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校在籍的此学生' });
  if (isUnsound(assessed)) return saidOnly(tx, assessed);
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: open.school_id });
  const { authorityId } = await getSupervision(tx, school.id, open.stage as Stage, today);
  const id = services.newId();
  const number = caseNumber(services, 'GJ', today);
  const data = dataOf(services, id, assessed, application);
  const trace = auditRows(tx, asAuditActor(actor), [
    {
      action: 'OPEN_KEY_DATA_CHANGE',
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: row.path,
      detail: { number, items: assessed.changed },
    },
  ]);
  await engine.open(
    tx,
    actor,
    {
      id,
      subjectId: studentId,
      subjectKind: 'STUDENT',
      number,
      kind: KEY_DATA_CHANGE,
      workflow: 'key-data-change',
      title: titleOf(child.name ?? '', data.items),
      schoolId: school.id,
      authorityId,
      parties: { school: school.id, authority: authorityId },
      path: school.path,
      counterpartPath: null,
      lawDay: today,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SUBMIT', opinion: application.reason, offline },
    trace,
  );
  return { caseId: id, findings: assessed.findings.map(told) };
}

/**
 * 查号计次: a number put forward is looked for among all students, and a refusal tells that somebody holds it. So each such
 * application leaves its row and counts against the day's measure, before anything is answered and whatever comes of it.
 */
export async function countNumberCheck(tx: Transaction, actor: Actor, subjectId: string): Promise<void> {
  await refusePastMeasure(tx, actor);
  await record(tx, asAuditActor(actor), {
    action: 'CHECK_NUMBER',
    subjectKind: 'STUDENT',
    subjectId,
    path: actor.institution.path,
    detail: { field: 'identityNumber' },
  });
}

/** 补正: other values, papers or reasons, while the school has the case and before it hands in again. */
export async function mendChange(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { caseId, keepNumber, ...application }: Mending & { caseId: string },
): Promise<Outcome> {
  const one = await getCase(tx, caseId, { lock: true });
  if (one.kind !== KEY_DATA_CHANGE || one.schoolId !== actor.institution.id)
    throw refuse('NOT_FOUND', { what: '此办件' });
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT'))) {
    throw refuse('NOT_ALLOWED', { what: '修改变更申请（只在填报或退回补正期间由本校经办人修改）' });
  }
  const kept = keepNumber ? newNumberOf(services, one) : undefined;
  const values: Application['values'] = {
    ...application.values,
    ...(kept === undefined ? {} : { identityNumber: kept }),
  };
  const assessed = await assessKeyData(tx, services, one.subjectId, values);
  if (isUnsound(assessed)) return saidOnly(tx, assessed);
  const data = dataOf(services, caseId, assessed, application);
  await updateCase(tx, caseId, { title: titleOf(data.child.name, data.items), data: { ...data } });
  await record(tx, asAuditActor(actor), {
    action: 'MEND_KEY_DATA_CHANGE',
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: { number: one.number, items: assessed.changed },
  });
  return { caseId, findings: assessed.findings.map(told) };
}

/** 看新证件号: for whoever takes part, to compare it with the paper; counted and recorded like every full value. */
export async function revealNewNumber(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  { caseId, reason }: { caseId: string; reason: string },
): Promise<string> {
  const one = await getCase(tx, caseId);
  const number = one.kind === KEY_DATA_CHANGE ? newNumberOf(services, one) : undefined;
  if (number === undefined || partiesOf(one, actor).length === 0) throw refuse('NOT_FOUND', { what: '此件的新证件号' });
  await refusePastMeasure(tx, actor);
  await record(tx, asAuditActor(actor), {
    action: 'REVEAL_VALUE',
    subjectKind: 'STUDENT',
    subjectId: one.subjectId,
    path: one.path,
    reason,
    detail: { field: 'identityNumber', case: one.number },
  });
  return number;
}

const isUnsound = ({ changed, findings }: AssessedKeyData): boolean => {
  if (changed.length === 0) throw refuse('BAD_INPUT', { what: '新值与现值相同，没有要变更的项目' });
  return findings.some(({ severity }) => severity === 'red');
};

function saidOnly(tx: Transaction, { findings }: AssessedKeyData): Outcome {
  tx.markAudited(); // nothing was written
  return { caseId: null, findings: findings.map(told) };
}

const told = ({ field, severity, sentence, remedy }: AssessedKeyData['findings'][number]) => ({
  ...{ field, severity, sentence, remedy },
});

/** 李沐辰 姓名、民族 */
const titleOf = (name: string, items: readonly { label: string }[]): string =>
  `${name} ${items.map(({ label }) => label).join('、')}`;
