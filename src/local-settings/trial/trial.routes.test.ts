/** 试算: a value is tried on the cases of the place before it is published, and nothing is changed by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, anAdmissionDesk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { childRows } from '../../../tests/entrant-rows.ts';
import type { TrialPage } from '../local-settings.api.ts';

const app = await testApplication({ now: '2026-09-10T10:00:00+08:00' });
const changge = await anAdmissionDesk(app);
const qianan = await anAdmissionDesk(app, { placeCode: '130283' });

const limit = (value: object) => ({ kind: 'PARAMETER', ruleId: 'build-file', parameter: 'limit', value });
const tryOut = async (desk: typeof changge, items: unknown[]) => {
  const { status, body, detail } = await desk.officer.post<TrialPage>('/api/local-settings/trials', { items });
  assert.equal(status, 200, detail);
  return body;
};

async function handIn(desk: typeof changge, count: number): Promise<string> {
  const importId = await importRows(app, desk.registrar, childRows(count, 100));
  const { body, detail } = await desk.registrar.post<{ caseIds: string[] }>(
    `/api/admissions/imports/${importId}/submissions`,
    { mode: 'GOOD', signedForms: true },
  );
  const [caseId] = body.caseIds ?? [];
  assert.ok(caseId, detail);
  await act(desk.leader, caseId, 'SUBMIT');
  return caseId;
}

test('the list names each case that would be decided differently, with how, and the law stays as it is', async () => {
  const caseId = await handIn(changge, 3);
  const shorter = await tryOut(changge, [limit({ days: 5 })]);
  assert.deepEqual([shorter.examined, shorter.without, shorter.next], [1, [], null]);
  const [one] = shorter.changed;
  assert.deepEqual([one!.caseId, one!.ended, one!.before.amber + 1], [caseId, false, one!.after.amber]);
  assert.deepEqual(one!.sentences, ['入学后5天内应建籍，9月6日到期，已晚4天（长葛市教育局·试算）']);
  assert.deepEqual((await tryOut(changge, [limit({ days: 9 })])).changed, [], 'nine days after 1 September is today');
});

test('a value that the law above does not let count changes nothing, and says why', async () => {
  const { changed, without } = await tryOut(changge, [limit({ months: 2 })]);
  assert.deepEqual(changed, []);
  assert.match(without[0]!, /不能生效，.*下级只能缩短/);
});

test('nobody sees the cases of another place', async () => {
  const { examined, changed } = await tryOut(qianan, [limit({ days: 1 })]);
  assert.deepEqual([examined, changed], [0, []]);
});
