/** 自备模板: what a template may do, and what it is kept from. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { markFor } from '../../print-mark.ts';
import { jobOf } from '../typst-printer.ts';
import { openTemplateTrier } from './template-printer.ts';

const trier = openTemplateTrier({ publicUrl: 'https://xueji.example' });
const strict = openTemplateTrier({}, { milliseconds: 4_000, megabytes: 450 });
after(() => Promise.all([trier.close(), strict.close()]));

const printedAt = new Date('2026-09-24T02:42:00Z');
const mark = markFor('样例', { place: '样例中学', person: '赵敏', printedAt }, '041061050R3GG2E8Q');
const CODE = { label: '核验码', value: '0410-6105-0R3G-G2E8-Q' };
const set = (source: string, demanded = [CODE], by = trier) => {
  const job = { ...jobOf('case-paper', { papers: [{ name: '林芳磊' }], mark }), source };
  return by.tryTemplate(job, demanded);
};
const faultOf = async (source: string, by = trier) => {
  const answer = await set(source, [], by);
  assert.ok('fault' in answer, 'it was set');
  return answer.fault;
};

test('a template draws what it is given, with our frame, and what it lacks is said', async () => {
  const source = '#import "frame.typ": *\n#show: framed\n姓名：#papers.at(0).name #mark.verificationCode';
  const answer = await set(source, [CODE, { label: '姓名', value: '林芳磊' }, { label: '学籍号', value: 'G4110' }]);
  assert.ok('done' in answer, JSON.stringify(answer));
  assert.deepEqual([answer.lacking, answer.links, answer.done.pages], [['学籍号'], 0, 1]);
});

test('what nobody can read does not count: beyond the sheet, or smaller than print', async () => {
  const hidden =
    '#import "frame.typ": *\n#show: framed\n有 #place(dx: 400mm, mark.verificationCode)\n#text(size: 1pt, papers.at(0).name)';
  const answer = await set(hidden, [CODE, { label: '姓名', value: '林芳磊' }]);
  assert.ok('done' in answer, JSON.stringify(answer));
  assert.deepEqual(answer.lacking, ['核验码', '姓名']);
});

test('a fault in the source is said with its line and without what stood there', async () => {
  const { why, words } = await faultOf('#let a = 1\n\n#panic("欧阳" + papers)');
  assert.equal(why, 'TEMPLATE');
  assert.match(words, /^line 3: /);
  assert.doesNotMatch(words, /欧阳|林芳磊/);
});

test('no file outside the templates is read, by whatever means and under whatever name', async () => {
  for (const reach of [
    '#read("/etc/passwd")',
    '#read("../typst-printer.ts")',
    '#read("/../../config.ts")',
    '#json("../../../../package.json")',
    '#image("../../../docs/pictures/a.png")',
    '#import "../x.typ": *',
    '#include "/../x.typ"',
    '#let f = eval("rea" + "d")\n#f("../../index.ts")',
    '#plugin("../x.wasm")',
    '#csv("/proc/self/environ")',
    '#bibliography("../../x.bib")',
  ]) {
    const { why, words } = await faultOf(reach);
    assert.equal(why, 'TEMPLATE', reach);
    assert.match(words, /access denied|not found/, reach);
  }
});

test('no package is fetched, from the net or from a folder of the machine', async () => {
  for (const reach of [
    '#import "@preview/cetz:0.2.0": *',
    '#let p = "@pre" + "view/cetz:0.2.0"\n#import p',
    '#import "@local/a:0.1.0"',
  ]) {
    assert.match((await faultOf(reach)).words, /package/, reach);
  }
});

test('links out of the paper are counted', async () => {
  const answer = await set(
    '#import "frame.typ": *\n#show: framed\n#link("https://example.org/?q=" + papers.at(0).name)[看]',
    [],
  );
  assert.ok('done' in answer, JSON.stringify(answer));
  assert.equal(answer.links, 1);
});

test('a template that does not come to an end is ended, and the next one is set', async () => {
  const endless = '#let i = 0\n#for a in range(100000) { for b in range(100000) { i += 1 } }';
  assert.equal((await faultOf(endless, strict)).why, 'TIME');
  assert.ok('done' in (await set('#import "frame.typ": *\n#show: framed\n好', [], strict)));
});

test('a template that takes too much memory is ended before the machine suffers', async () => {
  assert.equal((await faultOf('#let a = range(900000000)', strict)).why, 'MEMORY');
});
