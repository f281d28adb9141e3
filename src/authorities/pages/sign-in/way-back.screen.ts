/** 登录后的去处: where a person goes after signing in, and what a refused return from the provider means. */

/** An address of ours out of what the address bar says; anything that could lead to another site is the first page. */
export function wayBack(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}

const REFUSED: Record<string, string> = {
  NOT_SIGNED_IN: '统一身份认证没有完成，请重新登录',
  ACCOUNT_NOT_ACTIVE: '您的账号尚未开设或未启用，请联系上级管理员办理',
  ACCOUNT_LOCKED: '账号因多次输错已锁定，请稍后再试，或请上级管理员解锁',
  NOT_AVAILABLE: '统一身份认证暂不可用，请稍后再试，或用登录名登录',
};

/** The sentence for a code in the address; undefined where there is none. */
export function refusedWords(code: string | null): string | undefined {
  return code === null ? undefined : (REFUSED[code] ?? REFUSED['NOT_SIGNED_IN']);
}

/** A secret in groups of four, as it is typed from the screen into a phone. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
