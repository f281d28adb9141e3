/** 写法: dates and counts as officers write them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../kernel/civil-date.ts';
import {
  bigCountWords,
  dayWords,
  durationWords,
  momentWords,
  recentDayWords,
  sizeWords,
  weekdayWords,
} from './format.ts';

const today = civilDate('2026-09-17');

test('a day of this year is written without its year, any other with it', () => {
  assert.equal(dayWords(civilDate('2026-09-24'), today), '9月24日');
  assert.equal(dayWords(civilDate('2027-03-01'), today), '2027年3月1日');
});

test('today and yesterday are said so, the day before yesterday is a date', () => {
  assert.equal(recentDayWords(today, today), '今天');
  assert.equal(recentDayWords(civilDate('2026-09-16'), today), '昨天');
  assert.equal(recentDayWords(civilDate('2026-09-15'), today), '9月15日');
});

test('an instant late in the evening of Greenwich is the next morning in China', () => {
  assert.equal(momentWords('2026-09-16T23:30:00Z', new Date('2026-09-17T04:00:00Z')), '今天07:30');
  assert.equal(momentWords('2026-09-16T09:48:00Z', new Date('2026-09-17T04:00:00Z')), '昨天17:48');
});

test('the head of the page names the weekday', () => {
  assert.equal(weekdayWords(today), '9月17日周四');
  assert.equal(weekdayWords(civilDate('2026-09-20')), '9月20日周日');
});

test('large figures are written in ten thousands, small ones in full', () => {
  assert.equal(bigCountWords(16_700_000), '1,670.0万');
  assert.equal(bigCountWords(99_999), '99,999');
});

test('time left is rounded up, so that nobody is promised too little', () => {
  assert.equal(durationWords(0), '约1秒');
  assert.equal(durationWords(59.2), '约60秒');
  assert.equal(durationWords(61), '约2分钟');
  assert.equal(durationWords(4_800), '约1小时20分');
  assert.equal(durationWords(7_200), '约2小时');
});

test('file sizes use Chinese units', () => {
  assert.equal(sizeWords(812), '812字节');
  assert.equal(sizeWords(3_565_158), '3.4兆');
});
