/** 自动退学认定: what the texts of several places weigh alike: staying away too long, or after a leave has ended. */
import type { CivilDate } from '../../../src/kernel/civil-date.ts';
import { allow, deny, type Outcome, type Questions, silent } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';

type Truant = Questions['automatic-withdrawal'];

export const AUTOMATIC_WITHDRAWAL_SENTENCES = {
  STAYED_AWAY: '旷课已达规定，联系{contacts}次无效，可按自动退学处理',
  NOT_RETURNED: '休学期满，联系后仍未复学，可按自动退学处理',
  NOT_CONTACTED: '旷课已达规定，只联系监护人{contacts}次',
  EXPIRY_NOT_CONTACTED: '休学期满未复学，尚未联系监护人',
  STILL_TIME: '已联系监护人，{due}前仍可复学或续假',
  TOO_SHORT: '旷课未达自动退学的规定',
  SETTLED: '已复学或已办理继续休学',
} as const;

export const AUTOMATIC_WITHDRAWAL_REMEDIES = {
  NOT_CONTACTED: '至少联系监护人{contactsNeeded}次，逐次登记帮助教育的情况后再报',
  EXPIRY_NOT_CONTACTED: '联系监护人并登记日期，仍不复学的再报',
  STILL_TIME: '到期仍未复学又未续假的再报',
  TOO_SHORT: '联系监护人，共同劝学生到校',
  SETTLED: '按复学或继续休学办理',
} as const;

/** What the place's text says of the facts: `stayedAway` undefined where nobody has counted; `dueOn` the last day to return. */
export interface Thresholds {
  stayedAway: boolean | undefined;
  contactsNeeded: number;
  dueOn: (contactedOn: CivilDate) => CivilDate;
}

/** Either ground is enough; a refusal names the ground that lacks least. A reminder before the leave ended does not count. */
export function automaticWithdrawal(given: Truant, day: CivilDate, law: Thresholds): Outcome {
  const { contacts, leaveEndedOn, contactedOn, settled } = given;
  const facts = { contacts, contactsNeeded: law.contactsNeeded };
  if (law.stayedAway && contacts >= law.contactsNeeded) return allow('STAYED_AWAY', facts);
  const expired = leaveEndedOn !== undefined && leaveEndedOn < day;
  if (expired && settled) return deny('SETTLED');
  if (expired && contactedOn && contactedOn >= leaveEndedOn) {
    const dueOn = law.dueOn(contactedOn);
    return dueOn < day ? allow('NOT_RETURNED') : deny('STILL_TIME', { due: dayWords(dueOn, day) });
  }
  if (law.stayedAway) return deny('NOT_CONTACTED', facts);
  if (expired) return deny('EXPIRY_NOT_CONTACTED');
  return law.stayedAway === undefined ? silent : deny('TOO_SHORT');
}
