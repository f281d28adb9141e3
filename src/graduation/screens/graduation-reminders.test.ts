import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraduationList } from '../graduation.api.ts';
import { remindersOf } from './graduation-reminders.screen.ts';

const none = { GRADUATED: 0, COMPLETED: 0, LEFT_PARTIAL: 0 };
const stays = (stay: 'MISSING_RESULTS' | 'AWAY') => ({
  ...{ studentId: stay, name: '甲一', outcome: null, outcomeWords: '', stay, grounds: [] },
});
const stage = {
  ...{ stage: 'JUNIOR' as const, stageWords: '初中', students: 5, ready: 3, leaving: none, short: [], ended: none },
  ...{
    stays: [stays('MISSING_RESULTS'), stays('AWAY')],
    decidedBy: 'SCHOOL' as const,
    underWay: null,
    classGroups: [],
  },
};
const list = (part: Partial<GraduationList>): GraduationList => ({
  ...{ year: 2027, schoolId: null, stages: [], below: [], items: [] },
  ...part,
});
const said = (of: GraduationList) => remindersOf(of).map(({ key, count }) => [key, count]);

test('a school hears of missing results and of who can be handed in, not of who is away', () => {
  assert.deepEqual(said(list({ stages: [stage] })), [
    ['missing', 1],
    ['ready', 3],
  ]);
});

test('once the list is handed in nothing is left to be reminded of', () => {
  assert.deepEqual(said(list({ stages: [{ ...stage, underWay: { caseId: 'c', number: 'BY' } }] })), []);
});

test('an authority hears of schools with a last grade and no list', () => {
  const school = { id: 's', stage: 'JUNIOR' as const, stageWords: '初中' };
  const row = {
    key: 's',
    name: '甲中学',
    school,
    lists: 1,
    students: 4,
    recorded: 0,
    underWay: 0,
    done: 0,
    ended: none,
  };
  const below = [row, { ...row, underWay: 1 }, { ...row, students: 0 }, { ...row, school: null, students: null }];
  assert.deepEqual(said(list({ below })), [['idle', 1]]);
});
