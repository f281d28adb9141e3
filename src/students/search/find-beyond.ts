/** 跨校查找: one child by name and number, wherever registered; every look counts against the day's measure. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { normaliseIdentityNumber } from '../identity/identity-number.ts';
import { maskIdentityNumber, maskRegistrationNumber } from '../identity/masking.ts';
import { normaliseName } from '../identity/person-name.ts';
import { isRegistrationNumber, normaliseRegistrationNumber } from '../identity/registration-number.ts';
import { identityHashOf, TYPES_OF_RESIDENT_FORM } from '../matching/match-keys.ts';
import { findHolders } from '../matching/matching.store.ts';
import { numberHashOf } from '../numbers/number-index.ts';
import { findByNumber } from '../search/search.store.ts';
import { refusePastMeasure } from '../view/daily-measure.ts';
import { readRecord } from '../view/read-record.ts';
import { isRegistered } from '../view/student.store.ts';

/** What a school that is about to take a child may know of it: nothing by which it could be found elsewhere. */
export interface ChildBeyond {
  studentId: string;
  path: string;
  name: string;
  gender: string;
  numberMasked: string;
  identityMasked: string;
}

/**
 * The child that has exactly this name and this full identity or registration number; undefined where no child has both.
 * Never a list, never a near match. Refuses TOO_MANY past the day's measure. The row it leaves holds no number.
 */
export async function findBeyond(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  asked: { name: string; number: string; purpose: string },
): Promise<ChildBeyond | undefined> {
  await refusePastMeasure(tx, actor);
  const studentId = await holderOf(tx, services, asked.number);
  const child = studentId ? await tx.beyondScope(() => shown(tx, services, studentId)) : undefined;
  const found = child?.name === normaliseName(asked.name) ? child : undefined;
  await record(tx, asAuditActor(actor), {
    action: 'LOOK_BEYOND',
    subjectKind: 'STUDENT',
    subjectId: found?.studentId,
    path: found?.path ?? actor.institution.path,
    reason: asked.purpose,
    detail: { found: found !== undefined },
  });
  return found;
}

async function holderOf(
  tx: Transaction,
  { index }: Pick<Services, 'index'>,
  number: string,
): Promise<string | undefined> {
  const registration = normaliseRegistrationNumber(number);
  if (isRegistrationNumber(registration)) return findByNumber(tx, numberHashOf(index, registration));
  const identity = normaliseIdentityNumber(number);
  const hashes = TYPES_OF_RESIDENT_FORM.map((type) => identityHashOf(index, type, identity));
  const [holder] = (await findHolders(tx, hashes)).values();
  return holder?.studentId;
}

/** An identity may be claimed by an entrant who is no student yet: then there is no record to show. */
async function shown(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  studentId: string,
): Promise<ChildBeyond | undefined> {
  if (!(await isRegistered(tx, studentId))) return undefined;
  const { row, record: held } = await readRecord(tx, services, studentId);
  const { name, gender, identityNumber, registrationNumber } = held;
  return {
    studentId,
    path: row.path,
    name: name ?? '',
    gender: gender ?? '',
    numberMasked: registrationNumber ? maskRegistrationNumber(registrationNumber) : '',
    identityMasked: identityNumber ? maskIdentityNumber(identityNumber) : '',
  };
}
