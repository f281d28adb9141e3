import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duplicateFindings } from './duplicate-findings.ts';

const held = (more: { placeName?: string; left?: boolean }) => ({
  exact: { studentId: 'somebody', claimedBy: null, placeName: undefined, left: false, ...more },
  suspicions: [],
});

test('who is registered elsewhere comes by a transfer; who has left goes on in the old record; who is being registered waits', () => {
  const found = (more: { placeName?: string; left?: boolean }, own = false) => {
    const [one] = duplicateFindings(held(more), own);
    return [one?.severity, one?.code];
  };
  assert.deepEqual(found({ placeName: '武侯区' }), ['red', 'IDENTITY_REGISTERED']);
  assert.deepEqual(found({ placeName: '武侯区', left: true }), ['red', 'IDENTITY_LEFT']);
  assert.deepEqual(found({ placeName: '武侯区', left: true }, true), ['red', 'IDENTITY_LEFT']);
  assert.deepEqual(found({}), ['red', 'IDENTITY_CLAIMED']);
});

test('the way back is named: no second record, the old number goes on', () => {
  const [one] = duplicateFindings(held({ placeName: '武侯区', left: true }), false);
  assert.match(`${one?.sentence}${one?.remedy}`, /在武侯区原有学籍，现已离校.*归来接续，沿用原档案和学籍号/);
});
