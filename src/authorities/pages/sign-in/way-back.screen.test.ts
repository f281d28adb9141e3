import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inGroups, refusedWords, wayBack } from './way-back.screen.ts';

test('after signing in a person goes back to where they were, and never to another site', () => {
  assert.equal(wayBack('/cases/1?tab=2'), '/cases/1?tab=2');
  for (const to of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?to=/']) {
    assert.equal(wayBack(to), '/', String(to));
  }
});

test('a code in the address is told in a sentence of ours, whatever it is', () => {
  assert.equal(refusedWords(null), undefined);
  assert.match(refusedWords('ACCOUNT_NOT_ACTIVE') ?? '', /联系上级管理员/);
  assert.equal(refusedWords('<b>anything</b>'), refusedWords('NOT_SIGNED_IN'));
});

test('a secret is read in groups of four', () => {
  assert.equal(inGroups('JBSWY3DPEH'), 'JBSW Y3DP EH');
});
