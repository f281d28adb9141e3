import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOn, type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { allow, cite, deny, fixed, type Instrument, leftOpen, makeLaw, pack, rule, setting } from '../index.ts';

const instrument = (id: string, short: string, placeCode: string): Instrument => ({
  id,
  title: `${short}试行办法`,
  short,
  issuer: short,
  placeCode,
  inForce: { from: civilDate('2020-01-01') },
});
const nation = instrument('N', '国家', '000000');
const county = instrument('C', '甲县', '990101');

const entryAge = rule('entry-age')({
  id: 'entry-age',
  title: '入学年龄',
  basis: cite(nation, '第一条', 'N-1'),
  force: 'MUST',
  parameters: {
    years: fixed(6, 'LARGER', '入学年龄', '周岁'),
    cutoff: leftOpen<string>('ONCE', '截止日'),
  },
  decide: ({ bornOn, intakeYear }, { years, cutoff }) => {
    const age = ageOn(bornOn, `${intakeYear}-${cutoff}` as CivilDate);
    return age >= years ? allow() : deny('UNDER_ENTRY_AGE', { age });
  },
  sentences: { COMPLIES: '{cutoff}前满{years}周岁', UNDER_ENTRY_AGE: '{cutoff}前未满{years}周岁' },
  examples: [],
});
const place = { placeCode: '990101', day: civilDate('2026-09-01') };
const child = { bornOn: civilDate('2020-08-31'), intakeYear: 2026, grade: 1 };
const national = pack({ placeCode: '000000', instruments: [nation], rules: [entryAge], settings: [] });
const countyPack = (values: { cutoff?: string; years?: number }) =>
  pack({
    placeCode: '990101',
    instruments: [county],
    rules: [],
    settings: [setting(entryAge, values, cite(county, '二', 'C-2'))],
  });

test('what no level has set is left to the supervising authority, not guessed', () => {
  const decision = makeLaw([national]).ask('entry-age', place, child);
  assert.equal(decision.verdict, 'DISCRETIONARY');
  assert.equal(decision.findings[0]!.code, 'PARAMETER_NOT_SET');
});

test('a lower text fills what the higher one left open, and is the one cited', () => {
  const law = makeLaw([countyPack({ cutoff: '08-31' }), national]);
  const [finding] = law.ask('entry-age', place, child).findings;
  assert.equal(finding!.sentence, '08-31前满6周岁');
  assert.equal(finding!.chip, '甲县·二');
  const late = law.ask('entry-age', place, { ...child, bornOn: civilDate('2020-09-01') });
  assert.equal(late.verdict, 'REFUSE');
});

test('a lower text may be stricter; one that is looser does not take effect and is shown so', () => {
  const stricter = makeLaw([national, countyPack({ cutoff: '08-31', years: 7 })]);
  assert.equal(stricter.ask('entry-age', place, child).verdict, 'REFUSE');
  const looser = makeLaw([national, countyPack({ cutoff: '08-31', years: 5 })]);
  const years = looser.parametersOf('entry-age', place).find(({ name }) => name === 'years')!;
  assert.equal(years.value, 6);
  assert.match(years.notApplied[0]!.because, /国家·第一条/);
});

test('a text binds from its first day and not the day before', () => {
  const law = makeLaw([national, countyPack({ cutoff: '08-31' })]);
  assert.equal(law.rulesFor('entry-age', { ...place, day: civilDate('2019-12-31') }).length, 0);
  assert.equal(law.rulesFor('entry-age', { ...place, day: civilDate('2020-01-01') }).length, 1);
});
