/** 推送地址: where a partner system wants the feed to come to it. */
import type { ChangeKind } from '../../feed/change-kinds.api.ts';

export interface Webhook {
  id: string;
  systemId: string;
  /** Path of the authority that answers for it. */
  path: string;
  url: string;
  kinds: ChangeKind[];
  state: 'ACTIVE' | 'PAUSED' | 'ENDED';
  stateNote: string | null;
  /** Up to where deliveries are laid out. */
  position: number;
  secretSealed: Buffer;
  madeByName: string;
  madeAt: Date;
}

/** One event for one address. */
export interface Delivery {
  webhookId: string;
  position: number;
  eventId: string;
  eventKind: ChangeKind;
  state: 'WAITING' | 'DELIVERED' | 'DEAD';
  attempts: number;
  nextAt: Date;
  triedAt: Date | null;
  answerStatus: number | null;
  fault: string | null;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed try the next one follows; after the last of them the delivery is dead. */
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** Tries of one delivery, over about a day. */
export const TRIES_AT_MOST = PAUSES.length + 1;

/** When a delivery is tried again after so many tries; undefined where it has had its last. */
export function nextTry(attempts: number, now: Date): Date | undefined {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause);
}
