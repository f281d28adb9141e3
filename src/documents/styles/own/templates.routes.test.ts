/** 自备模板: proposed by one person, put into force by another, never in the way of a paper. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from '../../../../tests/builders.ts';
import { readPdf, textOf } from '../../../../tests/read-pdf.ts';
import { someStudents } from '../../../../tests/students.ts';
import { newId } from '../../../kernel/ids.ts';
import { ownSheet, styleFor } from '../../printing/sheet.ts';
import type { PaperStyleView } from '../styles.api.ts';
import { printWithOwn } from './print-with-own.ts';

const app = await testApplication({ now: '2026-09-17T10:42:00+08:00' });
const county = await anAuthority(app);
const city = await anAuthority(app, { placeCode: '411000' });
const school = await aSchool(app, { under: county });
const elsewhere = await aSchool(app, { under: await anAuthority(app, { placeCode: '130283' }) });
const group = await aClassGroup(app, { school });
const otherGroup = await aClassGroup(app, { school: elsewhere });
await someStudents(app, { school, classGroup: group }, { school: elsewhere, classGroup: otherGroup });
const sign = async (wish: Parameters<typeof anAccount>[1]) => app.as(await anAccount(app, wish));
const officer = await sign({ at: county });
const leader = await sign({ at: county, role: 'AUTHORITY_LEADER' });
const cityOfficer = await sign({ at: city });
const cityLeader = await sign({ at: city, role: 'AUTHORITY_LEADER' });
const registrar = await sign({ at: school });
const other = await sign({ at: elsewhere });

/** Our roster with a line of its own under it. */
const rosterSaying = (line: string) => `#import "roster-pages.typ": *
#show: framed
#for paper in papers {
  roster-pages(paper)
  [${line}]
}
`;
const AT = '/api/paper-styles/class-roster';
const upload = (by: typeof officer, source: string | Uint8Array, at = AT) =>
  by.upload<PaperStyleView>(`${at}/templates`, { name: 'a.typ', bytes: Buffer.from(source) });
const put = (by: typeof officer, id: string, from = '2026-09-17') =>
  by.post<PaperStyleView>(`/api/paper-templates/${id}/confirmation`, { from });
const waitingIn = ({ versions }: PaperStyleView) => versions.find(({ state }) => state === 'WAITING')?.id ?? '';
const propose = async (by: typeof officer, line: string) => {
  const answer = await upload(by, rosterSaying(line));
  assert.equal(answer.status, 200, answer.detail);
  return waitingIn(answer.body);
};
async function roster(by = registrar, of = group): Promise<string> {
  const answer = await by.get(`/api/class-groups/${of.id}/roster.pdf`);
  assert.equal(answer.status, 200, answer.detail);
  return (await readPdf(new Uint8Array(answer.bytes))).pages.map(textOf).join('');
}

test('one person proposes, another puts it into force; until then and elsewhere papers are as before', async () => {
  const id = await propose(officer, '长葛式样');
  assert.ok(!(await roster()).includes('长葛式样'));
  assert.equal((await put(officer, id)).status, 403, 'a registrar signs nothing');
  assert.equal((await put(registrar, id)).status, 403);
  assert.equal((await put(cityLeader, id)).status, 404, 'another authority');
  const seen = await officer.get(`/api/paper-templates/${id}/preview.pdf`);
  assert.ok((await readPdf(new Uint8Array(seen.bytes))).pages.map(textOf).join('').includes('长葛式样'));
  assert.equal((await put(leader, id, '2026-09-16')).code, 'BAD_INPUT');
  const forced = await put(leader, id);
  assert.deepEqual([forced.status, forced.body.template?.id, forced.body.template?.mine], [200, id, true]);
  assert.equal((await put(leader, id)).code, 'CONFLICT');
  const text = await roster();
  assert.ok(text.includes('长葛式样') && /核验码：[0-9A-Z-]{20}/.test(text), text);
  assert.ok(!(await roster(other, otherGroup)).includes('长葛式样'));
});

test('whoever proposes does not put it into force, a leader neither', async () => {
  const id = await propose(leader, '自提自用');
  assert.equal((await put(leader, id)).code, 'SAME_PERSON');
  assert.equal((await leader.delete<PaperStyleView>(`/api/paper-templates/${id}`)).status, 200);
  assert.ok((await roster()).includes('长葛式样'), 'what is in force stays');
});

test('a template begins on its day; the lower authority prevails; ended, that of above holds, then ours', async () => {
  const above = await propose(cityOfficer, '市定式样');
  assert.equal((await put(cityLeader, above)).status, 200);
  const below = await officer.get(`/api/paper-templates/${above}/preview.pdf`);
  assert.equal(below.status, 200, 'who prints by a template sees it');
  const next = await propose(officer, '新年度式样');
  assert.equal((await put(leader, next, '2026-09-20')).status, 200);
  assert.ok((await roster()).includes('长葛式样'));
  app.clock.set('2026-09-20T08:00:00+08:00');
  const begun = await roster();
  assert.ok(begun.includes('新年度式样') && !begun.includes('长葛式样') && !begun.includes('市定式样'), begun);
  const ended = await officer.delete<PaperStyleView>(`/api/paper-templates/${next}`);
  assert.equal(ended.body.template?.mine, false, 'the older one does not come back by itself');
  assert.ok((await roster()).includes('市定式样'));
  assert.equal((await cityOfficer.delete(`/api/paper-templates/${above}`)).status, 200);
  assert.ok(!(await roster()).includes('市定式样'));
  const { versions } = (await officer.get<PaperStyleView>(AT)).body;
  assert.deepEqual(new Set(versions.map(({ state }) => state)), new Set(['ENDED']));
  assert.equal(versions.length, 3, 'every version is kept');
});

test('a template that leaves out what must stand on the paper is refused, and what it lacks is named', async () => {
  const refused = async (source: string | Uint8Array, at = AT) => {
    const answer = await upload(officer, source, at);
    assert.ok(answer.status >= 400, 'it was taken');
    return answer.detail ?? '';
  };
  const bare =
    '#import "frame.typ": *\n#show: framed\n#for paper in papers [#paper.title #paper.rows.map(row => row.at(2)).join()]';
  assert.match(await refused(bare), /缺：核验码.*学校标识码.*学籍号/);
  const card = '/api/paper-styles/registration-card';
  assert.match(await refused('#import "frame.typ": *\n#show: framed\n空', card), /缺：核验码、学籍主管部门.*等\d+项/);
  assert.match(await refused('#import "@preview/cetz:0.2.0": *'), /不得引用外部程序包/);
  assert.match(await refused('#read("/etc/passwd")'), /够不到的文件.*第1行/);
  assert.match(await refused('\n#let x = 1 +'), /不能排版（第2行/);
  assert.match(await refused(new Uint8Array([0xff, 0xfe, 0x00])), /UTF-8/);
  assert.match(await refused('a'.repeat(65 * 1024)), /上限64KB/);
  const link = `${rosterSaying('')}#link("https://example.org")[看]`;
  assert.match(await refused(link), /网址链接/);
  assert.equal((await officer.get<PaperStyleView>(AT)).body.versions.length, 3);
});

test('our own templates are taken as they are, also where the place calls the paper otherwise', async () => {
  const words = { title: '办结告知书', note: null, labels: {} };
  assert.equal((await officer.put('/api/forms/notice/wording', words)).status, 200);
  const templates = new URL('../../templates/', import.meta.url);
  for (const [paper, file] of [
    ['notice', 'case-paper.typ'],
    ['registration-card', 'registration-cards.typ'],
  ] as const) {
    const answer = await upload(officer, await readFile(new URL(file, templates)), `/api/paper-styles/${paper}`);
    assert.equal(answer.status, 200, answer.detail);
  }
});

test('values of the sample written into a source are found out: another sample lacks them', async () => {
  const { text } = await sampleText();
  const answer = await upload(officer, `#set text(font: "Noto Serif SC", lang: "zh", size: 6pt)\n#"${text}"`);
  assert.match(answer.detail ?? '', /换一份样例就印不全/);
});
async function sampleText() {
  const own = (await officer.get<PaperStyleView>(AT)).body.design.own;
  const seen = await officer.get(`${AT}/preview.pdf?sheet=${encodeURIComponent(JSON.stringify(own))}`);
  return { text: (await readPdf(new Uint8Array(seen.bytes))).pages.map(textOf).join('') };
}

test('a template that fails for a real paper stops nobody: the paper is printed as we drew it and the authority reads why', async () => {
  const failing = `${rosterSaying('少数人')}#if papers.at(0).rows.len() < 5 { panic("人数") }`;
  const id = waitingIn((await upload(officer, failing)).body);
  await put(leader, id, '2026-09-20');
  const text = await roster();
  assert.ok(text.includes('学生花名册') && !text.includes('少数人'));
  const { faults } = (await officer.get<PaperStyleView>(AT)).body;
  assert.deepEqual(
    faults.map(({ words }) => /模板不能排版（第7行/.test(words)),
    [true],
    JSON.stringify(faults),
  );
  await officer.delete(`/api/paper-templates/${id}`);

  const silent = rosterSaying('').replace(
    'roster-pages(paper)',
    'if paper.rows.len() > 5 { roster-pages(paper) } else [无码]',
  );
  const second = waitingIn((await upload(officer, silent)).body);
  await put(leader, second, '2026-09-20');
  assert.ok(/核验码：[0-9A-Z-]{20}/.test(await roster()), 'no paper leaves without its code');
  const told = (await officer.get<PaperStyleView>(AT)).body.faults.map(({ words }) => words);
  assert.ok(told.includes('排出的文书没有核验码'), told.join());
  await officer.delete(`/api/paper-templates/${second}`);
});

test('the kit holds our template, what it imports, the sample and how to go on; a school has none', async () => {
  const kit = await officer.get('/api/paper-styles/class-roster/kit.zip');
  assert.equal(kit.status, 200);
  const names = Buffer.from(kit.bytes).toString('latin1');
  for (const name of ['class-roster.typ', 'roster-pages.typ', 'frame.typ', 'papers.json', 'sample.pdf']) {
    assert.ok(names.includes(name), name);
  }
  assert.equal((await registrar.get('/api/paper-styles/class-roster/kit.zip')).status, 403);
});

test('a template that takes too long holds up one paper, not every one: it rests for ten minutes', async () => {
  let tries = 0;
  const ours = { pdf: new Uint8Array([1]), pages: 1, missingGlyphs: [] };
  const printer = printWithOwn(app.services, {
    printPdf: async () => ours,
    tryTemplate: async () => {
      tries++;
      return { fault: { why: 'TIME', words: '' } };
    },
    close: async () => {},
  });
  const own = { id: newId(), placeCode: county.placeCode, source: '' };
  const data = { papers: [{}], mark: {}, style: { look: styleFor('form', ownSheet('form')), own } };
  const print = () => printer.printPdf('form', data);
  assert.deepEqual([await print(), await print(), tries], [ours, ours, 1]);
  app.clock.advance(10 * 60_000);
  await print();
  assert.equal(tries, 2);
});
