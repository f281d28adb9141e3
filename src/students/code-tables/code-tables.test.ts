import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as changes from './change-tables.ts';
import { type CodeTable, choicesOf, codeFor, codeTable, labelOf } from './code-table.ts';
import { countries } from './countries.ts';
import * as family from './family-tables.ts';
import * as identity from './identity-tables.ts';
import * as person from './person-tables.ts';
import * as schooling from './schooling-tables.ts';

const isTable = (value: unknown): value is CodeTable =>
  typeof value === 'object' && value !== null && 'spellings' in value;
const tables = [changes, family, identity, person, schooling, { countries }].flatMap((group) =>
  Object.values(group).filter(isTable),
);

test('every table finds each of its codes by code, by name and by both together', () => {
  assert.ok(tables.length >= 29, `${tables.length} tables`);
  for (const table of tables) {
    for (const { code, label } of table.entries) {
      assert.equal(codeFor(table, code), code, table.id);
      assert.equal(codeFor(table, label), code, table.id);
      assert.equal(codeFor(table, ` ${code} - ${label} `), code, table.id);
      assert.equal(labelOf(table, code), label, table.id);
    }
    assert.equal(codeFor(table, '并无此项'), undefined);
    assert.equal(labelOf(table, '并无此项'), undefined);
    assert.notEqual(table.standard, '');
  }
  assert.equal(new Set(tables.map(({ id }) => id)).size, tables.length);
});

test('tables hold what their standards hold', () => {
  const sizes = Object.fromEntries(tables.map((table) => [table.id, table.entries.length]));
  assert.equal(sizes['ethnic-groups'], 58);
  assert.equal(sizes['political-statuses'], 13);
  assert.equal(sizes['countries'], 249);
  assert.equal(sizes['overseas-statuses'], 16);
  assert.equal(sizes['current-statuses'], 16);
  assert.equal(sizes['class-group-kinds'], 19);
  assert.equal(labelOf(person.ethnicGroups, '11'), '满族');
  assert.equal(labelOf(person.ethnicGroups, '56'), '基诺族');
  assert.equal(labelOf(changes.changeKinds, '22'), '转学（转入）');
  assert.equal(labelOf(changes.changeReasons, '41'), '溺水死亡');
  assert.equal(labelOf(schooling.classGroupKinds, '12'), '小学复式班');
  assert.equal(labelOf(family.familyRelations, '63'), '外祖父');
  assert.equal(labelOf(countries, 'KOR'), '韩国');
});

test('frequent ways to write a thing are understood', () => {
  assert.equal(codeFor(person.ethnicGroups, '汉'), '01');
  assert.equal(codeFor(person.genders, '男生'), '1');
  assert.equal(codeFor(person.politicalStatuses, '少先队员'), '13');
  assert.equal(codeFor(identity.identityTypes, '身份证'), '1');
  assert.equal(codeFor(identity.identityTypes, 'ａ'), 'A');
  assert.equal(codeFor(identity.identityTypes, '香港特区护照/身份证明'), '6');
  assert.equal(codeFor(identity.identityTypes, '其他(无证件)'), 'Z');
  assert.equal(codeFor(schooling.waysToSchool, '自行车(含摩托车、电动自行车)'), '2');
  assert.equal(codeFor(schooling.grades, '小学一年级'), '1');
  assert.equal(codeFor(schooling.grades, '高一'), '10');
  assert.equal(codeFor(countries, '台湾'), 'TWN');
  assert.equal(codeFor(family.leftBehindKinds, '否'), '0');
});

test('a code that a spreadsheet took for a number is recognised where only one can be meant', () => {
  assert.equal(codeFor(person.ethnicGroups, '1'), '01');
  assert.equal(codeFor(identity.overseasStatuses, '0'), '00');
  assert.equal(codeFor(schooling.grades, '1'), '1', 'a code that is its own is not touched');
});

test('the same digit means different things in different tables, and stays apart', () => {
  assert.equal(labelOf(identity.householdTypes, '1'), '农业户口');
  assert.equal(labelOf(identity.householdTypesOfPolice, '1'), '非农业家庭户口');
  assert.equal(labelOf(person.disabilityTypes, '3'), '言语残疾');
  assert.equal(labelOf(person.disabilityTypesOfEducation, '3'), '智力残疾');
});

test('what the form does not offer is understood but not offered, and words of repealed law come last', () => {
  const offered = choicesOf(identity.identityTypes).map(({ code }) => code);
  assert.deepEqual(offered, ['1', '6', '7', '8', '9', 'A', 'C', 'Z']);
  assert.equal(codeFor(identity.identityTypes, '军官证'), '2');
  assert.deepEqual(
    choicesOf(identity.householdTypes).map(({ code }) => code),
    ['3', '1', '2'],
  );
});

test('only a child without document goes without a number', () => {
  assert.equal(identity.needsNumber('Z'), false);
  assert.equal(identity.needsNumber('A'), true);
});

test('a table in which a code or a word stands twice cannot be built', () => {
  const row = { id: 't', title: '表', standard: '本系统' };
  assert.throws(
    () =>
      codeTable({
        ...row,
        entries: [
          ['1', '甲'],
          ['1', '乙'],
        ],
      }),
    RangeError,
  );
  assert.throws(
    () =>
      codeTable({
        ...row,
        entries: [
          ['1', '甲'],
          ['2', '乙', { synonyms: ['甲'] }],
        ],
      }),
    RangeError,
  );
});
