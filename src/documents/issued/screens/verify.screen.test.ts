import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayVerificationCode, verificationCode } from '../verification-code.ts';
import { inGroups, isWhole, OUTCOME_WORDS } from './verify.screen.ts';

test('a code is shown in groups while it is typed, whole or not, as it stands on the paper', () => {
  const code = verificationCode(Buffer.alloc(10, 200));
  assert.equal(inGroups(code.toLowerCase()), displayVerificationCode(code));
  assert.equal(inGroups('0410 6105-0'), '0410-6105-0');
  assert.equal(inGroups(''), '');
  assert.equal(inGroups(`${code}超出`), displayVerificationCode(code));
});

test('a code is whole with its seventeen characters, however it is written', () => {
  const code = verificationCode(Buffer.alloc(10, 7));
  assert.ok(isWhole(displayVerificationCode(code)));
  assert.ok(!isWhole(code.slice(1)));
});

test('each outcome says in words what the reader is to do', () => {
  for (const { words, advice } of Object.values(OUTCOME_WORDS)) assert.match(`${words}${advice}`, /。$/);
});
