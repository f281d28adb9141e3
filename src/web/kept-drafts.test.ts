/** 未保存的底稿: kept for the one person in the one tab, and gone once it is saved or somebody else is there. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { forgetDraftsOfOthers, keepDraft, keptDraft, setDraftKey } from './kept-drafts.ts';

/** As a browser's: entries are its own keys, its acts are not. */
class TabStorage {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, value: string): void {
    (this as unknown as Record<string, string>)[key] = value;
  }
  removeItem(key: string): void {
    delete (this as unknown as Record<string, string>)[key];
  }
}
const storage = (value: unknown) =>
  Object.defineProperty(globalThis, 'sessionStorage', { value, configurable: true, writable: true });
const KEY = Buffer.alloc(32, 250).toString('base64url');
setDraftKey(KEY);
afterEach(() => storage(undefined));

test('what one person typed comes back to that person under its own name, and is gone once it is saved', () => {
  storage(new TabStorage());
  keepDraft('teacher', 'FINAL 7-1', { a: { CHINESE: '88' } });
  assert.deepEqual(keptDraft('teacher', 'FINAL 7-1'), { a: { CHINESE: '88' } });
  assert.equal(keptDraft('teacher', 'FINAL 7-2'), undefined);
  assert.equal(keptDraft('registrar', 'FINAL 7-1'), undefined);
  keepDraft('teacher', 'FINAL 7-1', undefined);
  assert.equal(keptDraft('teacher', 'FINAL 7-1'), undefined);
});

test('whoever signs in next in the tab leaves nothing of others there, and signing out leaves nothing at all', () => {
  const tab = new TabStorage();
  storage(tab);
  tab.setItem('other', 'not ours');
  keepDraft('teacher', 'one', 1);
  keepDraft('teach', 'two', 2);
  forgetDraftsOfOthers('teach');
  assert.deepEqual([keptDraft('teacher', 'one'), keptDraft('teach', 'two')], [undefined, 2]);
  forgetDraftsOfOthers(undefined);
  assert.deepEqual(Object.keys(tab), ['other']);
});

test('where the browser keeps nothing, typing goes on without a word', () => {
  storage(undefined);
  keepDraft('teacher', 'one', 1);
  assert.equal(keptDraft('teacher', 'one'), undefined);
  forgetDraftsOfOthers('teacher');
});

test('what lies in the browser is locked: nobody reads it there, and no other key opens it', () => {
  const tab = new TabStorage();
  storage(tab);
  keepDraft('teacher', 'REPORTS 7-1', { words: '林芳磊乐于助人' });
  const lying = JSON.stringify(tab);
  assert.ok(lying.includes('REPORTS') && !/林芳磊|words/.test(lying));
  try {
    setDraftKey(Buffer.alloc(32, 251).toString('base64url'));
    assert.equal(keptDraft('teacher', 'REPORTS 7-1'), undefined);
    setDraftKey(undefined);
    assert.equal(keptDraft('teacher', 'REPORTS 7-1'), undefined);
    keepDraft('teacher', 'REPORTS 7-2', 1);
    assert.ok(!JSON.stringify(tab).includes('7-2'), 'without a key nothing is kept');
  } finally {
    setDraftKey(KEY);
  }
  assert.deepEqual(keptDraft('teacher', 'REPORTS 7-1'), { words: '林芳磊乐于助人' });
});
