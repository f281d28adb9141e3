/**
 * 未保存的底稿: what was typed into a page and not saved yet lives through a reload. It stays in the one tab, under the
 * person who typed it, until it is saved, given up, or somebody else signs in there.
 */
const PREFIX = 'xueji-draft:';

const nameOf = (owner: string, key: string): string => `${PREFIX}${owner}:${key}`;

/** What was kept, or undefined where nothing was or the browser keeps nothing. */
export function keptDraft<T>(owner: string, key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(owner, key));
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Keeps it; undefined forgets it. */
export function keepDraft(owner: string, key: string, draft: unknown): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(nameOf(owner, key));
    else sessionStorage.setItem(nameOf(owner, key), JSON.stringify(draft));
  } catch {
    // Storage closed or full: what was typed is still on the page.
  }
}

/** Forgets what everybody else typed in this tab; all of it where nobody is signed in. */
export function forgetDraftsOfOthers(owner: string | undefined): void {
  try {
    const own = owner === undefined ? undefined : `${PREFIX}${owner}:`;
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(PREFIX) && !(own && name.startsWith(own))) sessionStorage.removeItem(name);
    }
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
