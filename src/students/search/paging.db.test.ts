import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, NEXT_DOOR } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import type { StudentPage } from '../api/students.api.ts';

const app = await testApplication();
const county = await anAuthority(app);
const schools = [await aSchool(app, { under: county }), await aSchool(app, { under: county })];
const nextDoor = await aSchool(app, { under: await anAuthority(app, { placeCode: NEXT_DOOR }) });
const groups = await Promise.all(schools.map((school) => aClassGroup(app, { school, grade: 1 })));

// Many of one name, seats that repeat and are missing: only the id tells them apart.
await someStudents(
  app,
  ...Array.from({ length: 120 }, (_, place) => {
    const at = place % 3;
    const school = at === 2 ? nextDoor : schools[at]!;
    const name = `张${'伟芳娜'[place % 3]}${place % 4 === 0 ? '一' : ''}`;
    return {
      school,
      name,
      bornOn: `2020-0${1 + (place % 9)}-11`,
      ...(at < 2 && place % 5 > 0 ? { classGroup: groups[at]! } : {}),
      ...(place % 7 > 0 ? { seatNo: 1 + (place % 10) } : {}),
    };
  }),
);
const city = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '411000' }) }));

const page = async (query: Record<string, string>) =>
  (await city.get<StudentPage>(`/api/students?${new URLSearchParams(query)}`)).body;
const idsOf = ({ items }: StudentPage) => items.map(({ studentId }) => studentId);

for (const [title, query] of [
  ['the book', {}],
  ['names', { q: '张' }],
  ['pinyin', { q: 'zhangwei' }],
  ['initials', { q: 'zw' }],
  ['one county', { county: NEXT_DOOR }],
] as const) {
  test(`pages by ${title} go on without a gap or a double, forward and back`, async () => {
    const whole = idsOf(await page({ ...query, limit: '200' }));
    assert.ok(whole.length >= 30, `${whole.length} students`);
    const forward: StudentPage[] = [await page({ ...query, limit: '7' })];
    while (forward.at(-1)!.next) forward.push(await page({ ...query, limit: '7', after: forward.at(-1)!.next! }));
    assert.deepEqual(forward.flatMap(idsOf), whole);
    assert.equal(forward[0]!.previous, null);
    const back: StudentPage[] = [forward.at(-1)!];
    while (back[0]!.previous) back.unshift(await page({ ...query, limit: '7', after: back[0]!.previous }));
    assert.deepEqual(back.flatMap(idsOf), whole);
    assert.ok(back.slice(0, -1).every(({ next }) => next !== null));
  });
}

test('a student who comes in between two pages moves nobody', async () => {
  const first = await page({ q: '张', limit: '10' });
  const before = idsOf(await page({ q: '张', limit: '10', after: first.next! }));
  await someStudents(app, { school: schools[0]!, name: '张' });
  assert.deepEqual(idsOf(await page({ q: '张', limit: '10', after: first.next! })), before);
});

test('a place that is none, or of a list in another order, shows the first page', async () => {
  const first = idsOf(await page({ limit: '7' }));
  const ofNames = (await page({ q: '张', limit: '7' })).next!;
  for (const after of ['nonsense', 'bnVsbA', ofNames])
    assert.deepEqual(idsOf(await page({ limit: '7', after })), first);
});
