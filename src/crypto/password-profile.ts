/** 口令策略: what a password must be under the profile in force, each finding with the sentence the person reads. */
import { isEarlierPassword } from './password.ts';

export type PasswordProfileId = 'dengbao-l3' | 'asvs';

export interface PasswordProfile {
  id: PasswordProfileId;
  minLength: number;
  /** Kinds of characters out of capital, small, digit, sign. */
  minClasses: number;
  /** Days until it must be changed; undefined: never by age alone. */
  maxAgeDays: number | undefined;
  /** How many of the last passwords may not come back. */
  remembered: number;
}

export interface PasswordFinding {
  code: 'TOO_SHORT' | 'TOO_LONG' | 'TOO_FEW_CLASSES' | 'TOO_COMMON' | 'HOLDS_OWN_NAME' | 'USED_BEFORE';
  sentence: string;
}

/**
 * GB/T 22239-2019 level 3 (8.1.4.1 a: 复杂度、定期更换) and OWASP ASVS 5.0 (6.2: length, no composition, no rotation)
 * contradict each other; the first is the default because the law asks for it.
 */
export const PASSWORD_PROFILES: Record<PasswordProfileId, PasswordProfile> = {
  'dengbao-l3': { id: 'dengbao-l3', minLength: 12, minClasses: 3, maxAgeDays: 90, remembered: 5 },
  asvs: { id: 'asvs', minLength: 12, minClasses: 1, maxAgeDays: undefined, remembered: 0 },
};

const MAX_LENGTH = 128;
const CLASSES = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];
/** What is left of a password without its guessable parts must be at least this long. */
const MIN_UNGUESSABLE = 6;
const GUESSABLE = (
  'password passwd passw0rd qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm zxcvbn 1qaz2wsx3edc 1qaz2wsx 1q2w3e4r5t 1q2w3e4r ' +
  'qazwsx administrator admin manager root guest login letmein welcome hello changeme default secret master test user ' +
  'iloveyou woaini 5201314 1314520 520 1314 mima zhongguo china beijing xuexiao laoshi xuesheng xueji jiaoyu ' +
  'school teacher student edu dragon monkey football sunshine princess superman michael abc'
).split(' ');

/** Every fault of a new password; an empty list lets it pass. `ownNames` are login name, person's and school's name. */
export async function findPasswordFaults(
  profile: PasswordProfile,
  password: string,
  { ownNames = [], earlierHashes = [] }: { ownNames?: readonly string[]; earlierHashes?: readonly string[] } = {},
): Promise<PasswordFinding[]> {
  const found: PasswordFinding[] = [];
  const length = [...password].length;
  const classes = CLASSES.filter((pattern) => pattern.test(password)).length;
  const lower = password.toLowerCase();
  const add = (code: PasswordFinding['code'], sentence: string) => found.push({ code, sentence });

  if (length < profile.minLength) add('TOO_SHORT', `密码不得少于${profile.minLength}位，现为${length}位，请加长`);
  if (length > MAX_LENGTH) {
    add('TOO_LONG', `密码不得超过${MAX_LENGTH}位，现为${length}位，请缩短`);
    return found; // No work is spent on what can only be an attack.
  }
  if (classes < profile.minClasses) {
    add('TOO_FEW_CLASSES', `密码须含大写字母、小写字母、数字、符号中的至少${profile.minClasses}类，现有${classes}类`);
  }
  if (ownNames.some((name) => [...name].length >= 2 && lower.includes(name.toLowerCase()))) {
    add('HOLDS_OWN_NAME', '密码中含有账号名、姓名或单位名称，请去掉后再设');
  }
  if (isGuessable(lower)) {
    add('TOO_COMMON', '密码过于常见（由常用词、连续或重复字符组成），请换用不易猜到的密码');
  }
  const earlier = earlierHashes.slice(0, profile.remembered);
  if (earlier.length > 0 && (await isEarlierPassword(password, earlier))) {
    add('USED_BEFORE', `不得使用最近${profile.remembered}次用过的密码，请另设`);
  }
  return found;
}

/** The instant from which the password must be changed; undefined where the profile knows no age. */
export function passwordExpiresAt(profile: PasswordProfile, setAt: Date): Date | undefined {
  return profile.maxAgeDays === undefined ? undefined : new Date(setAt.getTime() + profile.maxAgeDays * 86_400_000);
}

const LOOKALIKES: Record<string, string> = { '@': 'a', '0': 'o', '3': 'e', $: 's', '5': 's', '!': 'i', '7': 't' };

function isGuessable(lower: string): boolean {
  const left = withoutGuessable(lower);
  return [left, withoutGuessable(withoutLookalikes(lower)), withoutGuessable(withoutLookalikes(left))].some(
    (text) => [...text].length < MIN_UNGUESSABLE,
  );
}

const withoutLookalikes = (text: string) => text.replace(/[@03$5!7]/g, (sign) => LOOKALIKES[sign]!);

function withoutGuessable(text: string): string {
  const words = GUESSABLE.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return withoutRuns(words.replace(/(?:19|20)\d{2}/g, ' ')).replace(/\s+/g, '');
}

/** Takes out runs of three or more equal, rising or falling characters (aaa, 123, cba). */
function withoutRuns(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  let kept = '';
  for (let start = 0, end = 1; start < codes.length; start = end, end = start + 1) {
    const step = (codes[end] ?? Number.NaN) - codes[start]!;
    if (Math.abs(step) <= 1) while (codes[end]! - codes[end - 1]! === step) end++;
    if (end - start < 3) {
      kept += String.fromCodePoint(codes[start]!);
      end = start + 1;
    }
  }
  return kept;
}
