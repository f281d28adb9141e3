import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLANK, wishOf } from './wish.screen.ts';

const school = { ...BLANK, schoolId: 'a' };

test('nothing is rehearsed before school and destination are known', () => {
  assert.equal(wishOf(BLANK), undefined);
  assert.equal(wishOf(school), undefined);
  assert.equal(wishOf({ ...BLANK, toId: 'b' }), undefined);
  assert.deepEqual(wishOf({ ...school, toId: 'b' }), { schoolId: 'a', matter: { kind: 'MERGER', intoId: 'b' } });
});

test('a closure can be rehearsed without destinations, to see who would be left without one', () => {
  const closing = { ...school, kind: 'CLOSURE' as const };
  assert.deepEqual(wishOf(closing)?.matter, { kind: 'CLOSURE', destinations: [] });
  const named = wishOf({ ...closing, custodianId: 'c', ownerProposed: true, destinations: { 2: 'b', 3: '' } });
  assert.deepEqual(named?.matter, {
    ...{ kind: 'CLOSURE', custodianId: 'c', ownerProposed: true },
    destinations: [{ grade: 2, toId: 'b' }],
  });
});

test('a change of type sends what was touched, with or without a new name', () => {
  const schoolKind = {
    schoolType: 'NINE_YEAR',
    stages: ['PRIMARY', 'JUNIOR'],
    years: {},
    provincialConsent: ' ',
  } as const;
  const changing = { ...school, kind: 'SCHOOLING' as const, schoolKind };
  const matter = { kind: 'SCHOOLING', schoolType: 'NINE_YEAR', stages: ['PRIMARY', 'JUNIOR'] };
  assert.deepEqual(wishOf(changing)?.matter, matter);
  assert.deepEqual(wishOf({ ...changing, name: '南庄学校' })?.matter, { ...matter, name: '南庄学校' });
  assert.equal(wishOf({ ...changing, name: '南庄' }), undefined, 'half a name is no name');
  assert.equal(wishOf({ ...changing, schoolKind: undefined }), undefined, 'nothing is to be changed');
});

test('a whole class group needs its group, and a new name four characters', () => {
  assert.equal(wishOf({ ...school, kind: 'WHOLE_CLASS', toId: 'b' }), undefined);
  assert.equal(wishOf({ ...school, kind: 'SCHOOLING', name: '新校 ' }), undefined);
  assert.deepEqual(wishOf({ ...school, kind: 'SCHOOLING', name: ' 南庄小学 ' })?.matter, {
    ...{ kind: 'SCHOOLING', name: '南庄小学' },
  });
});
