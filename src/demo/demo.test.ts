import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEADINGS, layoutOf, rawOfRow } from '../admissions/checking/headings.ts';
import { findPasswordFaults, PASSWORD_PROFILES } from '../crypto/password-profile.ts';
import { verifyTotp } from '../crypto/totp.ts';
import { ageOn, civilDate } from '../kernel/civil-date.ts';
import {
  checkRecord,
  isIdentityNumber,
  isRegistrationNumber,
  partsOfIdentityNumber,
  type RawRecord,
  rawOf,
} from '../students/index.ts';
import { readRows } from '../workbooks/read-rows.ts';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoCode, listDemoAccounts } from './accounts.ts';
import { chanceOf, idOf, weighted } from './chance.ts';
import { drawIntakeRows } from './intake/intake-rows.ts';
import { writeIntakeWorkbook } from './intake/write-intake-workbook.ts';
import { drawClassGroup } from './people/draw-class-group.ts';
import { numbersOf } from './people/school-numbers.ts';
import { furtherCounty } from './region/counties.ts';
import { planPart, rollsOf } from './region/plan-part.ts';

const today = civilDate('2026-11-21');
const plan = planPart({ seed: '2026', schoolYear: 2026, students: 20_000 });
const drawAll = (of: typeof plan) =>
  of.schools.flatMap((school) =>
    rollsOf(of, school).flatMap(({ group, roll }) =>
      [...drawClassGroup(roll)].map((one) => ({ ...one, group, school })),
    ),
  );
const all = drawAll(plan);

test('a region of 20,000 holds 20,000, in class groups of thirty to fifty and fewer where the school is small', () => {
  assert.equal(all.length, 20_000);
  const usual = plan.schools.filter(({ text }) => (text.size ?? 1) === 1);
  for (const { size, intakeYear, schoolId } of usual.flatMap(({ id }) => plan.classGroups.get(id)!)) {
    const waits = plan.schools.find(({ id }) => id === schoolId)!.text.awaitsIntake && intakeYear === 2026;
    assert.ok(waits ? size === 0 : size >= 30 && size <= 50, `${size}`);
  }
});

test('every kind of school is there, public and private, with a model school, a centre school and a school of the city', () => {
  assert.equal(new Set(plan.schools.map(({ schoolType }) => schoolType)).size, 9);
  assert.ok(plan.schools.some(({ ownership }) => ownership === 'PRIVATE'));
  assert.ok(plan.schools.some(({ modelSchool }) => modelSchool));
  assert.ok(plan.schools.some(({ upperId }) => plan.centres.some(({ id }) => id === upperId)));
  assert.ok(plan.schools.some(({ path }) => path.startsWith('41/10/3441')));
  for (const { code, schoolType } of plan.schools) {
    const category = { PRIMARY: '21', JUNIOR: '31', SENIOR: '34', SPECIAL: '51', SPECIALIZED: '37' };
    const wanted = (category as Record<string, string>)[schoolType!];
    if (wanted) assert.equal(code!.slice(0, 2), wanted);
  }
});

test('the senior stage is decided on by the city in Sichuan and Shanxi, in Shanxi after the county, else by the county', () => {
  const senior = (placeCode: string) => {
    const school = plan.schools.find((one) => one.placeCode === placeCode && one.schoolType === 'SENIOR')!;
    const { authorityId, reviewerId } = school.supervisedBy.SENIOR!;
    const placeOf = (id: string | null) => plan.authorities.find((one) => one.id === id)?.placeCode;
    return [placeOf(authorityId), placeOf(reviewerId)];
  };
  assert.deepEqual(senior('411082'), ['411082', undefined]);
  assert.deepEqual(senior('510107'), ['510100', undefined]);
  assert.deepEqual(senior('140105'), ['140100', '140105']);
});

test('no record has anything to mend or to look at, and every number is sound', () => {
  for (const { record, number } of all) {
    const { findings } = checkRecord(rawOf(record), { today });
    assert.deepEqual(
      findings.map(({ field, code }) => `${field} ${code}`),
      [],
    );
    assert.ok(isRegistrationNumber(number.number));
    if (record.identityType !== '1') continue;
    assert.ok(isIdentityNumber(record.identityNumber!));
    assert.equal(partsOfIdentityNumber(record.identityNumber!).bornOn, record.bornOn);
  }
});

test('no identity, no registration number and no identifier comes twice', () => {
  const identities = all.flatMap(({ record: { identityType, identityNumber } }) =>
    identityNumber ? [`${identityType}/${identityNumber}`] : [],
  );
  assert.equal(new Set(identities).size, identities.length);
  assert.equal(new Set(all.map(({ number }) => number.number)).size, all.length);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
});

test('who has an identity number has a formal number from the second year on; who has no document has a J number', () => {
  const share = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).length / all.length;
  assert.ok(Math.abs(share(({ record }) => record.identityType === '1') - 0.97) < 0.01);
  assert.ok(share(({ number }) => number.kind === 'G') > 0.8);
  assert.ok(share(({ number }) => number.kind === 'L') > 0.05);
  for (const { record, number } of all) assert.equal(number.kind === 'J', record.identityNumber === undefined);
});

test('children are as old as their grade: six by the end of August before grade one, at most a year older', () => {
  for (const { record, group } of all) {
    const age = ageOn(record.bornOn!, civilDate('2026-08-31')) - (group.grade - 1);
    assert.ok(age === 6 || age === 7, `${record.bornOn} in grade ${group.grade}`);
  }
});

test('the same seed gives the same children, another seed others; a further county is like no first one', () => {
  const [some] = rollsOf(plan, plan.schools[1]!);
  assert.deepEqual([...drawClassGroup(some!.roll)], [...drawClassGroup(rollsOf(plan, plan.schools[1]!)[0]!.roll)]);
  const other = planPart({ seed: '2027', schoolYear: 2026, students: 20_000 });
  const [different] = rollsOf(other, other.schools[1]!);
  const names = (roll: typeof some) => [...drawClassGroup(roll!.roll)].map(({ record }) => record.name).join();
  assert.notEqual(names(some), names(different));
  assert.equal(new Set(Array.from({ length: 80 }, (_, number) => furtherCounty(number).code)).size, 80);
});

test('a larger region adds counties and leaves the first ones as they are; a part after it takes the next counties', () => {
  const large = planPart({ seed: '2026', schoolYear: 2026, students: 100_000 });
  assert.equal(large.countiesAfter, 7);
  assert.deepEqual(
    large.schools.slice(0, 48).map(({ id }) => id),
    plan.schools.map(({ id }) => id),
  );
  const next = planPart({ seed: '2026', schoolYear: 2026, students: 500, countiesBefore: large.countiesAfter });
  const known = new Set(large.schools.map(({ placeCode }) => placeCode));
  assert.ok(next.schools.every(({ placeCode }) => !known.has(placeCode)));
});

test('schools that draw from the same place on the same day never draw the same number', () => {
  const day = civilDate('2015-03-04');
  const home = Array.from({ length: 50 }, (_, slot) => numbersOf({ placeCode: '411082', slot, ordinal: slot }));
  const guests = Array.from({ length: 99 }, (_, index) =>
    numbersOf({ placeCode: '130283', slot: 0, ordinal: 100 + index }),
  );
  const drawn = [
    ...home.flatMap((numbers) => Array.from({ length: 8 }, () => numbers.identity('411082', day, '1').number)),
    ...guests.map((numbers) => numbers.identity('411082', day, '1').number),
  ];
  assert.equal(new Set(drawn).size, 499);
});

test('a day that is full is left for an earlier one, never for a later', () => {
  const numbers = numbersOf({ placeCode: '411082', slot: 3, ordinal: 3 });
  const days = Array.from({ length: 9 }, () => numbers.identity('411082', civilDate('2020-08-31'), '2').bornOn);
  assert.deepEqual([days[7], days[8]], ['2020-08-31', '2020-08-30']);
});

test('the sample register has twelve kinds of mistakes in ninety rows; the others are sound', () => {
  const rows = drawIntakeRows(plan);
  assert.equal(rows.length, 86);
  assert.equal(new Set(rows.flatMap(({ mistake }) => mistake ?? [])).size, 12);
  /** What only the school, the law or the whole register can tell. */
  const elsewhere = new Set(['CLASS_NOT_HERE', 'UNDER_AGE', 'IDENTITY_REPEATED', 'IDENTITY_REGISTERED']);
  for (const { raw, mistake } of rows) {
    const found = checkRecord(raw, { today, placeCode: '411082' }).findings.map(({ code }) => code);
    assert.deepEqual(found, mistake && !elsewhere.has(mistake) ? [mistake] : []);
  }
});

test('the sample register as a workbook says to the import what its rows say', async () => {
  const sheet = await readRows(await writeIntakeWorkbook(plan, new Date('2026-09-01T00:00:00Z')), {
    headings: HEADINGS,
  });
  const places = Object.entries(layoutOf(sheet.sheet, sheet.header).places);
  const read: (RawRecord | undefined)[] = [];
  for await (const row of sheet.rows) read.push(rawOfRow(row, places));
  const codes = (raw: RawRecord = {}) =>
    checkRecord(raw, { today, placeCode: '411082' }).findings.map(({ code }) => code);
  assert.deepEqual(
    read.map(codes),
    drawIntakeRows(plan).map(({ raw }) => codes(raw)),
  );
});

test('of the register one child is registered at the other school, and one stands in it twice', () => {
  const rows = drawIntakeRows(plan);
  const numberOf = (mistake: string) =>
    rows.filter((row) => row.mistake === mistake).map(({ raw }) => raw['identityNumber']);
  const [taken] = numberOf('IDENTITY_REGISTERED');
  const holder = all.find(({ record }) => record.identityNumber === taken)!;
  assert.equal(holder.school.slug, 'heming');
  const twice = numberOf('IDENTITY_REPEATED');
  assert.deepEqual([twice.length, new Set(twice).size], [2, 1]);
  const registered = new Set(all.map(({ record }) => record.identityNumber));
  const others = rows.filter(({ mistake }) => mistake !== 'IDENTITY_REGISTERED' && mistake !== 'NAME_UNREADABLE');
  assert.ok(others.every(({ raw }) => !registered.has(String(raw['identityNumber']))));
});

test('the published password and second factor open an account under either profile', async () => {
  for (const profile of Object.values(PASSWORD_PROFILES)) {
    assert.deepEqual(await findPasswordFaults(profile, DEMO_PASSWORD, { ownNames: ['muzhilu.jingban', '葛晓飞'] }), []);
  }
  const now = new Date('2026-11-21T08:00:07Z');
  const { code, secondsLeft } = demoCode(now);
  assert.equal(secondsLeft, 23);
  assert.ok(verifyTotp(DEMO_TOTP_SECRET, code, now, null));
});

test('the table names a registrar and a leader at every level, and a class teacher', () => {
  const accounts = listDemoAccounts(plan);
  const at = (name: string) => accounts.filter(({ institution }) => institution === name).map(({ office }) => office);
  for (const name of ['长葛市教育局', '许昌市教育局', '河南省教育厅', '教育部', '武侯区教育局'])
    assert.equal(at(name).length, 2, name);
  assert.equal(at('长葛市木芝路小学').length, 3);
  assert.equal(new Set(accounts.map(({ loginName }) => loginName)).size, accounts.length);
  for (const { loginName } of accounts) assert.match(loginName, /^[a-z][a-z0-9._-]{2,31}$/);
});

test('chance comes from a text alone, weighs as it is told, and identifiers keep the order they are given', () => {
  const drawn = Array.from({ length: 3 }, () => chanceOf('a').below(1_000_000));
  assert.equal(new Set(drawn).size, 1);
  const draw = weighted([
    ['often', 9],
    ['seldom', 1],
  ]);
  const chance = chanceOf('weights');
  const seldom = Array.from({ length: 10_000 }, () => draw(chance)).filter((word) => word === 'seldom').length;
  assert.ok(seldom > 850 && seldom < 1150, `${seldom}`);
  assert.match(idOf('x', 1), /^00000000-0001-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(idOf('z', 1) < idOf('a', 2));
});
