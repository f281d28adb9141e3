/** 扫码转接: what a scanned folder is to the school that scans it: to be sent, to be received, or why neither. */
import type { Actor } from '../../access/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Scan } from '../hand-over.api.ts';
import { listOfStudent } from '../hand-over.store.ts';
import { shown } from '../view-hand-over.ts';
import { findFolder } from './folder.store.ts';
import { readFolderCode, showFolderCode } from './folder-code.ts';

const UNKNOWN = '没有与本校有关的待转档案，请核对标签；手工录入的请逐位核对';

/** A code that is another school's business gets the same answer as one that nobody printed. */
export async function scanFolder(tx: Transaction, actor: Actor, text: string): Promise<Scan> {
  const code = readFolderCode(text);
  if (!code) return { code: text, handOver: null, words: '不是完整的档案袋编码，请重新扫描' };
  const shownCode = showFolderCode(code);
  // The label is the sending school's; whether its student's file is on its way to this one, the hand-over says.
  const folder = await tx.beyondScope(() => findFolder(tx, code));
  const here = actor.institution.id;
  const all = folder ? await listOfStudent(tx, folder.studentId) : [];
  const ours = all.filter(({ fromSchoolId, toSchoolId }) => fromSchoolId === here || toSchoolId === here);
  const one = ours.at(-1);
  if (!one) return { code: shownCode, handOver: null, words: UNKNOWN };
  const [from, to] = [
    await getInstitution(tx, { id: one.fromSchoolId }),
    await getInstitution(tx, { id: one.toSchoolId }),
  ];
  const handOver = shown(
    actor,
    { ...one, number: null, fromName: from.name, fromEndedOn: from.validTo, toName: to.name },
    dayOf(tx.now),
  );
  return { code: shownCode, handOver, words: handOver.may ? null : whyNothing(handOver.state) };
}

const whyNothing = (state: NonNullable<Scan['handOver']>['state']): string =>
  ({
    OWED: '转出学校还没有登记转出，请联系转出学校',
    OVERDUE: '转出学校还没有登记转出，请联系转出学校',
    SENT: '已转出，由转入学校签收',
    RECEIVED: '已签收，不必再办',
    INCOMPLETE: '已签收但不齐，由转入学校登记补齐',
    SUPPLIED: '已签收，所缺已补齐',
    TAKEN_BACK: '转学已撤销，档案留在或退回原学校',
  })[state];
