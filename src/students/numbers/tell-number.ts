/** 赋号变动: that a student has got a number, and of which kind; the number itself is told to nobody here. */
import type { Transaction } from '../../db/transaction.ts';
import { announce } from '../../feed/announce.store.ts';

export function tellNumber(tx: Transaction, given: { path: string; studentId: string; kind: string }): void {
  const { path, studentId, kind } = given;
  announce(tx, { kind: 'NUMBER_ISSUED', path, studentId, body: { numberKind: kind } });
}
