/** 建籍进度: the ring shows what is known and invents no plan. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import type { OverviewView } from './overview.api.ts';
import { progressOf } from './registration-progress.screen.ts';

const today = civilDate('2026-09-17');
const school = (of: Partial<OverviewView['schools'][number]>) => ({
  id: 'school-1',
  name: '双洎河小学',
  planned: null,
  registered: 0,
  inProcess: 0,
  draft: 0,
  red: 0,
  ...of,
});
const overview = (schools: OverviewView['schools'], dueOn = '2026-10-01'): OverviewView => ({
  intakeYear: 2026,
  opening: { on: '2026-09-01', fromCalendar: false },
  deadline: { dueOn, sentence: '入学后1个月内建籍', chip: '长葛·二、2' },
  plans: [],
  classGroups: [],
  schools,
});

test('without a plan the children put forward are the whole', () => {
  const view = overview([school({ registered: 19, inProcess: 5 }), school({ id: 'school-2', registered: 30 })]);
  assert.deepEqual(progressOf(view, today), { done: 49, total: 54, until: '10月1日前', note: '还有1校未办完' });
});

test('a plan counts only where every school has one, and never for less than was put forward', () => {
  const planned = [school({ planned: 40, registered: 19 }), school({ id: 'school-2', planned: 20, registered: 30 })];
  assert.equal(progressOf(overview(planned), today)?.total, 60);
  assert.equal(progressOf(overview([...planned, school({ id: 'school-3', registered: 1 })]), today)?.total, 50);
});

test('after the last day it is said to be over', () => {
  const view = overview([school({ registered: 1 })], '2026-09-16');
  assert.equal(progressOf(view, today)?.until, '9月16日已到期');
});

test('a school sees its class groups; before anybody is expected there is no ring', () => {
  const view = overview([]);
  const classGroups = [{ id: 'group-1', name: '一(1)班', planned: null, registered: 3, inProcess: 1, draft: 0 }];
  assert.equal(progressOf({ ...view, classGroups }, today)?.total, 4);
  assert.equal(progressOf(view, today), undefined);
});
