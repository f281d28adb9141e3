/** 档案袋: labels per class group, folders scanned one after another, sent in one parcel and received as one; no blank folder. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { both, type Desk, open, twoTowns } from '../../../tests/two-towns.ts';
import { readFolderCode } from '../../hand-over/folders/folder-code.ts';
import type { HandOverPage, Scan } from '../../hand-over/hand-over.api.ts';
import { barsOf } from './folder-label.ts';

const town = await twoTowns();
const { sending, receiving, rival, wuhou, changge, chengdu } = town;
const names = ['李沐辰', '王静怡', '赵子墨'] as const;
const children = new Map<string, { id: string; name: string; number: string }>();
for (const name of [...names, '孙浩然']) children.set(name, await town.child(name));
const { body: groups } = await sending.registrar.get<{ classGroups: { id: string }[] }>(
  `/api/schools/${sending.at.id}/class-groups`,
);
const groupId = groups.classGroups[0]!.id;

const labelText = async (by: Desk, group: string) => {
  const { status, bytes, detail } = await by.registrar.get(`/api/class-groups/${group}/folder-labels.pdf`);
  assert.equal(status, 200, detail);
  const { pages } = await readPdf(new Uint8Array(bytes));
  return pages.map(textOf).join('').replaceAll(/\s/g, '');
};
/** The masked number before it ends in a sign that no code has, or the code stands on a line of its own. */
const codesIn = (text: string) =>
  [...text.matchAll(/[2-9A-HJKMNP-Z]{13,}/g)].flatMap(([signs]) => readFolderCode(signs.slice(-13)) ?? []);
const scan = async (by: Desk, code: string) =>
  (await by.registrar.post<Scan>('/api/file-hand-overs/scans', { code })).body;
const listOf = async (by: Desk, side: string) =>
  (await by.registrar.get<HandOverPage>(`/api/file-hand-overs?side=${side}`)).body;

let codes: string[] = [];

test('each folder of a class group gets a label with its code; printed again the code is the same', async () => {
  const text = await labelText(sending, groupId);
  for (const name of [...names, '孙浩然']) assert.ok(text.includes(name), name);
  codes = codesIn(text);
  assert.equal(new Set(codes).size, 4);
  assert.equal(await labelText(sending, groupId), text);
  for (const { number } of children.values()) assert.ok(!text.includes(number), 'numbers are masked on a label');
  const elsewhere = await receiving.registrar.get(`/api/class-groups/${groupId}/folder-labels.pdf`);
  assert.equal(elsewhere.status, 404);
});

test('bars of Code 128 begin and end with the marks of the standard', () => {
  const bars = barsOf('ABCDEFGHJKMNP');
  assert.deepEqual(bars.slice(0, 6), [2, 1, 1, 2, 1, 4], 'start B');
  assert.deepEqual(bars.slice(-7), [2, 3, 3, 1, 1, 1, 2], 'stop');
  // Start, thirteen signs, check and stop: eleven modules each, the stop thirteen.
  assert.equal(
    bars.reduce((sum, width) => sum + width, 0),
    15 * 11 + 13,
  );
});

/** Three children go to the other school on one day; the fourth stays. */
async function moveAll(): Promise<void> {
  for (const name of names) {
    const { body, detail } = await open(receiving, children.get(name)!, { classGroupId: town.classGroupId });
    assert.ok(body.caseId, detail);
    await receiving.leader.post(`/api/cases/${body.caseId}/acts`, { action: 'SUBMIT', opinion: '同意' });
    for (const desk of [wuhou, sending, changge, chengdu]) await both(desk, body.caseId, 'APPROVE');
  }
}

test('no blank folder: the receiving school prints no label before the file has come, and the article says why', async () => {
  await moveAll();
  const text = await labelText(receiving, town.classGroupId);
  for (const name of names) assert.ok(text.includes(name), name);
  assert.equal(codesIn(text).length, 0, 'no folder is begun');
  assert.match(text, /未贴标签：.*以收到的学籍档案接续.*葛天路小学的学籍档案还没有签收.*四川·第三十二条/);
});

test('scanned one after another: what each folder is to the school that scans it', async () => {
  const seen = await Promise.all(codes.map((code) => scan(sending, code)));
  assert.equal(seen.filter(({ handOver }) => handOver?.may === 'SEND').length, 3);
  const stays = seen.find(({ handOver }) => handOver === null)!;
  const unknown = await scan(sending, '23456789ABCDE');
  assert.match(stays.words!, /没有与本校有关的待转档案/);
  assert.match(unknown.words!, /不是完整的档案袋编码/);
  const theirs = await Promise.all(codes.map((code) => scan(rival, code)));
  for (const { handOver, words } of theirs) assert.deepEqual([handOver, words], [null, stays.words]);
  const early = (await Promise.all(codes.map((code) => scan(receiving, code)))).filter(({ handOver }) => handOver);
  assert.equal(early.length, 3);
  for (const { handOver, words } of early) assert.deepEqual([handOver?.may, words], [null, whyEarly]);
});
const whyEarly = '转出学校还没有登记转出，请联系转出学校';

test('one parcel: all of it goes or nothing; the list names each; received as one with what is missing', async () => {
  const ids = (await listOf(sending, 'OUT')).items.map(({ id }) => id);
  assert.equal(ids.length, 3);
  const parcel = { way: 'POST', parcel: 'XA12345678901', parts: ['BASICS', 'PROOFS'] };
  const files = ids.map((id, at) => ({ id, pages: 10 + at }));
  const strange = { id: crypto.randomUUID(), pages: 3 };
  const refused = await sending.registrar.post('/api/file-hand-overs/sendings', {
    ...parcel,
    files: [...files, strange],
  });
  assert.equal(refused.status, 404);
  assert.equal((await listOf(sending, 'OUT')).toSend, 3, 'nothing of the parcel has gone');
  const sent = await sending.registrar.post<{ sent: number }>('/api/file-hand-overs/sendings', { ...parcel, files });
  assert.deepEqual([sent.status, sent.body.sent], [200, 3], sent.detail);

  const list = await sending.registrar.get('/api/file-hand-overs/send-list.pdf?on=2026-09-03');
  assert.equal(list.status, 200, list.detail);
  const { pages } = await readPdf(new Uint8Array(list.bytes));
  const text = pages.map(textOf).join('').replaceAll(/\s/g, '');
  for (const words of [...names, '学籍档案转出清单', '锦里西路小学', 'XA12345678901', '共3份', '12']) {
    assert.ok(text.includes(words), `${words} is not on the list: ${text}`);
  }
  assert.equal((await sending.registrar.get('/api/file-hand-overs/send-list.pdf?on=2026-09-02')).status, 404);

  const [first, second, third] = ids as [string, string, string];
  const received = await receiving.registrar.post<{ received: number }>('/api/file-hand-overs/receipts', {
    files: [
      { id: first, complete: true },
      { id: second, complete: false, missing: ['PROOFS'] },
    ],
  });
  assert.deepEqual([received.status, received.body.received], [200, 2], received.detail);
  assert.deepEqual(
    (await listOf(receiving, 'IN')).items.map(({ id, state }) => [id, state]),
    [[third, 'SENT']],
  );
  const labels = await labelText(receiving, town.classGroupId);
  assert.equal(codesIn(labels).length, 2, 'whose file has come gets a folder of this school');
  assert.equal(labels.split('未贴标签').length, 2, 'the third still waits');
});
