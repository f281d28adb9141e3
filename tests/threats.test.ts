/** 威胁清单: every threat has its proof, or says openly what is missing; no proof is claimed that does not exist. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readThreats } from './safety/threat-list.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const threats = readThreats(read('docs/threats.yaml'));

/** Titles as they are written in a test file, holes and all. */
function titlesIn(path: string): Set<string> {
  const calls = read(path).matchAll(/^\s*(?:void |await )?test\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm);
  return new Set([...calls].map(([, , title = '']) => title.replaceAll("\\'", "'")));
}

test('the thirty threats stand in the list once each, in order', () => {
  assert.deepEqual(
    threats.map(({ id }) => id),
    Array.from({ length: 30 }, (_, place) => `T${place + 1}`),
  );
});

test('each threat says what stands against it, where, and what holds where nothing was set', () => {
  for (const threat of threats) {
    for (const key of ['priority', 'threat', 'control', 'default'] as const)
      assert.ok(threat[key], `${threat.id} ${key}`);
    assert.match(threat.priority, /^[HM]$/, threat.id);
    for (const path of threat.enforced) assert.ok(existsSync(resolve(root, path)), `${threat.id}: there is no ${path}`);
    assert.ok(threat.enforced.length > 0 || threat.later, `${threat.id}: enforced nowhere, and nothing is said of it`);
  }
});

test('each threat is proved by a test that exists, or says what comes later and why', () => {
  for (const { id, tests, later } of threats) {
    assert.ok(tests.length > 0 || later, `${id}: neither a test nor a word why not`);
    for (const { file, test: title } of tests) {
      assert.match(file, /\.test\.ts$/, `${id}: ${file} is no test`);
      assert.ok(existsSync(resolve(root, file)), `${id}: there is no ${file}`);
      assert.ok(titlesIn(file).has(title), `${id}: ${file} has no test "${title}"`);
    }
  }
});

test('a list with a line that cannot be read is no list', () => {
  assert.throws(() => readThreats('- id: T1\n  theft: yes'), /:2 there is no "theft"/);
  assert.throws(() => readThreats('- id: T1\n      wrong'), /:2 this line fits nothing/);
  assert.throws(() => readThreats('  id: T1'), /:1 a row begins/);
});

test('no setting of the product switches a guard off', () => {
  const settings = [...read('src/config.ts').matchAll(/^ {2}((?:XUEJI_|DATABASE_)[A-Z_]+):/gm)].map(
    ([, name = '']) => name,
  );
  assert.ok(settings.length > 10, 'the settings were not found');
  for (const name of settings) {
    assert.doesNotMatch(
      name,
      /DISABLE|BYPASS|SKIP|INSECURE|DEBUG|TEST|UNSAFE|WITHOUT|NO_/,
      `${name} sounds like a switch`,
    );
  }
});
