/** 密码散列: argon2id with the parameters OWASP asks for (19 MiB, 2 passes, 1 lane). */
import { hash, parseOptions, verify } from '@node-rs/argon2';

// The package's const enum has no value at run time: 2 is Argon2id.
const ARGON2ID = 2;
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** The hash to store (PHC text, salt included). Takes some 20 ms of a worker thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** Is this the password? A stored text that is no hash answers false. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password).catch(() => false);
}

/** Was it hashed with other parameters than today's? Then hash it anew at the next successful login. */
export function needsRehash(stored: string): boolean {
  try {
    const made = parseOptions(stored);
    return (Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]).some((name) => made[name] !== PARAMETERS[name]);
  } catch {
    return true;
  }
}

/** Is it one of the earlier passwords? Asks all of them, so that the time tells nothing. */
export async function isEarlierPassword(password: string, earlier: readonly string[]): Promise<boolean> {
  const matches = await Promise.all(earlier.map((stored) => verifyPassword(stored, password)));
  return matches.includes(true);
}
