/** 一名学生的旷课: the counters, contacts and reports, as cases about a student who stays away need them. */
import type { Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import type { Truancy } from './count-truancy.ts';
import { countTruants } from './list-truants.ts';
import { listContacts, listReports, type WrittenReport } from './truancy.store.ts';

export interface StayingAway {
  /** Of the running term; undefined where nobody has marked any. */
  truancy: Truancy | undefined;
  /** Days on which the guardian was spoken to since it began, the latest first. */
  contactedOn: CivilDate[];
  /** What was told to whom, in its order. */
  reports: WrittenReport[];
}

/** Reports and contacts of about half a year: a dropout is reported in the term in which the child stays away. */
const BACK_DAYS = 180;

/** In the scope that holds now. */
export async function truancyOf(
  tx: Transaction,
  school: Pick<Institution, 'path'>,
  studentId: string,
): Promise<StayingAway> {
  const [counted] = await countTruants(tx, { path: school.path, studentId });
  const back = addDays(dayOf(tx.now), -BACK_DAYS);
  const since = counted ? (counted.truancy.from ?? counted.termFrom) : back;
  const contacts = await listContacts(tx, [studentId], since);
  return {
    truancy: counted?.truancy,
    contactedOn: contacts.map(({ on }) => on),
    reports: await listReports(tx, [studentId], back),
  };
}
