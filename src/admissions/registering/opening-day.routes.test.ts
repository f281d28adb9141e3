/** 开学日: children enter on the day that their place has set for the term; where it has set none, on 1 September, and that is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anAdmissionDesk, type Desk, handIn, read, seenBy, set } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority } from '../../../tests/builders.ts';
import type { OverviewView } from '../overview/overview.api.ts';

const app = await testApplication({ now: '2026-09-02T10:00:00+08:00' });
const desk = await anAdmissionDesk(app);
const bystander = await anAdmissionDesk(app, { placeCode: '130283' });
const term = (startsOn: string) => ({ kind: 'TERM', schoolYear: 2026, term: 1, startsOn, endsOn: '2027-01-22' });
const openingAt = async ({ registrar }: Desk) =>
  (await registrar.get<OverviewView>('/api/admissions/overview')).body.opening;
const termOn = async (day: string) =>
  (await app.anonymous.get<{ term: { startsOn: string } | null }>(`/api/policy/term?place=411082&day=${day}`)).body
    .term;

test('where no calendar is set, 1 September, said to be so', async () => {
  assert.deepEqual(await openingAt(desk), { on: '2026-09-01', fromCalendar: false });
  const { body } = await handIn(desk, await read(app, desk));
  assert.equal((await seenBy(desk.registrar, body.caseIds[0]!)).data['enteredOn'], '2026-09-01');
});

test('the county’s first day of term is the day of entry, by which the law counts; the nearer place goes before the farther', async () => {
  const province = await anAuthority(app, { placeCode: '410000' });
  const officer = app.as(await anAccount(app, { at: province, role: 'AUTHORITY_REGISTRAR' }));
  const chief = app.as(await anAccount(app, { at: province, role: 'AUTHORITY_LEADER' }));
  await set(app, officer, chief, [term('2026-09-02')]);
  assert.equal((await openingAt(desk)).on, '2026-09-02');
  await set(app, desk.officer, desk.chief, [term('2026-08-31')]);
  assert.deepEqual(await openingAt(desk), { on: '2026-08-31', fromCalendar: true });
  assert.equal((await termOn('2026-10-08'))?.startsOn, '2026-08-31');
  assert.equal((await termOn('2026-08-30'))?.startsOn, undefined);
  const { body } = await handIn(desk, await read(app, desk));
  const view = await seenBy(desk.registrar, body.caseIds[0]!);
  assert.equal(view.data['enteredOn'], '2026-08-31');
  assert.ok(
    view.findings.some(({ ruleId, sentence }) => ruleId === 'build-file' && sentence.includes('9月30日')),
    view.findings.map(({ sentence }) => sentence).join(),
  );
  const said = await handIn(desk, await read(app, desk), { enteredOn: '2026-09-01' });
  assert.equal(
    (await seenBy(desk.registrar, said.body.caseIds[0]!)).data['enteredOn'],
    '2026-09-01',
    'what the school says goes before',
  );
  assert.equal((await openingAt(bystander)).on, '2026-09-01', 'another place is not touched');
});
