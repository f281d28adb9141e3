/** 情景: every numbered scenario of the capabilities is asked in a test here, or said to be told elsewhere; none twice. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** How many scenarios each capability has. */
const SCENARIOS: Readonly<Record<string, number>> = {
  F1: 3,
  F2: 3,
  F3: 4,
  F4: 4,
  F5: 2,
  F6: 3,
  F7: 3,
  A1: 4,
  A2: 3,
  A3: 4,
  A4: 2,
  A5: 3,
  R1: 4,
  R2: 3,
  R3: 3,
  R4: 3,
  R5: 3,
  K1: 2,
  K2: 3,
  I1: 4,
  I2: 3,
  P1: 3,
  T1: 4,
  T2: 4,
  T3: 4,
  T4: 3,
  T5: 2,
  T6: 3,
  T7: 3,
  U1: 4,
  U2: 3,
  U3: 4,
  B1: 4,
  W1: 3,
  W2: 2,
  W3: 3,
  D1: 3,
  D2: 3,
  Q1: 4,
  L1: 3,
  L2: 3,
  L3: 2,
  N1: 4,
  N2: 3,
  N3: 4,
  N4: 2,
  G1: 4,
  G2: 2,
  G3: 3,
  G4: 3,
  V1: 3,
  V2: 2,
  V3: 2,
  V4: 2,
  E1: 2,
  E2: 2,
  O1: 2,
  O2: 2,
  O3: 2,
  O4: 3,
};
const here = new URL('./', import.meta.url);
const all = new Set(
  Object.entries(SCENARIOS).flatMap(([capability, count]) =>
    Array.from({ length: count }, (_, index) => `${capability}.${index + 1}`),
  ),
);

/** `test('T3.1: …')` or `test('T3.1 and T3.2: …')`. */
const asked = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(new URL(name, here), 'utf8').matchAll(/^test\(\s*['"`]([^:]+):/gm)])
  .flatMap(([, names = '']) => names.match(/[A-Z]\d+\.\d+/g) ?? []);

const elsewhere = await Promise.all(
  readdirSync(new URL('./elsewhere/', here)).map(
    async (name) =>
      Object.values((await import(`./elsewhere/${name}`)) as Record<string, Record<string, string>>)[0] ?? {},
  ),
);
const told = elsewhere.flatMap((list) => Object.keys(list));

test('every scenario is asked here or told elsewhere', () => {
  assert.equal(all.size, 180);
  assert.deepEqual(
    [...all].filter((id) => !asked.includes(id) && !told.includes(id)),
    [],
  );
});

test('no list names a scenario that does not exist, and none is both asked and told elsewhere', () => {
  assert.deepEqual(
    [...asked, ...told].filter((id) => !all.has(id)),
    [],
  );
  assert.deepEqual(
    told.filter((id) => asked.includes(id)),
    [],
  );
});
