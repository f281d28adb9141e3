/** 问法规: the command answers as the pages do, and says how to mend what it cannot read. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import type { DecisionView } from '../src/regulations/index.ts';

const root = resolve(import.meta.dirname, '..');
const EXAMPLE = 'docs/handbook/examples/transfer-in-october.json';
const example = JSON.parse(readFileSync(resolve(root, EXAMPLE), 'utf8'));
const run = (script: string, args: readonly string[], input = '') =>
  spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { cwd: root, input, encoding: 'utf8' });
const ask = (asked: unknown, ...more: string[]) =>
  run('ask', ['-', ...more], typeof asked === 'string' ? asked : JSON.stringify(asked));
const into = (placeCode: string) => ({ ...example, receiving: { placeCode } });

test('the example of the handbook is answered readably, each line with its article', () => {
  const { stdout, status } = run('ask', [EXAMPLE]);
  assert.equal(status, 0);
  assert.match(stdout, /^转学：符合规定\n按2026-10-12有效的天津市和平区、河南省许昌市长葛市规定/);
  assert.match(stdout, /✓ 不在休学期间［长葛·三、1（四）/);
  assert.match(stdout, /1\. 转入学校：.*10个工作日内，最晚2026-10-26［长葛·三、1/);
});

test('the same child in October: with a reason in Sichuan, not in Qian’an', () => {
  const verdict = (placeCode: string) => (JSON.parse(ask(into(placeCode), '--json').stdout) as DecisionView).verdict;
  assert.deepEqual([verdict('411082'), verdict('510107'), verdict('130283')], ['ALLOW', 'DISCRETIONARY', 'REFUSE']);
});

test('an unknown question, an unknown fact and a wrong one are told by name', () => {
  assert.match(ask({ ...example, question: 'transfers' }).stderr, /没有“transfers”这一问，可问的有：.*transfer/);
  const { stderr, status } = ask({ ...example, facts: { ...example.facts, grade: '七', age: 12 } });
  assert.equal(status, 1);
  assert.match(stderr, /facts\.grade：“现就读年级”须是数字/);
  assert.match(stderr, /不问age，所问的是：stage、grade/);
});

test('what is no JSON, no file or no command is told without a trace', () => {
  assert.match(ask('{').stderr, /不是JSON/);
  assert.match(run('ask', ['nowhere.json']).stderr, /^读不到文件nowhere\.json/);
  assert.match(run('ask', []).stderr, /^命令写法：/);
  assert.match(run('ask', ['--yaml']).stderr, /^命令写法：/);
});

test('the clauses of all texts are counted, and listed one by one for machines', () => {
  const { stdout } = run('clauses', []);
  assert.match(stdout, /^SC .*四川省中小学生学籍管理办法$/m);
  const all = JSON.parse(run('clauses', ['--json']).stdout) as { id: string; state: string; by: string[] }[];
  const total = Number(/^合计.* (\d+) *$/m.exec(stdout)?.[1]);
  assert.equal(all.length, total);
  const entryAge = all.find(({ id }) => id === 'SC-7.2')!;
  assert.deepEqual([entryAge.state, entryAge.by.includes('entry-age')], ['EXECUTED', true]);
});
