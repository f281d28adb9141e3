/** 时限说法: an officer plans the week by what the page says of it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { deadlineState, deadlineWords } from '../../web/parts/state/deadline.ts';
import { deadlineOf, oddDaysWords, oddWeekWords, standsWords } from './clock-words.screen.ts';

const today = civilDate('2026-09-17');

test('a Sunday to be worked is announced a week ahead, a plain week says nothing', () => {
  assert.deepEqual(oddWeekWords(today), ['9月20日周日调休上班']);
  assert.deepEqual(oddWeekWords(civilDate('2026-06-01')), []);
});

test('of a holiday its first day off is named, and today is called today', () => {
  assert.deepEqual(oddWeekWords(civilDate('2026-09-24')), ['9月25日周五放假']);
  assert.deepEqual(oddWeekWords(civilDate('2026-09-25')), ['今天放假']);
});

test('a year whose calendar is not published promises nothing', () => {
  assert.deepEqual(oddWeekWords(civilDate('2035-12-28')), []);
});

test('the badge says which days of the term are odd ones', () => {
  const odd = [
    { day: '2026-09-20', worked: true },
    { day: '2026-09-25', worked: false },
  ];
  assert.equal(oddDaysWords(odd, today), '含9月20日调休上班，不计9月25日放假');
  const deadline = deadlineOf({ dueOn: '2026-09-28', daysLeft: 7, termDays: 10, tone: 'BLUE', oddDays: odd }, today);
  assert.deepEqual(deadline, {
    kind: 'RUNNING',
    termDays: 10,
    leftDays: 7,
    dueOn: '2026-09-28',
    oddDays: '含9月20日调休上班，不计9月25日放假',
  });
});

test('on the Saturday after the last day a case is overdue, and one that falls due on Sunday is not due today', () => {
  const clock = { termDays: 10, daysLeft: 0, tone: 'RED' as const, oddDays: [] };
  const words = (dueOn: string, day: string) => {
    const deadline = deadlineOf({ ...clock, dueOn }, civilDate(day))!;
    return [deadlineWords(deadline), deadlineState(deadline)];
  };
  assert.deepEqual(words('2026-09-11', '2026-09-12'), ['已逾期', 'OVERDUE']);
  assert.deepEqual(words('2026-09-13', '2026-09-12'), ['假日内到期', 'DUE_SOON']);
  assert.deepEqual(words('2026-09-12', '2026-09-12'), ['今天到期', 'DUE_SOON']);
});

test('a case without a counted term has no badge, and a plain term no remark', () => {
  assert.equal(deadlineOf(null, today), undefined);
  const plain = deadlineOf({ dueOn: '2026-09-18', daysLeft: 1, termDays: 10, tone: 'AMBER', oddDays: [] }, today);
  assert.equal(plain !== undefined && 'oddDays' in plain, false);
});

test('a window that the term does not count is named with its days', () => {
  const today = civilDate('2026-09-21');
  const stand = { title: '年度统计', firstOn: '2026-09-20', lastOn: '2026-10-07' };
  assert.equal(standsWords([stand], today), '不计9月20日至10月7日“年度统计”');
  assert.equal(standsWords([{ ...stand, lastOn: '2026-09-20' }], today), '不计9月20日“年度统计”');
  assert.equal(standsWords([], today), '');
});
