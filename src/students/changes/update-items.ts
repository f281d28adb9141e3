/** 信息维护: what is not key data is kept up to date by the school, item by item (SC-0.6, S6-20.1); key data needs a case. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkRecord } from '../record/check-record.ts';
import { columnAt } from '../record/fields/form.ts';
import type { RecordFinding } from '../record/finding.ts';
import { type RawRecord, rawOf } from '../record/raw-values.ts';
import { type Guardian, type StudentRecord, selectItems } from '../record/student-record.ts';
import { getStudentRow, listGuardians } from '../view/student.store.ts';
import { type GuardianRow, replaceGuardians, setItems } from './items.store.ts';
import { PLACED_ELSEWHERE } from './placed-elsewhere.ts';

export interface ItemsUpdate {
  studentId: string;
  /** Texts by item path, as typed: `homeAddress`, `guardians.0.phone`. */
  values: Readonly<Record<string, string>>;
  /** The record's version that the person saw. */
  version: number;
}

/**
 * Changes items of a record. Returns what was found on the changed items; nothing is written while one of them is red.
 * Refuses NOT_ALLOWED for key data (SX-15.2) and STALE where somebody else was quicker.
 */
export async function updateItems(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  { studentId, values, version }: ItemsUpdate,
): Promise<{ version: number; findings: RecordFinding[] }> {
  const paths = Object.keys(values);
  for (const path of paths) checkOpen(path);
  const row = await getStudentRow(tx, studentId);
  const before = await readItems(tx, services.cipher, studentId, row);
  const raw: RawRecord = { ...rawOf(before), ...values };
  const checked = checkRecord(raw, { today: dayOf(tx.now), draft: true });
  const findings = checked.findings.filter(({ field }) => paths.includes(field));
  if (findings.some(({ severity }) => severity === 'red')) return { version, findings };

  const { cipher } = services;
  const details = selectItems(checked.record, (field) => !field.classified && !PLACED_ELSEWHERE.has(field.key));
  const sealed = cipher.seal('students', studentId, {
    ...selectItems(checked.record, (field) => field.classified === true && !PLACED_ELSEWHERE.has(field.key)),
    economy: checked.record.economy,
  });
  await setItems(tx, studentId, { details, sealed, version });
  if (paths.some((path) => path.startsWith('guardians.'))) {
    const rows = checked.record.guardians.map((guardian, ordinal) =>
      guardianRow(services, studentId, guardian, ordinal),
    );
    await replaceGuardians(tx, studentId, row.path, rows);
  }
  await record(tx, asAuditActor(actor), {
    action: 'UPDATE_STUDENT',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: row.path,
    detail: { changes: paths.map((path) => changeOf(path, rawOf(before)[path], values[path]!)) },
  });
  return { version: version + 1, findings };
}

function checkOpen(path: string): void {
  const field = columnAt(path)?.field;
  if (!field) throw refuse('BAD_INPUT', { what: '没有此信息项，请刷新页面后重试' });
  if (field.keyData && !path.startsWith('guardians.')) {
    throw refuse('NOT_ALLOWED', { what: `${field.label}是关键数据，更正须办件` });
  }
  if (!path.startsWith('guardians.') && PLACED_ELSEWHERE.has(field.key as never)) {
    throw refuse('NOT_ALLOWED', { what: `${field.label}不在此处改` });
  }
}

/** The items as they stand, put together from where they are kept. */
async function readItems(
  tx: Transaction,
  cipher: Services['cipher'],
  studentId: string,
  row: Awaited<ReturnType<typeof getStudentRow>>,
): Promise<StudentRecord> {
  const { economy = {}, ...classified } = cipher.open('students', studentId, row.sealed) as Partial<StudentRecord>;
  const guardians = (await listGuardians(tx, studentId)).map((one) => ({
    name: one.name,
    relation: one.relation,
    isGuardian: one.is_guardian,
    ...(cipher.open('guardians', studentId, one.sealed) as object),
  }));
  return { ...(row.details as object), ...classified, guardians: guardians as Guardian[], economy };
}

/** 前后值: of a classified item only the fact that it changed; its old value is in no log. */
function changeOf(path: string, before: unknown, after: string) {
  const classified = columnAt(path)?.field.classified === true;
  return classified ? { item: path } : { item: path, before: before ?? null, after };
}

/** A family member as its row holds it. */
export function guardianRow(
  { cipher, index }: Pick<Services, 'cipher' | 'index'>,
  studentId: string,
  guardian: Guardian,
  ordinal: number,
): GuardianRow {
  const { name = '', relation = '', isGuardian = false, ...rest } = guardian;
  const { identityNumber, phone } = guardian;
  return {
    ordinal,
    name,
    relation,
    isGuardian,
    sealed: cipher.seal('guardians', studentId, rest),
    numberHash: identityNumber ? index.blindIndex('guardian-number', identityNumber) : null,
    phoneHash: phone ? index.blindIndex('guardian-phone', phone) : null,
  };
}
