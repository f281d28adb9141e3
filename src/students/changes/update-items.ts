/** 信息维护: what is not key data is kept up to date by the school, item by item (SC-0.6, S6-20.1); key data needs a case. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { announce } from '../../feed/announce.store.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkRecord } from '../record/check-record.ts';
import { columnAt } from '../record/fields/form.ts';
import type { RecordFinding } from '../record/finding.ts';
import { type RawRecord, rawOf } from '../record/raw-values.ts';
import { type StudentRecord, selectItems } from '../record/student-record.ts';
import { type HeldRecord, readRecord } from '../view/read-record.ts';
import { isMasked } from '../view/shown-items.ts';
import { keepGuardians } from './guardian-rows.ts';
import { setItems } from './items.store.ts';
import { fixedBecause, PLACED_ELSEWHERE } from './placed-elsewhere.ts';
import { refuseLeft } from './who-has-left.ts';

export interface ItemsUpdate {
  studentId: string;
  /** Texts by item path, as typed: `homeAddress`, `guardians.0.phone`. */
  values: Readonly<Record<string, string>>;
  /** The record's version that the person saw. */
  version: number;
}

export interface UpdateOutcome {
  /** What was found on the changed items, and what the change brings up elsewhere. */
  findings: RecordFinding[];
  /** False while one of them is red. */
  written: boolean;
}

/**
 * Changes items of a record; all of them or, while something red is found, none. Refuses NOT_ALLOWED for key data
 * (SX-15.2), LAW_REFUSES for who has left, and STALE where somebody else was quicker.
 */
export async function updateItems(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  { studentId, values, version }: ItemsUpdate,
): Promise<UpdateOutcome> {
  const paths = Object.keys(values);
  for (const path of paths) checkOpen(path);
  const held = await readRecord(tx, services, studentId);
  refuseLeft(held.registrations);
  if (held.row.version !== version) throw refuse('STALE', { what: '此学生的信息' });
  const context = { today: dayOf(tx.now) };
  const before = rawOf(held.record);
  const known = new Set(checkRecord(before, context).findings.map(nameOf));
  const checked = checkRecord({ ...before, ...values }, context);
  const findings = checked.findings.filter((one) => paths.includes(one.field) || !known.has(nameOf(one)));
  if (findings.some(({ severity }) => severity === 'red')) return { findings, written: false };

  const after = rawOf(checked.record);
  await write(tx, services, held, { next: overlaid(held.record, checked.record, paths), paths, version });
  await record(tx, asAuditActor(actor), {
    action: 'UPDATE_STUDENT',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: held.row.path,
    detail: { changes: paths.map((path) => changeOf(path, before, after)) },
  });
  announce(tx, { kind: 'RECORD_CHANGED', path: held.row.path, studentId, body: {} });
  return { findings, written: true };
}

/** What makes a finding the same one before and after. */
export const nameOf = ({ field, code, sentence }: RecordFinding): string => `${field}/${code}/${sentence}`;

function checkOpen(path: string): void {
  const field = columnAt(path)?.field;
  if (!field) throw refuse('BAD_INPUT', { what: '没有此信息项，请刷新页面后重试' });
  const fixed = fixedBecause(field);
  if (fixed) throw refuse('NOT_ALLOWED', { what: `${field.label}不在此处改（${fixed}）` });
}

/** The record with the changed items as they were read; what nobody touched stays to the letter. */
function overlaid(before: StudentRecord, checked: StudentRecord, paths: readonly string[]): StudentRecord {
  const changed = new Set(paths);
  const items = Object.entries({ ...before, ...checked }).filter(([key]) => !changed.has(key) || key in checked);
  const kept = items.map(([key, value]) => [
    key,
    changed.has(key) ? value : (before[key as keyof StudentRecord] ?? value),
  ]);
  return {
    ...(Object.fromEntries(kept) as StudentRecord),
    guardians: paths.some(isGuardian) ? checked.guardians : before.guardians,
    economy: paths.some((path) => path.startsWith('economy.')) ? checked.economy : before.economy,
  };
}

const isGuardian = (path: string): boolean => path.startsWith('guardians.');

async function write(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  held: HeldRecord,
  { next, paths, version }: { next: StudentRecord; paths: readonly string[]; version: number },
): Promise<void> {
  const { id } = held.row;
  const details = selectItems(next, (field) => !field.classified && !PLACED_ELSEWHERE.has(field.key));
  const classified = selectItems(next, (field) => field.classified === true && !PLACED_ELSEWHERE.has(field.key));
  const sealed = services.cipher.seal('students', id, { ...classified, economy: next.economy });
  await setItems(tx, id, { details, sealed, version, ethnicGroup: next.ethnicGroup ?? '' });
  if (paths.some(isGuardian)) await keepGuardians(tx, services, held, next.guardians);
}

/** 前后值: of a classified item only the fact that it changed; its old value is in no log. */
export function changeOf(path: string, before: RawRecord, after: RawRecord) {
  const field = columnAt(path)!.field;
  return isMasked(field) ? { item: path } : { item: path, before: before[path] ?? null, after: after[path] ?? null };
}
