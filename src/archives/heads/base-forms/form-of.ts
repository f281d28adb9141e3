/** 学籍表: a student's base form as it now stands: what is not filled in, and what is other than at the last check. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { checkRecord, columns, type RawRecord, rawOf, readRecord, shownItem, textOf } from '../../../students/index.ts';

/** The values by item path, in full: kept sealed with a check, never shown as they are. */
export type FormValues = Readonly<Record<string, string>>;

export interface BaseForm {
  values: FormValues;
  /** 家庭地址未填: what is required and not there. */
  missing: string[];
}

const UNFILLED: readonly string[] = ['REQUIRED', 'REQUIRED_HERE', 'GUARDIAN_MISSING', 'GUARDIAN_NUMBER_NEEDED'];
/** Told by the system and not by the form. */
const NOT_ASKED: readonly string[] = ['photo', 'registrationNumber', 'schoolCode', 'grade', 'classGroup', 'seatNo'];

/** Refuses NOT_FOUND outside the caller's scope. */
export async function formOf(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  studentId: string,
): Promise<BaseForm> {
  const { row, record } = await readRecord(tx, services, studentId);
  const raw: RawRecord = rawOf(record);
  const missing = checkRecord(raw, { today: dayOf(tx.now) })
    .findings.filter(({ code, field }) => UNFILLED.includes(code) && !NOT_ASKED.includes(field))
    .map(({ cause }) => cause);
  if (row.photo_id === null) missing.push('照片未上传');
  const values = columns.flatMap(({ path, field }) => {
    const value = raw[path];
    return value === undefined || value === null ? [] : [[path, textOf(field, value)] as const];
  });
  return { values: { ...Object.fromEntries(values), photo: row.photo_id ?? '' }, missing: [...new Set(missing)] };
}

/** One item that is other than at the last check; classified values masked. */
export interface FormDifference {
  label: string;
  before: string;
  now: string;
}

/** What changed of a form from one check to now, in the order of the form. */
export function differencesOf(before: FormValues, now: FormValues): FormDifference[] {
  return columns.flatMap((column) => {
    const { path, heading } = column;
    const [was = '', is = ''] = [before[path], now[path]];
    if (was === is) return [];
    if (path === 'photo') return [{ label: '照片', before: was ? '有' : '', now: '已更换' }];
    const shown = (value: string) => (value === '' ? '' : shownItem(column, value).value);
    return [{ label: heading, before: shown(was), now: shown(is) }];
  });
}
