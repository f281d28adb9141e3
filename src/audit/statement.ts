/**
 * 封存文本: the one text of an event and of a sealed head, whose bytes are hashed and signed.
 *
 * JSON with sorted keys and no blanks (RFC 8785), instants in UTC to the millisecond, bytes in hex, absent values null.
 * Whoever has the row can write the same text without this program.
 */

/** One row of audit_events as it is read for sealing or checking. */
export interface EventRow {
  id: string;
  xid: string;
  at: Date;
  account_id: string | null;
  person_name: string | null;
  institution_id: string | null;
  path: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  reason: string | null;
  request_id: string | null;
  /** The column's text, not its parsed value, so that no digit of a number is lost. */
  detail: string;
  payload_digest: Buffer | null;
}

/** What a head says; the signature is over this. */
export interface HeadClaim {
  /** Number of sealed events. */
  size: number;
  root: Buffer;
  /** Root of the head before; null for the first. */
  previousRoot: Buffer | null;
  /** First and last event sealed by this head. */
  firstEventId: string;
  lastEventId: string;
  /** Transaction of the last event: everything up to it is sealed. */
  lastXid: string;
  sealedAt: Date;
  /** Names suite and signing key. */
  keyId: string;
}

export interface SealedHead extends HeadClaim {
  signature: Buffer;
}

/** The bytes of an event that its leaf commits to. */
export function eventStatement(row: EventRow): Buffer {
  return Buffer.from(canonicalJson({ ...row, detail: parseExactly(row.detail) }));
}

/** The bytes that a head's signature covers. */
export function headStatement(head: HeadClaim): Buffer {
  const { size, root, previousRoot, firstEventId, lastEventId, lastXid, sealedAt, keyId } = head;
  const claim = { size, root, previousRoot, firstEventId, lastEventId, lastXid, sealedAt, keyId };
  return Buffer.from(canonicalJson({ kind: 'audit-head', ...claim }));
}

/** JSON without blanks, the keys of every object sorted by code unit; bytes in hex, instants in UTC. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (Buffer.isBuffer(value)) return `"${value.toString('hex')}"`;
  if (value instanceof Date) return `"${value.toISOString()}"`;
  const members = value as Record<string, unknown>;
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(members[name])}`).join(',')}}`;
}

/**
 * Parses JSON; a number that a double cannot hold becomes a member `$number` with its digits, so that two such numbers
 * never read alike. Only texts with a long run of digits pay for the closer look.
 */
function parseExactly(text: string): unknown {
  if (!/[\d.]{16}/.test(text)) return JSON.parse(text);
  const reviver = (_: string, value: unknown, { source }: { source?: string }) =>
    typeof value === 'number' && source !== undefined && source !== String(value) ? { $number: source } : value;
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
}
