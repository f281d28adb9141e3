/** 变动痕迹: what a completed case did to one student, read from the rows themselves, and whether anything came after it. */
import type { Transaction } from '../db/transaction.ts';
import { listKeyDataRows, listRegistrationRows, type RegistrationTrace } from '../students/index.ts';
import { listNamed, listReversals, type NamedCase } from './reversals.store.ts';

type KeyDataRow = Awaited<ReturnType<typeof listKeyDataRows>>[number];

export interface ChangeTrace {
  studentId: string;
  /** Undefined where the case changed no registration. */
  registration: RegistrationTrace | undefined;
  /** The version of key data before the case; undefined where it changed none. */
  formerKeyData: KeyDataRow | undefined;
  /** The reversal that has taken the case back. */
  reversedBy: NamedCase | undefined;
  /** A later change of this student, which must be taken back first: a case, or something that is none. */
  later: NamedCase | 'NO_CASE' | undefined;
}

/** Reads it in the scope that holds now; the caller looks beyond its own where two places are concerned. */
export async function readTrace(tx: Transaction, caseId: string, studentId: string): Promise<ChangeTrace> {
  const rows = await listRegistrationRows(tx, studentId);
  const keyData = await listKeyDataRows(tx, studentId);
  // What was done to a whole grade of a school is taken back by a case about the school.
  const reversals = await listReversals(tx, [studentId, ...new Set(rows.map(({ school_id }) => school_id))]);
  const last = rows.at(-1);
  const touched = rows.some((row) => row.begun_by === caseId || row.ended_by === caseId);
  const isLast = last !== undefined && (last.valid_to === null ? last.begun_by : last.ended_by) === caseId;
  const firstVersion = keyData.findIndex(({ case_id }) => case_id === caseId);
  const changedKeyData = firstVersion > 0;
  const trace = {
    studentId,
    registration: isLast ? registrationTrace(rows, caseId) : undefined,
    formerKeyData: changedKeyData ? keyData[firstVersion - 1] : undefined,
    reversedBy: reversals.get(caseId),
  };
  if (trace.reversedBy) return { ...trace, later: undefined };
  const undone = new Set([...reversals].flatMap(([of, { caseId: by }]) => [of, by]));
  const ids = [...rows.flatMap((row) => [row.begun_by, row.ended_by]), ...keyData.map(({ case_id }) => case_id)];
  const others = new Set(ids.filter((id) => id !== null && id !== caseId && !undone.has(id)) as string[]);
  const named = await listNamed(tx, [...others, caseId]);
  const own = named.find((one) => one.caseId === caseId);
  const [later] = named
    .filter((one) => own && one.caseId !== caseId && one.at > own.at)
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  const isOvertaken = (touched && !isLast) || (changedKeyData && keyData.at(-1)!.case_id !== caseId);
  return { ...trace, later: later ?? (isOvertaken ? 'NO_CASE' : undefined) };
}

function registrationTrace(
  rows: Awaited<ReturnType<typeof listRegistrationRows>>,
  caseId: string,
): RegistrationTrace | undefined {
  const last = rows.at(-1)!;
  const begun = last.valid_to === null ? last : undefined;
  const ended = rows.findLast((row) => row.ended_by === caseId);
  const former = begun && !ended ? rows.slice(0, -1).findLast((row) => row.end_reason !== null) : undefined;
  return { begun, ended, former };
}

/** Is there anything in the rows that can be put back? */
export const hasTrace = ({ registration, formerKeyData }: ChangeTrace): boolean =>
  registration !== undefined || formerKeyData !== undefined;
