/** 推送签名: HMAC-SHA256 over id, time and body, with the headers of the Standard Webhooks convention. */
import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret of 256 bits, as the receiver keeps it. */
export const newSecret = (randomBytes: (size: number) => Buffer): string =>
  `${PREFIX}${randomBytes(32).toString('base64')}`;

export interface SignedPart {
  /** The event's id: the receiver does nothing twice for one id. */
  id: string;
  /** When it is sent; the receiver takes nothing older than five minutes. */
  at: Date;
  body: string;
}

/** The headers that prove where a delivery comes from and that nobody changed it. */
export function signedHeaders(secret: string, { id, at, body }: SignedPart): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}
