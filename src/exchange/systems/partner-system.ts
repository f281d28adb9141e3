/** 对接系统: a system outside that follows the feed, on an approval that ends. */
import { createHash } from 'node:crypto';
import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';

export interface PartnerSystem {
  id: string;
  institutionId: string;
  /** Path of the authority that answers for it. */
  path: string;
  scopePath: string;
  scopeName: string;
  name: string;
  recipient: string;
  purpose: string;
  /** 批准文号. */
  basis: string;
  withNumbers: boolean;
  /** First day on which it may not follow any more. */
  validTo: CivilDate;
  state: 'APPLIED' | 'APPROVED' | 'DECLINED' | 'REVOKED';
  keyTail: string | null;
  keyMadeAt: Date | null;
  keyUsedAt: Date | null;
  appliedBy: string;
  appliedByName: string;
  appliedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  decidedNote: string | null;
}

/** An approval holds this long at most: then whoever answers for it looks at it again. */
export const MONTHS_AT_MOST = 12;

export const latestValidTo = (today: CivilDate): CivilDate => addMonths(today, MONTHS_AT_MOST);

/** May it follow on this day? */
export const isLive = ({ state, validTo }: Pick<PartnerSystem, 'state' | 'validTo'>, today: CivilDate): boolean =>
  state === 'APPROVED' && today < validTo;

/** The digest under which a key is stored; the key is 256 random bits, so nothing slower is needed. */
export const keyHashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
