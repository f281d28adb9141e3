/** 动态口令: the six digits of an authenticator app (RFC 6238, 30 seconds, one step of tolerance to either side). */
import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import type { RandomBytes } from './suite.ts';

const ISSUER = '学籍';
const PERIOD = 30;

/** A new secret of 160 bits in base32, to be sealed before it is stored. */
export function newTotpSecret(randomBytes: RandomBytes): string {
  return new ScureBase32Plugin().encode(randomBytes(20));
}

/** The otpauth URI that the app reads from a QR code. */
export function totpUri(secret: string, loginName: string): string {
  return generateURI({ issuer: ISSUER, label: loginName, secret });
}

/**
 * The time step whose code this is, or undefined. The caller stores the step with the account and passes it back as
 * `lastStep`: a code of that step or an earlier one is refused, so that each code works once.
 */
export function verifyTotp(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, period: PERIOD, epochTolerance: PERIOD });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return lastStep !== null && result.timeStep <= lastStep ? undefined : result.timeStep;
}

/** The code of an instant, as the app shows it: for setting up an authenticator in a demonstration or a test. */
export function totpCode(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000), period: PERIOD });
}
