/** 法规校核: the packs have no fault that is not known, and each kind of fault is found where there is one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { cite, fixed, makeLaw, pack, rule, setting, silent } from '../../../src/policy/index.ts';
import { packs, schoolTexts } from '../../index.ts';
import { SCHOOLS } from '../scenarios/places.ts';
import { wrongReferences } from './cross-references.ts';
import { deadRules, looserThanAbove, openParameters } from './in-places.ts';
import { faultsOfLaw } from './lint.ts';
import { LIVE_PLACES } from './live-places.ts';
import { undeclaredSynonyms } from './synonyms.ts';
import { gapsAndOverlaps, versionFaults } from './versions.ts';

const day = civilDate('2026-09-01');
const all = [...packs, ...(Object.keys(SCHOOLS) as (keyof typeof SCHOOLS)[]).map((id) => schoolTexts[id](SCHOOLS[id]))];

test('the packs have no fault but those that are known and dealt with', () => {
  const unknown = faultsOfLaw(all, LIVE_PLACES, day).filter(({ known }) => !known);
  assert.deepEqual(
    unknown.map(({ kind, of, sentence }) => `${kind} ${of}: ${sentence}`),
    [],
  );
});

test('the one wrong reference of the texts is found: Shanxi article 26 cites 16 and means 13', () => {
  assert.deepEqual(
    wrongReferences().map(({ of, sentence }) => `${of} ${sentence}`),
    ['SX-26.3 第二十六条引用第十六条，而第十六条不涉及此事；涉及的是第十三条'],
  );
});

const text = (id: string, placeCode: string) => ({
  id,
  title: id,
  short: id,
  issuer: id,
  placeCode,
  inForce: { from: civilDate('2020-01-01') },
});
const [nation, county] = [text('N', '000000'), text('C', '990101')];
const sample = rule('class-size')({
  id: 'sample',
  title: '流失学生',
  basis: cite(nation, '第一条', 'N-1'),
  force: 'MUST',
  parameters: { most: fixed(50, 'SMALLER', '班额', '人') },
  decide: () => silent,
  sentences: {},
  examples: [{ name: 'says nothing', facts: { stage: 'PRIMARY', grade: 1, size: 1 }, expect: 'NONE' }],
});
const places = [{ name: '甲县', placeCode: '990101' }];
const broken = [
  pack({ placeCode: '000000', instruments: [nation], rules: [sample] }),
  pack({
    placeCode: '990101',
    instruments: [county],
    settings: [setting(sample, { most: 60 }, cite(county, '第二条', 'C-2'))],
  }),
];
const law = makeLaw(broken);

test('a value looser than the one above it is found', () => {
  const [fault] = looserThanAbove(law, broken, places, day);
  assert.match(fault!.sentence, /C·第二条设定的“班额”不生效：N·第一条规定不超过50/);
});

test('a rule that never says anything, and one that nobody is asked, are dead', () => {
  assert.match(deadRules(law, broken, places, [day])[0]!.sentence, /从不作答/);
  assert.match(deadRules(law, broken, places, [civilDate('2019-12-31')])[0]!.sentence, /不会被问到/);
});

test('a word that the product does not use is found, a quotation of the text is not', () => {
  assert.match(undeclaredSynonyms(broken)[0]!.sentence, /统一用“辍学”/);
  const quoted = pack({ placeCode: '000000', instruments: [nation], rules: [{ ...sample, title: '原文作“流失”' }] });
  assert.deepEqual(undeclaredSynonyms([quoted]), undeclaredSynonyms([]));
});

test('a gap and an overlap of a day between two versions are found', () => {
  const from = civilDate('2013-09-01');
  const to = civilDate('2025-01-01');
  assert.deepEqual(versionFaults([{ from, to }, { from: to }]), []);
  assert.deepEqual(versionFaults([{ from, to }, { from: civilDate('2025-01-02') }]), [{ day: to, count: 0 }]);
  const overlap = civilDate('2024-12-31');
  assert.deepEqual(versionFaults([{ from, to }, { from: overlap }]), [{ day: overlap, count: 2 }]);
  const twice = pack({ placeCode: '000000', instruments: [nation], rules: [sample, sample] });
  assert.ok(gapsAndOverlaps([twice]).length > 0);
});

test('a parameter that no text of a live place sets is listed with what stands in for it', () => {
  const open = openParameters(makeLaw(packs), LIVE_PLACES, day);
  assert.ok(open.some(({ of }) => of === '四川武侯 entry-age.cutoff'));
  assert.ok(open.every(({ known }) => known));
});
