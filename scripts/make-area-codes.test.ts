import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { AREA_CODES, areaCodesFile } from './make-area-codes.ts';

test('the list of places stands as it is generated, and was not changed by hand', () => {
  assert.equal(readFileSync(AREA_CODES, 'utf8'), areaCodesFile());
});
