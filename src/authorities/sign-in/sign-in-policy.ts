/** 登录要求: what this installation asks of passwords and second factors, and what that means for one account. */
import { type Restriction, type Role, rankOf } from '../../access/index.ts';
import {
  PASSWORD_PROFILES,
  type PasswordProfile,
  type PasswordProfileId,
  passwordExpiresAt,
} from '../../crypto/password-profile.ts';

export interface SignInPolicy {
  /** Second factor for every role, not only for those who decide. */
  totpForAll: boolean;
  passwords: PasswordProfile;
}

/** The policy of the settings an installation runs with. */
export function signInPolicy({
  passwordProfile,
  totpForAll,
}: {
  passwordProfile: PasswordProfileId;
  totpForAll: boolean;
}): SignInPolicy {
  return { totpForAll, passwords: PASSWORD_PROFILES[passwordProfile] };
}

/** Does the role need a second factor? Those who decide do (GB/T 22239 8.1.4.1), others where the place asks it. */
export const needsTotp = (role: Role, { totpForAll }: SignInPolicy): boolean =>
  totpForAll || rankOf(role) === 'LEADER' || role === 'AUTHORITY_REGISTRAR';

/** What an account has to sign in with; one that signs in at the identity provider has no password here. */
export interface Factors {
  role: Role;
  hasPassword: boolean;
  passwordSetAt: Date | null;
  mustChangePassword: boolean;
  totpConfirmedAt: Date | null;
}

/** Must the password be changed before anything else: handed out by somebody else, or too old? */
export function mustChangePassword(factors: Factors, { passwords }: SignInPolicy, now: Date): boolean {
  if (!factors.hasPassword) return false;
  const expiresAt = factors.passwordSetAt ? passwordExpiresAt(passwords, factors.passwordSetAt) : undefined;
  return factors.mustChangePassword || (expiresAt !== undefined && expiresAt <= now);
}

/** The first thing that a signed-in person must do before all others; undefined where there is nothing. */
export function restrictionOf(
  factors: Factors,
  session: { secondFactor: boolean },
  policy: SignInPolicy,
  now: Date,
): Restriction | undefined {
  if (factors.totpConfirmedAt && !session.secondFactor) return 'SECOND_FACTOR';
  if (mustChangePassword(factors, policy, now)) return 'PASSWORD';
  return needsTotp(factors.role, policy) && !session.secondFactor ? 'TOTP_SET_UP' : undefined;
}

const TEMPORARY_FOR_MS = 7 * 86_400_000;

/** A password that somebody else handed out and that was not changed within a week no longer opens anything. */
export function isTemporaryPasswordOver(factors: Factors, now: Date): boolean {
  const { mustChangePassword: temporary, passwordSetAt } = factors;
  return temporary && passwordSetAt !== null && now.getTime() - passwordSetAt.getTime() > TEMPORARY_FOR_MS;
}
