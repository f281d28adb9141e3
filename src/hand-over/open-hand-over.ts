/** 开始转接: the file is owed when the registration has moved; owed no more when the move is taken back. */
import type { Services } from '../access/index.ts';
import type { Institution } from '../authorities/index.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Stage } from '../policy/index.ts';
import { dueOf, termOfFile } from './file-term.ts';
import { endHandOver, insertHandOvers } from './hand-over.store.ts';
import type { HandOverReason } from './hand-over.ts';

export interface OwedFile {
  studentId: string;
  name: string;
  /** The case by which the registration moved; null where it moved without one. */
  caseId: string | null;
  reason: HandOverReason;
  from: Institution;
  to: Institution;
  /** The stage at the receiving school. */
  stage: Stage;
  /** 学籍转接手续办结日期: from here the term runs. */
  completedOn: CivilDate;
}

/**
 * The sending schools owe these paper files from today on, however many they are: the law is asked once for all that go
 * alike. Written for two places, so beyond the caller's own.
 */
export async function oweFiles(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  owed: readonly OwedFile[],
): Promise<void> {
  const dues = new Map<string, CivilDate | null>();
  const dueOn = (one: OwedFile): CivilDate | null => {
    const key = [one.reason, one.from.id, one.to.id, one.stage, one.completedOn].join(' ');
    const due = dues.has(key) ? dues.get(key)! : dueOf(termOfFile(services, { ...one, day: one.completedOn }));
    dues.set(key, due);
    return due;
  };
  await tx.beyondScope(() =>
    insertHandOvers(
      tx,
      owed.map((one) => {
        const { studentId, name, caseId, reason, from, to, stage, completedOn } = one;
        return {
          ...{ studentId, id: tx.newId(), caseId, reason, stage, completedOn },
          ...{ sent: null, received: null, endedOn: null, title: `${name} ${from.shortName}→${to.shortName}` },
          ...{ fromSchoolId: from.id, fromPath: from.path, toSchoolId: to.id, toPath: to.path },
          dueOn: dueOn(one),
        };
      }),
    ),
  );
}

/** What a case had a school owe and nobody has received yet is owed no more. */
export const endOwed = (tx: Transaction, owed: { studentId: string; caseId: string; on: CivilDate }): Promise<void> =>
  endHandOver(tx, owed);
