/** 表内重复: says on every row of a workbook whether another row is the same child, over the whole file. */
import type { Transaction } from '../../db/transaction.ts';
import type { EntrantFinding } from '../entrants/entrant.ts';
import { countFindings } from './assess.ts';
import { repeatedNumber, repeatedPerson } from './duplicate-findings.ts';
import { findRepeats, type NewFindings, putFindings, type RepeatedRow } from './repeats.store.ts';

/** What is found by looking at the whole file, not at the record. */
export const REPEATED: ReadonlySet<string> = new Set(['IDENTITY_REPEATED', 'PERSON_REPEATED']);

/** Brings the findings of all rows of an import up to date: after reading it, and after a number or a name was mended. */
export async function markRepeats(tx: Transaction, importId: string): Promise<void> {
  const changed = (await findRepeats(tx, importId)).flatMap((row) => changedFindings(row) ?? []);
  await putFindings(tx, changed);
}

function changedFindings({ id, findings, identical, alike }: RepeatedRow): NewFindings | undefined {
  const fresh: EntrantFinding[] = [
    ...(identical ? [repeatedNumber(identical)] : []),
    ...(alike && !identical ? [repeatedPerson()] : []),
  ];
  const before = findings.filter(({ code }) => REPEATED.has(code));
  const isSame = before.length === fresh.length && fresh.every((one, at) => one.sentence === before[at]!.sentence);
  if (isSame) return undefined;
  const after = [...findings.filter(({ code }) => !REPEATED.has(code)), ...keepConfirmed(before, fresh)];
  return { id, findings: after, ...countFindings(after) };
}

/** What a person has confirmed stays confirmed as long as the very same thing is found. */
export function keepConfirmed(
  before: readonly EntrantFinding[],
  after: readonly EntrantFinding[],
): readonly EntrantFinding[] {
  const confirmed = before.filter((finding) => finding.confirmed);
  if (confirmed.length === 0) return after;
  return after.map((finding) =>
    confirmed.some(
      ({ code, field, sentence }) => code === finding.code && field === finding.field && sentence === finding.sentence,
    )
      ? { ...finding, confirmed: true }
      : finding,
  );
}
