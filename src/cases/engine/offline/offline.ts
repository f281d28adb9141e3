/** 脱机受理: an application taken in on paper while the system could not be used, entered later, that counts from its own day. */
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Case } from '../../case.ts';
import type { StepSeen } from '../seen.ts';
import { concerns, type Standstills } from '../standstill/standstill.ts';
import { findRegisteredSince, hasScan } from './offline.store.ts';

/** What the opener says of it. */
export interface OfflineAsked {
  /** 实际受理日. */
  receivedOn: CivilDate;
  reason: string;
}

/** An opening as a feature is given it: its application may have been taken in on paper. */
export interface MaybeOffline {
  offline?: OfflineAsked | undefined;
}

/** 申请日: the day on which an application is made, by which the law is asked: today, or that of the paper. */
export const appliedOn = (tx: Transaction, { offline }: MaybeOffline): CivilDate =>
  offline?.receivedOn ?? dayOf(tx.now);

/** What a case keeps of it: the window that allows it, or what the authority said where none does. */
export interface OfflineIntake {
  reason: string;
  window: { title: string; placeName: string; notice: string } | null;
  consent: {
    agreed: boolean;
    institutionName: string;
    personName: string;
    on: CivilDate;
    reason: string | null;
  } | null;
}

/** The case as it counts from the day of the paper. Refuses BAD_INPUT for a day to come or before there was anything to apply for. */
export async function takenInOffline(
  tx: Transaction,
  standstills: Standstills,
  places: readonly string[],
  one: Case,
  { receivedOn, reason }: OfflineAsked,
): Promise<Case> {
  const today = dayOf(tx.now);
  if (receivedOn > today) throw bad('实际受理日不得晚于今天，请按纸质申请上的日期填写');
  const since = await findRegisteredSince(tx, one);
  if (since && receivedOn < since) {
    throw bad(`实际受理日不得早于${one.subjectKind === 'STUDENT' ? '学生在此校的学籍' : '学校'}起始日${since}，请核对`);
  }
  const window = standstills
    .between(places, receivedOn, receivedOn)
    .find((found) => found.offline && concerns(found, one.kind));
  const allowed = window && { title: window.title, placeName: window.placeName, notice: window.notice.title };
  return { ...one, lawDay: receivedOn, receivedOn, offline: { reason, window: allowed ?? null, consent: null } };
}

/**
 * What is still missing before the case may go on: the consent of the authority where no window allows it, and the scan of
 * the paper. Refuses STEP_NOT_ALLOWED; a first proposal may be made without them.
 */
export async function refuseUnproven(
  tx: Transaction,
  { id, offline }: Case,
  { first, opening, words, definition }: StepSeen,
): Promise<void> {
  if (!offline || first || !definition || !(opening || definition.needsLaw)) return;
  const refused = (why: string) => refuse('STEP_NOT_ALLOWED', { state: `${words}，${why}`, action: definition.label });
  if (!offline.window) {
    if (!offline.consent) throw refused('脱机受理尚待学籍主管部门同意，可请其在本件上表示意见');
    if (!offline.consent.agreed) throw refused('学籍主管部门不同意脱机受理，请撤回后按今天的日期重新申请');
  }
  if (!(await hasScan(tx, id))) throw refused('脱机受理须附纸质申请扫描件，请先在佐证材料中上传');
}

const bad = (what: string) => refuse('BAD_INPUT', { what });
