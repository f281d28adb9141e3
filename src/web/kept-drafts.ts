/**
 * 未保存的底稿: what was typed into a page and not saved yet lives through a reload. It stays in the one tab, under the
 * person who typed it, until it is saved, given up, or somebody else signs in there. A browser writes this to its disk:
 * it is locked with a key that only the server gives, to the person signed in.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { managedNonce } from '@noble/ciphers/utils.js';

const PREFIX = 'xueji-draft:';
const lockOf = managedNonce(xchacha20poly1305);
let secret: Uint8Array | undefined;

/** The key of whoever is signed in, 32 bytes in base64url; with undefined nothing is kept or found. */
export function setDraftKey(key: string | undefined): void {
  secret = key === undefined ? undefined : bytesOf(key.replaceAll('-', '+').replaceAll('_', '/'));
}

const nameOf = (owner: string, key: string): string => `${PREFIX}${owner}:${key}`;

/** What was kept, or undefined where nothing was, the key is another, or the browser keeps nothing. */
export function keptDraft<T>(owner: string, key: string): T | undefined {
  try {
    const locked = sessionStorage.getItem(nameOf(owner, key));
    if (locked === null || !secret) return undefined;
    return JSON.parse(new TextDecoder().decode(lockOf(secret).decrypt(bytesOf(locked)))) as T;
  } catch {
    return undefined;
  }
}

/** Keeps it; undefined forgets it. */
export function keepDraft(owner: string, key: string, draft: unknown): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(nameOf(owner, key));
    else if (secret) {
      const locked = lockOf(secret).encrypt(new TextEncoder().encode(JSON.stringify(draft)));
      sessionStorage.setItem(nameOf(owner, key), textOf(locked));
    }
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

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.codePointAt(0)!);
const textOf = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
