/** 分组: what must be done today never hides among what can wait. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { WorkItem } from '../../cases.api.ts';
import { groupByHolder, groupByPressing, groupWaiting, kindsOf } from './work-groups.screen.ts';

const today = civilDate('2026-09-17');

function item(caseId: string, due: [dueOn: string, daysLeft: number] | null, more: Partial<WorkItem> = {}): WorkItem {
  return {
    caseId,
    number: `RX-${caseId}`,
    kind: 'REGISTRATION',
    kindTitle: '入学注册',
    title: '一年级3人',
    schoolName: '双洎河小学',
    state: 'WITH_AUTHORITY',
    stateWords: '待学籍主管部门核办',
    pendingLabel: null,
    holderName: '长葛市教育体育局',
    startedOn: '2026-09-10',
    remindedOn: null,
    receivedOn: null,
    clock: due && { dueOn: due[0], daysLeft: due[1], termDays: 10, tone: 'BLUE', oddDays: [] },
    red: 0,
    amber: 0,
    green: 3,
    note: null,
    ...more,
  };
}

const shapeOf = (groups: { key: string; items: WorkItem[] }[]) =>
  groups.map(({ key, items }) => `${key} ${items.map(({ caseId }) => caseId).join('')}`);

test('my cases stand in the order in which they press, and an empty group is not shown', () => {
  const groups = groupByPressing(
    [
      item('a', ['2026-09-15', -2]),
      item('b', ['2026-09-17', 0]),
      item('c', ['2026-09-18', 1]),
      item('d', ['2026-09-22', 3]),
      item('e', ['2026-09-23', 4]),
    ],
    today,
  );
  assert.deepEqual(shapeOf(groups), ['overdue a', 'today b', 'soon cd', 'later e']);
});

test('a last day on the weekend is not today, though no working day is left before it', () => {
  const friday = civilDate('2026-09-18');
  assert.deepEqual(shapeOf(groupByPressing([item('a', ['2026-09-19', 0])], friday)), ['soon a']);
});

test('a case without a counted term comes last and is not called late', () => {
  const groups = groupByPressing([item('a', null), item('b', ['2026-10-30', 20])], today);
  assert.deepEqual(shapeOf(groups), ['later b', 'uncounted a']);
});

test('what others have let lie stands before what they are busy with', () => {
  const groups = groupWaiting([item('a', ['2026-09-24', 5]), item('b', ['2026-09-16', -1]), item('c', null)], today);
  assert.deepEqual(shapeOf(groups), ['late b', 'running ac']);
});

test('by holder, whoever holds most is named first', () => {
  const at = (caseId: string, holderName: string) => item(caseId, null, { holderName });
  const groups = groupByHolder([at('a', '南小学'), at('b', '许昌市教育局'), at('c', '许昌市教育局')]);
  assert.deepEqual(
    groups.map(({ words, items }) => `${words}${items.length}`),
    ['在许昌市教育局2', '在南小学1'],
  );
});

test('a kind of case is offered once as a filter', () => {
  const transfer = { kind: 'TRANSFER', kindTitle: '转学' };
  assert.deepEqual(
    kindsOf([item('a', null), item('b', null, transfer), item('c', null)]).map(({ words }) => words),
    ['入学注册', '转学'],
  );
});
