import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../kernel/ids.ts';
import { readPlace, writePlace } from './place-in-list.ts';

test('a place comes back as it was written, and can stand in an address', () => {
  const place = { side: 'BEFORE', keys: ['41/10/82/2141000001/', 1, '001018'], studentId: newId() } as const;
  assert.match(writePlace(place), /^[\w-]+$/);
  assert.deepEqual(readPlace(writePlace(place)), place);
});

test('anything else is no place', () => {
  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const wrong of ['', '{', text(null), text(['AFTER', ['a'], 'x']), text(['BESIDE', ['a'], newId()])]) {
    assert.equal(readPlace(wrong), undefined);
  }
});
