/** 佐证材料: papers are handed in by who has the case, seen by who takes part in it, and kept once somebody has acted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import sharp from 'sharp';
import type { SentFile } from '../../tests/access/caller.ts';
import { testApplication } from '../../tests/application.ts';
import { anAccount, anAuthority, aSchool, writing } from '../../tests/builders.ts';
import { aReadablePdf } from '../../tests/sample-pdf.ts';
import { caseRows, eventRows } from '../cases/case.store.ts';
import type { Case } from '../cases/index.ts';
import { newId } from '../kernel/ids.ts';
import type { EvidenceView } from './evidence.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const wuhou = await anAuthority(app, { placeCode: '510107' });
const changge = await anAuthority(app, { placeCode: '411082' });
const city = await anAuthority(app, { placeCode: '510100' });
const school = await aSchool(app, { under: wuhou });
const far = await aSchool(app, { under: changge });
const stranger = await aSchool(app, { under: wuhou });
const as = async (at: typeof school, role: 'SCHOOL_REGISTRAR' | 'SCHOOL_LEADER' | 'AUTHORITY_REGISTRAR') =>
  app.as(await anAccount(app, { at, role }));
const registrar = await as(school, 'SCHOOL_REGISTRAR');
const leader = await as(school, 'SCHOOL_LEADER');
const sender = await as(far, 'SCHOOL_REGISTRAR');
const officer = await as(wuhou, 'AUTHORITY_REGISTRAR');

/** A case of two chains that lies with the school here. */
async function aCase(): Promise<Case> {
  const one: Case = {
    id: newId(),
    subjectId: school.id,
    subjectKind: 'INSTITUTION',
    number: 'RX-2026-0917-AAAAA',
    kind: 'REGISTRATION',
    workflow: 'registration',
    title: '一年级',
    schoolId: school.id,
    authorityId: wuhou.id,
    parties: { school: school.id, authority: wuhou.id, 'sending-school': far.id },
    path: school.path,
    counterpartPath: far.path,
    lawDay: '2026-09-17' as Case['lawDay'],
    data: {},
    openedAt: app.clock.now(),
  };
  await writing(app, (tx) => tx.together(caseRows(one, newId())));
  await moveTo(one, school, 1);
  return one;
}

/** The next event: the case is now with this institution, or with nobody. */
const moveTo = (one: Case, holder: typeof school | undefined, seq: number, dueOn: Case['lawDay'] | null = null) =>
  writing(app, (tx) =>
    tx.together(
      eventRows(one, [
        {
          seq,
          action: 'SUBMIT',
          step: 'DONE',
          fromState: 'PREPARING',
          toState: holder ? 'WITH_AUTHORITY' : 'COMPLETED',
          pendingAction: null,
          holderId: holder?.id ?? null,
          holderRole: holder ? 'SCHOOL_REGISTRAR' : null,
          accountId: newId(),
          personName: '周志强',
          institutionId: school.id,
          institutionName: school.name,
          opinion: null,
          findings: [],
          startedOn: one.lawDay,
          dueOn,
          termDays: null,
          at: app.clock.now(),
        },
      ]),
    ),
  );

/** No two photos of this file are alike. */
let shade = 0;
const photo = async (name = 'IMG_0001.JPG'): Promise<SentFile> => {
  shade++;
  const background = { r: (shade * 53) % 256, g: (shade * 97) % 256, b: (shade * 29) % 256 };
  return {
    name,
    bytes: await sharp({ create: { width: 400, height: 560, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  };
};
const address = (one: Case, more = '') => `/api/cases/${one.id}/evidence${more}`;
const named = (what: string, more: Record<string, string> = {}) =>
  `?${new URLSearchParams({ paper: 'HOUSEHOLD', what, ...more })}`;
const send = async (who: typeof registrar, one: Case, file?: SentFile, more: Record<string, string> = {}) =>
  who.upload<{ id: string }>(address(one, named('居民户口簿', more)), file ?? (await photo()));
const listed = async (who: typeof registrar, one: Case) => (await who.get<EvidenceView>(address(one))).body;
const inTable = async (query: string, ...values: unknown[]) => {
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  const { rows } = await client.query(query, values);
  await client.end();
  return rows;
};

test('a photo handed in is seen by every party, in place and as nothing but a picture; each look is told', async () => {
  const one = await aCase();
  const { status, body } = await send(registrar, one, await photo('../../evil.html'));
  assert.equal(status, 200);
  for (const who of [registrar, leader, sender, officer]) {
    const [paper] = (await listed(who, one)).items;
    assert.deepEqual([paper!.what, paper!.state, paper!.mayOpen], ['居民户口簿', 'IN', true]);
    const seen = await who.get(address(one, `/${body.id}`));
    assert.equal(seen.status, 200);
    assert.equal(seen.headers['content-type'], 'image/jpeg');
    assert.equal(seen.headers['content-disposition'], 'inline');
    assert.equal(seen.headers['x-content-type-options'], 'nosniff');
    assert.match(String(seen.headers['content-security-policy']), /^default-src 'none'; sandbox;/);
    assert.equal(seen.headers['cache-control'], 'no-store');
  }
  const looks = await inTable(`select * from audit_events where action = 'VIEW_EVIDENCE' and subject_id = $1`, one.id);
  assert.equal(looks.length, 4);
});

test('who takes no part sees no page of it: not the authority above, not a neighbour, not the bytes on the disk', async () => {
  const one = await aCase();
  const { body } = await send(registrar, one);
  const above = await as(city, 'AUTHORITY_REGISTRAR');
  assert.deepEqual(
    (await listed(above, one)).items.map(({ mayOpen }) => mayOpen),
    [false],
  );
  assert.equal((await above.get(address(one, `/${body.id}`))).status, 404);
  const beside = await as(stranger, 'SCHOOL_REGISTRAR');
  assert.equal((await beside.get(address(one))).status, 404);
  assert.equal((await beside.get(address(one, `/${body.id}`))).status, 404);
  assert.equal((await send(beside, one)).status, 404);
});

test('the authority next above looks at the papers once the holder is overdue, and not a day before', async () => {
  const one = await aCase();
  const { body } = await send(registrar, one);
  const above = await as(city, 'AUTHORITY_REGISTRAR');
  await moveTo(one, wuhou, 2, '2026-09-17' as Case['lawDay']);
  assert.equal((await above.get(address(one, `/${body.id}`))).status, 404);
  await moveTo(one, wuhou, 3, '2026-09-16' as Case['lawDay']);
  assert.equal((await above.get(address(one, `/${body.id}`))).status, 200);
  const [paper] = (await listed(above, one)).items;
  assert.deepEqual([paper!.mayOpen, paper!.mayWithdraw, paper!.mayReturn], [true, false, false]);
});

test('what is no paper is refused by its content, whatever it is called, and leaves nothing behind', async () => {
  const one = await aCase();
  const before = await inTable('select count(*)::int as files from files');
  const html = await send(registrar, one, { name: 'scan.jpg', bytes: Buffer.from('<html>'), mediaType: 'image/jpeg' });
  assert.deepEqual([html.status, html.code], [422, 'UNSUITABLE_FILE']);
  assert.match(html.detail!, /只收JPEG、PNG、WebP图像和PDF/);
  const named = await send(registrar, one, { name: 'photo.jpg', bytes: aReadablePdf(3) });
  assert.equal(named.status, 200);
  const [paper] = (await listed(registrar, one)).items;
  assert.deepEqual([paper!.mediaType, paper!.pages], ['application/pdf', 3]);
  const large = await send(registrar, one, { name: 'a.pdf', bytes: Buffer.alloc(15.5 * 2 ** 20, 37) });
  assert.deepEqual([large.status, large.code], [413, 'TOO_LARGE']);
  const after = await inTable('select count(*)::int as files from files');
  assert.equal(after[0].files, before[0].files + 1);
});

test('only who has the case hands in; the other parties and whoever looks at an ended case do not', async () => {
  const one = await aCase();
  assert.equal((await listed(registrar, one)).mayAdd, true);
  assert.equal((await listed(sender, one)).mayAdd, false);
  assert.equal((await send(sender, one)).code, 'STEP_NOT_ALLOWED');
  await moveTo(one, far, 2);
  assert.equal((await send(sender, one)).status, 200);
  assert.equal((await send(registrar, one)).code, 'STEP_NOT_ALLOWED');
  await moveTo(one, undefined, 3);
  const ended = await send(sender, one);
  assert.match(ended.detail!, /已办结/);
});

test('a slip of a moment ago is taken back with its bytes; what somebody acted on is withdrawn and kept', async () => {
  const one = await aCase();
  const slip = (await send(registrar, one)).body.id;
  const [{ file_id: file }] = await inTable('select file_id from evidence where id = $1', slip);
  assert.equal((await registrar.delete(address(one, `/${slip}`))).status, 200);
  assert.deepEqual((await listed(registrar, one)).items, []);
  await assert.rejects(app.services.files.fetch(file), { code: 'NOT_FOUND' });

  const kept = (await send(registrar, one)).body.id;
  await moveTo(one, wuhou, 2);
  assert.equal((await registrar.delete(address(one, `/${kept}`))).code, 'STEP_NOT_ALLOWED');
  assert.equal((await officer.delete(address(one, `/${kept}`))).code, 'STEP_NOT_ALLOWED');
  await moveTo(one, school, 3);
  const next = await send(registrar, one, await photo(), { replaces: kept });
  assert.equal(next.status, 200);
  assert.deepEqual(
    (await listed(officer, one)).items.map(({ id, state }) => [id, state]),
    [
      [kept, 'WITHDRAWN'],
      [next.body.id, 'IN'],
    ],
  );
  assert.equal((await officer.get(address(one, `/${kept}`))).status, 200);
});

test('a paper that does not do is returned with a reason by who has the case, never by who handed it in', async () => {
  const one = await aCase();
  const { id } = (await send(registrar, one)).body;
  assert.equal((await registrar.post(address(one, `/${id}/returns`), { reason: '看不清' })).code, 'STEP_NOT_ALLOWED');
  await moveTo(one, wuhou, 2);
  assert.equal((await officer.post(address(one, `/${id}/returns`), { reason: '' })).status, 400);
  assert.equal((await officer.post(address(one, `/${id}/returns`), { reason: '缺户主页' })).status, 200);
  assert.equal((await officer.post(address(one, `/${id}/returns`), { reason: '缺户主页' })).code, 'STEP_NOT_ALLOWED');
  const [paper] = (await listed(registrar, one)).items;
  assert.deepEqual([paper!.state, paper!.returnReason], ['RETURNED', '缺户主页']);
});

test('the same file sent twice is one paper, and a case takes forty', async () => {
  const one = await aCase();
  const file = await photo();
  const [first, second] = [await send(registrar, one, file), await send(registrar, one, file)];
  assert.equal(first.body.id, second.body.id);
  for (let count = 1; count < 40; count++) assert.equal((await send(registrar, one)).status, 200);
  const more = await send(registrar, one);
  assert.match(more.detail!, /一件最多交40份材料/);
});
