/** 变动都有告知: whoever writes a registration tells of it; another system that follows would never know otherwise. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources } from './architecture/sources.ts';

const WRITES =
  /into registrations\b|update registrations\b|(insertInto|updateTable)\('registrations'\)|into: 'registrations'/;
const TELLS = /\btell(Begun|Successions?|Ended)\(/;

test('every file that writes registrations tells those who follow', () => {
  // The demonstration is there before anybody can follow it.
  const writing = readSources().filter(
    ({ path, text }) => /^src\/(?!demo\/)/.test(path) && !/\.test\.tsx?$/.test(path) && WRITES.test(text),
  );
  assert.ok(writing.length >= 5, 'the search finds the writers');
  assert.deepEqual(
    writing.filter(({ text }) => !TELLS.test(text)).map(({ path }) => path),
    [],
    'call tellBegun, tellSuccession or tellEnded of src/students in the same transaction',
  );
});
