import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { someStudents } from '../../../tests/students.ts';
import type { StudentPage, StudentView } from '../api/students.api.ts';

const app = await testApplication();
const county = await anAuthority(app);
const school = await aSchool(app, { under: county });
const registrar = app.as(await anAccount(app, { at: school }));

const picture = (background: string, [width, height] = [520, 640]) =>
  sharp({ create: { width: width!, height: height!, channels: 3, background } })
    .jpeg()
    .toBuffer();
const send = (id: string, bytes: Uint8Array, caller = registrar) =>
  caller.upload<{ photoId: string }>(`/api/students/${id}/photo`, { name: 'photo.jpg', bytes });
const redOf = async (bytes: Buffer) => (await sharp(bytes).raw().toBuffer())[0]!;

test('the registrar sets a photo, and the page and the list know it', async () => {
  const [id, bystander] = await someStudents(app, { school, name: '甲一' }, { school, name: '乙二' });
  assert.equal((await registrar.get(`/api/students/${id}/photo`)).code, 'NOT_FOUND');
  const sent = await send(id!, await picture('#ff0000'));
  assert.equal(sent.status, 200, sent.text);
  const { photoId } = sent.body;
  const kept = await registrar.get(`/api/students/${id}/photo`);
  assert.equal(kept.headers['content-type'], 'image/jpeg');
  const { width, height } = await sharp(kept.bytes).metadata();
  assert.deepEqual([width, height], [358, 441]);
  assert.equal((await registrar.get<StudentView>(`/api/students/${id}`)).body.photoId, photoId);
  const { items } = (await registrar.get<StudentPage>('/api/students')).body;
  assert.deepEqual(
    items
      .filter(({ studentId }) => [id, bystander].includes(studentId))
      .map((one) => [one.name, one.photoId])
      .toSorted(),
    [
      ['甲一', photoId],
      ['乙二', null],
    ].toSorted(),
  );
});

test('a new photo takes the place of the old one, which stays among the files', async () => {
  const [id] = await someStudents(app, { school });
  const first = (await send(id!, await picture('#ff0000'))).body.photoId;
  const second = (await send(id!, await picture('#0000ff'))).body.photoId;
  assert.ok((await redOf((await registrar.get(`/api/students/${id}/photo`)).bytes)) < 60);
  assert.ok((await redOf(await app.services.files.fetch(first))) > 200);
  const rows = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql
      .selectFrom('files')
      .select(['id', 'kind', 'path', 'media_type'])
      .where('id', 'in', [first, second])
      .execute(),
  );
  assert.deepEqual(
    rows.map((row) => [row.kind, row.path, row.media_type]),
    Array(2).fill(['PHOTO', school.path, 'image/jpeg']),
  );
  const trail = await app.db.read({ lo: '', hi: '~' }, (tx) =>
    tx.sql
      .selectFrom('audit_events')
      .select('detail')
      .where('subject_id', '=', id!)
      .where('action', '=', 'SET_PHOTO')
      .orderBy('id')
      .execute(),
  );
  assert.deepEqual(
    trail.map(({ detail }) => detail),
    [
      { before: null, after: first },
      { before: first, after: second },
    ],
  );
});

test('what is no photo is refused, and the one before stays', async () => {
  const [id] = await someStudents(app, { school });
  const { photoId } = (await send(id!, await picture('#ff0000'))).body;
  const refused = await send(id!, Buffer.from('<html>'));
  assert.deepEqual(
    [refused.status, refused.code, refused.detail],
    [422, 'UNSUITABLE_FILE', '文件不能使用：照片须为JPEG或PNG，请另存后再传'],
  );
  assert.equal((await send(id!, await picture('#ff0000', [800, 300]))).code, 'UNSUITABLE_FILE');
  assert.equal((await send(id!, Buffer.alloc(11 * 2 ** 20, 0xff))).code, 'TOO_LARGE');
  assert.equal((await registrar.get<StudentView>(`/api/students/${id}`)).body.photoId, photoId);
});

test('only the registrar of the own school sets a photo', async () => {
  const [id] = await someStudents(app, { school });
  const elsewhere = app.as(await anAccount(app, { at: await aSchool(app, { under: county }) }));
  assert.equal((await send(id!, await picture('#ff0000'), elsewhere)).code, 'NOT_FOUND');
  const officer = app.as(await anAccount(app, { at: county }));
  assert.equal((await send(id!, await picture('#ff0000'), officer)).code, 'NOT_ALLOWED');
  assert.equal((await registrar.get<StudentView>(`/api/students/${id}`)).body.photoId, null);
});
