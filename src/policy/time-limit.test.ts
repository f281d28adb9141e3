import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../kernel/civil-date.ts';
import { calendar } from '../kernel/working-days.ts';
import { cite, fixed, type Instrument, makeLaw, pack, rule, setting, silent } from './index.ts';
import { isNotLonger, lastDayOf, limitWords, type TimeLimit } from './time-limit.ts';

test('a month ends on the same day of the next month, fifteen days on the fifteenth after the beginning', () => {
  assert.equal(lastDayOf(civilDate('2026-09-01'), { months: 1 }, calendar), '2026-10-01');
  assert.equal(lastDayOf(civilDate('2026-01-31'), { months: 1 }, calendar), '2026-02-28');
  assert.equal(lastDayOf(civilDate('2026-09-01'), { days: 15 }, calendar), '2026-09-16');
  assert.deepEqual([limitWords({ months: 1 }), limitWords({ days: 15 })], ['1个月', '15天']);
});

test('ten working days round National Day 2026 end after the holiday, make-up working days counted', () => {
  assert.equal(lastDayOf(civilDate('2026-09-24'), { workingDays: 10 }, calendar), '2026-10-15');
  assert.equal(limitWords({ workingDays: 10 }), '10个工作日');
});

test('working days are compared with days by the longest and the shortest stretch they may take', () => {
  assert.equal(isNotLonger({ workingDays: 5 }, { workingDays: 10 }), true);
  assert.equal(isNotLonger({ workingDays: 11 }, { workingDays: 10 }), false);
  assert.equal(isNotLonger({ days: 3 }, { workingDays: 10 }), true);
  assert.equal(isNotLonger({ workingDays: 10 }, { months: 1 }), true);
  assert.equal(isNotLonger({ workingDays: 10 }, { days: 14 }), false);
});

test('days are shorter than a month only where they are in every month', () => {
  assert.equal(isNotLonger({ days: 15 }, { months: 1 }), true);
  assert.equal(isNotLonger({ days: 28 }, { months: 1 }), true);
  assert.equal(isNotLonger({ days: 29 }, { months: 1 }), false);
  assert.equal(isNotLonger({ months: 1 }, { days: 30 }), false);
  assert.equal(isNotLonger({ months: 1 }, { days: 31 }), true);
  assert.equal(isNotLonger({ months: 1 }, { months: 1 }), true);
  assert.equal(isNotLonger({ days: 16 }, { days: 15 }), false);
});

test('a lower text may shorten a time limit; one that lengthens it is shown and does not count', () => {
  const text = (id: string, placeCode: string): Instrument => ({
    id,
    title: id,
    short: id,
    issuer: id,
    placeCode,
    inForce: { from: civilDate('2020-01-01') },
  });
  const [nation, province] = [text('国家', '000000'), text('甲省', '990000')];
  const limited = rule('build-file')({
    id: 'build-file',
    title: '建籍期限',
    basis: cite(nation, '第七条'),
    force: 'MUST',
    parameters: { limit: fixed<TimeLimit>({ months: 1 }, 'SHORTER', '期限') },
    decide: () => silent,
    sentences: {},
    examples: [],
  });
  const limitIn = (limit: TimeLimit) => {
    const settings = [setting(limited, { limit }, cite(province, '第十一条'))];
    const law = makeLaw([
      pack({ placeCode: '000000', instruments: [nation], rules: [limited], settings: [] }),
      pack({ placeCode: '990000', instruments: [province], rules: [], settings }),
    ]);
    return law.parametersOf('build-file', { placeCode: '990101', day: civilDate('2026-09-01') })[0]!;
  };
  assert.deepEqual(limitIn({ days: 15 }).value, { days: 15 });
  assert.deepEqual(limitIn({ months: 2 }).value, { months: 1 });
  assert.equal(limitIn({ months: 2 }).notApplied[0]!.because, '国家·第七条规定1个月内，下级只能缩短');
});
