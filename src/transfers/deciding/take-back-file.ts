/** 撤销转学的档案: with the registration back at the first school its paper file is owed no more. */
import type { Case } from '../../cases/index.ts';
import { endOwed } from '../../hand-over/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { OwnUndoing } from '../../reversals/index.ts';
import type { TransferData } from '../transfer.ts';

/** Where the child only studied elsewhere, no file was ever owed. */
const movedRegistration = ({ data }: Case): boolean => !(data as unknown as TransferData).form.registrationStays;

/** Ends what is owed or on its way; a file that the other school has received it gives back, which no row is made for. */
export const transferUndoing: OwnUndoing = {
  restores: (one) => (movedRegistration(one) ? ['学籍档案不再转接，已转出的由转入学校退回'] : []),
  undo: ({ tx, target }) => endOwed(tx, { studentId: target.subjectId, caseId: target.id, on: dayOf(tx.now) }),
};
