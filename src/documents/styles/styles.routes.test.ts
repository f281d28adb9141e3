/** 表册样式: an authority lays down on what sheet its schools' papers are printed; the lowest that has said anything prevails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { someStudents } from '../../../tests/students.ts';
import type { PaperStyles, PaperStyleView } from './styles.api.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const county = await anAuthority(app);
const city = await anAuthority(app, { placeCode: '411000' });
const school = await aSchool(app, { under: county });
const elsewhere = await aSchool(app, { under: await anAuthority(app, { placeCode: '130283' }) });
const group = await aClassGroup(app, { school });
const otherGroup = await aClassGroup(app, { school: elsewhere });
const [child = '', stranger = ''] = await someStudents(
  app,
  { school, classGroup: group },
  { school: elsewhere, classGroup: otherGroup },
);
const [officer, above, registrar, other] = (await Promise.all(
  [county, city, school, elsewhere].map(async (at) => app.as(await anAccount(app, { at }))),
)) as [Caller, Caller, Caller, Caller];
type Caller = ReturnType<typeof app.as>;

const A4 = {
  ...{ size: 'A4', landscape: false, margins: { top: 11, bottom: 27, left: 18, right: 14 }, body: 10 },
  ...{ head: '', foot: '', copies: '' },
};
const put = (by: Caller, paper: string, sheet: object | null) =>
  by.put<PaperStyleView>(`/api/paper-styles/${paper}/sheet`, sheet as object);

/** Text, and width and height of the first page in millimetres. */
async function printed(by: Caller, address: string) {
  const answer = await by.get(address);
  assert.equal(answer.status, 200, answer.detail);
  const { pages, sizes } = await readPdf(new Uint8Array(answer.bytes));
  return { text: pages.map(textOf).join(''), size: sizes[0] };
}
const roster = (by = registrar, of = group) => printed(by, `/api/class-groups/${of.id}/roster.pdf`);
const withoutCode = (text: string) => text.replaceAll(/核验码：[0-9A-Z-]+/g, '');

test('size, orientation, margins, lines at head and foot hold for the next paper; other places print as before', async () => {
  const before = await roster(other, otherGroup);
  assert.deepEqual((await roster()).size, [210, 297]);
  const sheet = {
    ...A4,
    size: 'K16',
    landscape: true,
    head: '长葛市教育体育局监制',
    foot: '监督电话0374',
    copies: '一式三份',
  };
  const answer = await put(officer, 'class-roster', sheet);
  assert.deepEqual([answer.status, answer.body.sheetHeld?.mine], [200, true], answer.detail);
  const { size, text } = await roster();
  assert.deepEqual(size, [260, 184]);
  for (const part of ['长葛市教育体育局监制', '一式三份', '监督电话0374']) assert.ok(text.includes(part), part);
  const after = await roster(other, otherGroup);
  assert.deepEqual([after.size, withoutCode(after.text)], [before.size, withoutCode(before.text)]);
});

test('the lower authority prevails over the higher; taking its sheet back lets the one above hold, then ours', async () => {
  assert.equal((await put(above, 'class-roster', { ...A4, size: 'A3' })).status, 200);
  assert.deepEqual((await roster()).size, [260, 184]);
  const back = await put(officer, 'class-roster', null);
  assert.deepEqual([back.body.sheet.size, back.body.sheetHeld?.mine], ['A3', false]);
  assert.deepEqual((await roster()).size, [297, 420]);
  await put(above, 'class-roster', null);
  assert.deepEqual((await roster()).size, [210, 297]);
});

test('a sheet beyond its bounds is refused with the sentence that says which', async () => {
  const refused = async (paper: string, sheet: object) => {
    const answer = await put(officer, paper, sheet);
    assert.equal(answer.status, 400);
    return answer.detail ?? '';
  };
  assert.match(
    await refused('class-roster', { ...A4, margins: { ...A4.margins, left: 9 } }),
    /左边距（装订边）须在15至40/,
  );
  assert.match(await refused('class-roster', { ...A4, size: 'A5' }), /至少须有138毫米/);
  assert.match(await refused('class-roster', { ...A4, body: 18 }), /正文字号须在8至15磅/);
  const card = (await officer.get<PaperStyleView>('/api/paper-styles/registration-card')).body;
  assert.match(card.design.why, /正好排满A4/);
  assert.match(await refused('registration-card', { ...card.design.own, size: 'A3' }), /正好排满A4/);
  assert.match(await refused('certificate', { ...(await own('certificate')), head: '监制' }), /不加单位/);
});
const own = async (paper: string) => (await officer.get<PaperStyleView>(`/api/paper-styles/${paper}`)).body.design.own;

test('cards, forms and proofs follow what is laid down for each', async () => {
  await put(officer, 'registration-card', {
    ...(await own('registration-card')),
    head: '长葛市监制',
    copies: '一式两份',
  });
  const card = await printed(registrar, `/api/students/${child}/registration-card.pdf`);
  assert.ok(card.text.includes('长葛市监制') && card.text.includes('一式两份'), card.text);
  assert.deepEqual(card.size, [210, 297]);
  await put(officer, 'student-base', { ...(await own('student-base')), size: 'JIS_B5' });
  assert.deepEqual((await printed(registrar, `/api/students/${child}/forms/student-base`)).size, [182, 257]);
  assert.deepEqual((await printed(other, `/api/students/${stranger}/forms/student-base`)).size, [210, 297]);
  const list = (await officer.get<PaperStyles>('/api/paper-styles')).body.papers;
  const said = list.filter(({ sheet }) => sheet !== null).map(({ paper }) => paper);
  assert.deepEqual(said.toSorted(), ['registration-card', 'student-base']);
});

test('words of cards and rosters change where they are ours; what a text fixes does not', async () => {
  const words = (paper: string, body: object) =>
    officer.put(`/api/forms/${paper}/wording`, { title: null, note: null, labels: {}, ...body });
  assert.equal((await words('class-roster', { title: '在校生名册', labels: { 民族: '民族成份' } })).status, 200);
  const { text } = await roster();
  assert.ok(text.includes('在校生名册') && text.includes('民族成份') && !text.includes('学生花名册'), text);
  assert.equal((await words('registration-card', { labels: { 籍贯: '祖籍' } })).status, 200);
  assert.ok((await printed(registrar, `/api/students/${child}/registration-card.pdf`)).text.includes('祖籍'));
  const renamed = await words('registration-card', { title: '学生卡' });
  assert.match(renamed.detail ?? '', /“学生学籍卡”由法规定名/);
  assert.match((await words('certificate', { note: '样张' })).detail ?? '', /不改用语/);
});

test('the sample is seen on a sheet before it is laid down, and only by an authority', async () => {
  const at = (sheet: object) =>
    `/api/paper-styles/notice/preview.pdf?sheet=${encodeURIComponent(JSON.stringify(sheet))}`;
  const wish = { ...(await own('notice')), size: 'K16', head: '样例监制' };
  const seen = await printed(officer, at(wish));
  assert.deepEqual(seen.size, [184, 260]);
  assert.ok(seen.text.includes('样例监制') && seen.text.includes('办理决定通知书'));
  assert.equal((await officer.get(at({ ...wish, body: 30 }))).status, 400);
  const words = { title: '办结告知书', note: null, labels: { 决定机关: '核办机关' } };
  assert.equal((await officer.put('/api/forms/notice/wording', words)).status, 200);
  const named = (await printed(officer, at(wish))).text;
  assert.ok(named.includes('办结告知书') && named.includes('核办机关') && !named.includes('办理决定通知书'), named);
  assert.equal((await registrar.get(at(wish))).status, 403);
  assert.equal((await put(registrar, 'notice', wish)).status, 403);
});

test('two who set the same sheet in one moment: one of them is told to look again, and one sheet holds', async () => {
  const answers = await Promise.all(['A3', 'A4', 'K16'].map((size) => put(officer, 'send-list', { ...A4, size })));
  const held = answers.filter(({ status }) => status === 200);
  assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 409]);
  assert.equal(held.length, 1);
  const { body } = await officer.get<PaperStyleView>('/api/paper-styles/send-list');
  assert.equal(body.sheet.size, held[0]!.body.sheet.size);
});
