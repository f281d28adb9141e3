/** 跟随变动: a partner system is applied for, approved by another, follows with its key, and is cut off. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both, type Desk, FORM, open, twoTowns } from '../../../tests/two-towns.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { SystemsView } from '../systems/systems.api.ts';
import type { EventPage } from './events.api.ts';

const town = await twoTowns();
const { app, changge, wuhou, chengdu, sending, receiving } = town;

const APPLICATION = {
  name: '城市校园卡平台',
  recipient: '市数据局',
  purpose: '校园卡随学籍开通和停用',
  basis: '教函〔2026〕18号',
  withNumbers: false,
  validTo: '2027-06-30',
};

async function approved(desk: Desk, scopeId: string, wish: Partial<typeof APPLICATION> = {}) {
  const { body } = await desk.registrar.post<{ id: string }>('/api/exchange/systems', {
    ...APPLICATION,
    ...wish,
    scopeId,
  });
  assert.equal((await desk.leader.post(`/api/exchange/systems/${body.id}/decision`, { approve: true })).status, 200);
  const key = await desk.registrar.post<{ key: string }>(`/api/exchange/systems/${body.id}/key`);
  return { id: body.id, key: key.body.key };
}

const follow = (key: string, query = '') =>
  app.anonymous.get<EventPage>(`/api/events${query}`, { authorization: `Bearer ${key}` });

/** Everything from the beginning, page by page. */
async function all(key: string, limit = 3) {
  const events: EventPage['events'] = [];
  for (let after = 0; ; ) {
    const { body, status, detail } = await follow(key, `?after=${after}&limit=${limit}`);
    assert.equal(status, 200, detail);
    events.push(...body.events);
    after = body.next;
    if (!body.more && body.events.length === 0) return events;
  }
}

test('a transfer between two provinces is followed by both, each what concerns its place, and nothing classified is told', async () => {
  const child = await town.child('李沐辰');
  const [here, there] = [await approved(changge, changge.at.id), await approved(chengdu, wuhou.at.id)];
  const { caseId } = (await open(receiving, child, { classGroupId: town.classGroupId })).body;
  await receiving.leader.post(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  for (const desk of [wuhou, sending, changge, chengdu]) {
    const { status, detail } = await both(desk, caseId, 'APPROVE', '李沐辰情况属实');
    assert.equal(status, 200, detail);
  }
  assert.deepEqual(await all(here.key), [], 'nothing is published yet');
  await app.features.publish();
  const [left, came] = [await all(here.key), await all(there.key)];
  assert.deepEqual(
    left.map(({ kind }) => kind).filter((kind) => !kind.startsWith('CASE_')),
    ['REGISTRATION_BEGUN', 'NUMBER_ISSUED', 'REGISTRATION_ENDED'],
  );
  assert.deepEqual(
    came.map(({ kind }) => kind).filter((kind) => !kind.startsWith('CASE_')),
    ['REGISTRATION_BEGUN'],
  );
  const cases = (events: EventPage['events']) => events.filter(({ kind }) => kind.startsWith('CASE_'));
  assert.deepEqual(cases(left), cases(came), 'both chains see the case alike');
  assert.deepEqual(
    cases(came).map(({ kind }) => kind),
    ['CASE_OPENED', ...Array.from({ length: cases(came).length - 2 }, () => 'CASE_MOVED'), 'CASE_DECIDED'],
  );
  const seqs = cases(came).map(({ data }) => (data as { seq: number }).seq);
  assert.deepEqual(
    seqs,
    seqs.toSorted((a, b) => a - b),
  );
  const begun = came.find((one) => one.kind === 'REGISTRATION_BEGUN')!;
  assert.equal(begun.studentId, child.id);
  assert.equal(begun.caseId, caseId);
  assert.deepEqual(
    [begun.data.grade, begun.data.stage, begun.data.school?.name, begun.registrationNumber],
    [FORM.targetGrade, 'PRIMARY', '锦里西路小学', null],
  );
  const told = JSON.stringify([left, came]);
  for (const classified of ['李沐辰', child.number, '情况属实', '20160512', '2016-05-12']) {
    assert.ok(!told.includes(classified), `${classified.slice(0, 2)}… is told`);
  }
});

test('the registration number is given only where the approval says so, and only while the child is there', async () => {
  const numbered = await approved(chengdu, wuhou.at.id, { withNumbers: true });
  const { record } = await town.record((await all(numbered.key))[0]!.studentId!);
  const begun = (await all(numbered.key)).find(({ kind }) => kind === 'REGISTRATION_BEGUN');
  assert.equal(begun?.registrationNumber, record.registrationNumber);
  const from = await approved(changge, changge.at.id, { withNumbers: true });
  const ended = (await all(from.key)).find(({ kind }) => kind === 'REGISTRATION_ENDED');
  assert.equal(ended?.registrationNumber, null);
});

test('a narrower scope and chosen kinds leave the rest out; whoever wants only what comes starts at the end', async () => {
  const school = await approved(wuhou, town.rival.at.id);
  assert.deepEqual(await all(school.key), []);
  const county = await approved(wuhou, wuhou.at.id);
  const { body } = await follow(county.key, '?kinds=REGISTRATION_BEGUN,CASE_DECIDED');
  assert.deepEqual(new Set(body.events.map(({ kind }) => kind)), new Set(['REGISTRATION_BEGUN', 'CASE_DECIDED']));
  const { body: latest } = await follow(county.key, '?after=latest');
  assert.deepEqual((await follow(county.key, `?after=${latest.next}`)).body, {
    events: [],
    next: latest.next,
    more: false,
  });
  const beyond = await follow(county.key, `?after=${latest.next + 1}`);
  assert.match(beyond.detail ?? '', /系统可能由备份恢复过，请从较早的游标重新读取/);
  assert.equal((await follow(county.key, '?kinds=EVERYTHING')).status, 400);
});

test('one applies and another approves; nobody follows without approval, with an old key, or after the end', async () => {
  const application = { ...APPLICATION, scopeId: wuhou.at.id };
  assert.equal((await wuhou.leader.post('/api/exchange/systems', application)).status, 403);
  const far = await wuhou.registrar.post('/api/exchange/systems', { ...application, scopeId: changge.at.id });
  assert.equal(far.status, 404);
  const long = await wuhou.registrar.post('/api/exchange/systems', { ...application, validTo: '2027-09-04' });
  assert.match(long.detail ?? '', /最长12个月，请改填2027-09-03/);
  const { body } = await wuhou.registrar.post<{ id: string }>('/api/exchange/systems', application);
  const at = `/api/exchange/systems/${body.id}`;
  assert.equal((await wuhou.registrar.post(`${at}/key`)).status, 409, 'not before it is approved');
  assert.equal((await chengdu.leader.post(`${at}/decision`, { approve: true })).status, 404, 'each for its own');
  assert.equal((await wuhou.leader.post(`${at}/decision`, { approve: false })).status, 400, 'a no has its reason');
  await wuhou.leader.post(`${at}/decision`, { approve: true });
  const first = (await wuhou.registrar.post<{ key: string }>(`${at}/key`)).body.key;
  assert.equal((await follow(first)).status, 200);
  const second = (await wuhou.registrar.post<{ key: string }>(`${at}/key`)).body.key;
  app.clock.advance(2_000);
  assert.equal((await follow(first)).code, 'KEY_NOT_VALID');
  assert.equal((await follow(second)).status, 200);
  const listed = (await wuhou.leader.get<SystemsView>('/api/exchange/systems')).body.items.find(
    ({ id }) => id === body.id,
  );
  assert.deepEqual([listed?.state, listed?.keyTail], ['APPROVED', second.slice(-4)]);
  assert.ok(!JSON.stringify(listed).includes(second));
  await wuhou.leader.post(`${at}/revocation`, { reason: '平台停运' });
  app.clock.advance(2_000);
  assert.equal((await follow(second)).code, 'KEY_NOT_VALID');

  const ending = await approved(wuhou, wuhou.at.id, { validTo: '2026-09-05' });
  app.clock.set('2026-09-04T23:59:00+08:00');
  assert.equal((await follow(ending.key)).status, 200);
  app.clock.set('2026-09-05T00:00:00+08:00');
  assert.equal((await follow(ending.key)).code, 'KEY_NOT_VALID');
});

test('each reading leaves its row: which system, from where to where; the key lies nowhere', async () => {
  const one = await approved(chengdu, wuhou.at.id, { validTo: '2027-01-31' });
  await follow(one.key, '?limit=2');
  const { rows, kept } = await app.db.read(NODE_SCOPE, async (tx) => ({
    rows: await tx.sql
      .selectFrom('audit_events')
      .select(['action', 'person_name', 'institution_id', 'detail'])
      .where('subject_id', '=', one.id)
      .orderBy('id')
      .execute(),
    kept: await tx.sql.selectFrom('partner_systems').selectAll().where('id', '=', one.id).executeTakeFirstOrThrow(),
  }));
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['APPLY_FOR_SYSTEM', 'APPROVE_SYSTEM', 'GIVE_SYSTEM_KEY', 'FOLLOW_EVENTS'],
  );
  const { person_name, institution_id, detail } = rows.at(-1)!;
  assert.deepEqual([person_name, institution_id], ['对接系统“城市校园卡平台”', chengdu.at.id]);
  assert.equal((detail as { events: number }).events, 2);
  assert.ok(!JSON.stringify([rows, { ...kept, key_hash: kept.key_hash!.toString('latin1') }]).includes(one.key));
});
