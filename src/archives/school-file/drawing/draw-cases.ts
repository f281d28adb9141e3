/** 归集办件: changes of the year and the vouchers, awards and discipline; what was taken back later says so (SX-6.1.4, SX-6.1.10). */
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { listReversals, type NamedCase } from '../../../reversals/index.ts';
import { listAwards, listCompleted, listVouchers, type OfYear } from './items.store.ts';

export const rowOf = (...cells: (string | null | undefined)[]): string[] => cells.map((cell) => cell ?? '');

/** 休学、复学、转学、借读、退学 (SX-6.1.4). */
const CHANGES = {
  LEAVE: '休学',
  LEAVE_EXTENSION: '延长休学',
  RETURN: '复学',
  TRANSFER: '转学',
  GUEST_STUDY: '借读',
  WITHDRAWAL: '退学',
  AUTOMATIC_WITHDRAWAL: '自动退学',
};
/** 奖励处分材料 (SX-6.1.10): a revoked one leaves the student's file and stays here. */
const CONDUCT = { DISCIPLINE: '处分', DISCIPLINE_REVOCATION: '撤销处分' };

export const CHANGE_COLUMNS = ['办件编号', '类别', '事项', '办结日期', '办结单位', '撤销情况'] as const;
export const VOUCHER_COLUMNS = ['类别', '名称', '学生或办件', '日期', '经办', '撤销情况'] as const;
/** Where a row of a case says what it is, and that it was taken back. */
export const REVERSED = '撤销情况';

/** Decided in the year, in their order. */
export const drawChanges = (tx: Transaction, of: OfYear): Promise<string[][]> => drawCases(tx, of, CHANGES);

async function drawCases(tx: Transaction, of: OfYear, kinds: Readonly<Record<string, string>>): Promise<string[][]> {
  const rows = await listCompleted(tx, of, Object.keys(kinds));
  const reversed = await reversalsOf(tx, rows);
  return rows.map((one) => rowOf(one.number, kinds[one.kind], one.title, dayOf(one.at), one.by, reversed.get(one.id)));
}

/** 2027-03-01撤销（CX-2027-0301-K7Q2M）, by the case that was taken back; a reversal may lie with another school. */
async function reversalsOf(
  tx: Transaction,
  cases: readonly { id: string; subject_id: string }[],
): Promise<Map<string, string>> {
  if (cases.length === 0) return new Map();
  const subjects = [...new Set(cases.map(({ subject_id }) => subject_id))];
  const found = await tx.beyondScope(() => listReversals(tx, subjects));
  return new Map([...found].map(([caseId, reversal]) => [caseId, wordsOf(reversal)]));
}

const wordsOf = ({ at, number }: NamedCase): string => `${dayOf(at)}撤销（${number}）`;

/** Papers handed in with cases, awards granted, discipline decided and revoked. */
export async function drawVouchers(tx: Transaction, of: OfYear): Promise<string[][]> {
  const vouchers = await listVouchers(tx, of);
  const reversed = await reversalsOf(tx, vouchers);
  const papers = vouchers.map((one) =>
    rowOf(
      ...['凭证资料', one.what, `${one.number} ${one.title}`, dayOf(one.made_at), one.person_name],
      reversed.get(one.id),
    ),
  );
  const awards = (await listAwards(tx, of)).map((one) =>
    rowOf('奖励', one.title, one.name, one.given_on, one.giver, ''),
  );
  const conduct = (await drawCases(tx, of, CONDUCT)).map(([number, kind, title, on, by, back]) =>
    rowOf(kind, title, number, on, by, back),
  );
  return [...papers, ...awards, ...conduct];
}
