import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QualityReport, Result } from '../../../school-life/index.ts';
import { qualityReport, resultsFor } from './quality-report.ts';

const report: QualityReport = {
  ...{
    id: 'r',
    studentId: 's',
    schoolId: 'x',
    stage: 'JUNIOR',
    grade: 7,
    schoolYear: 2026,
    term: 1,
    occasion: 'FINAL',
  },
  ...{
    ratings: { MORAL: 'A', LEARNING: 'B', HEALTH: 'A', ART: 'C', PRACTICE: 'B' },
    teacherWords: '勤学守纪',
    version: 1,
  },
  ...{ enteredByName: '柏老师', enteredAt: new Date(), signedByName: '柏老师', signedAt: new Date() },
  ...{ endedAt: null, endReason: null, broughtFrom: null },
};
const result = (more: Partial<Result>): Result => ({
  ...{ id: 'a', studentId: 's', schoolId: 'x', stage: 'JUNIOR', grade: 7, schoolYear: 2026, term: 1, kind: 'FINAL' },
  ...{ subject: 'MATHS', subjectName: '数学', value: { points: 86 }, fullPoints: 100, category: null, credits: null },
  ...{ enteredByName: '柏老师', enteredAt: new Date(), endedAt: null, endReason: null, broughtFrom: null, ...more },
});
const listed = (results: readonly Result[], of = report) =>
  qualityReport(of.stage, of, { results: resultsFor(of.stage, of.occasion, results) }).flatMap((block) =>
    block.kind === 'LIST' && block.heading !== '评价等级' ? [block.rows] : [],
  );

test('a report of compulsory education shows its occasion, the dimensions of its stage and room for the family', () => {
  const blocks = qualityReport('JUNIOR', report, { results: [] });
  const [items, ratings] = blocks;
  assert.deepEqual(items?.kind === 'ITEMS' && items.rows.flat().map(({ value }) => value), [
    '2026学年第一学期',
    '期末',
    '柏老师',
  ]);
  assert.deepEqual(ratings?.kind === 'LIST' && ratings.rows.map(([words, rating]) => `${words}${rating}`), [
    '品德发展优秀',
    '学业发展良好',
    '身心健康优秀',
    '艺术素养合格',
    '劳动与社会实践良好',
  ]);
  assert.ok(blocks.some(({ heading }) => heading === '家长意见'));
  assert.ok(!qualityReport('SENIOR', undefined, { results: [] }).some(({ heading }) => heading === '家长意见'));
});

test('the results of the term stand by subject, those of other terms below it, corrected ones and other stages nowhere', () => {
  const results = [
    result({}),
    result({ kind: 'MIDTERM', value: { points: 102 }, fullPoints: 120 }),
    result({ subject: 'SPORT', subjectName: '体育', value: { rating: 'A' }, fullPoints: null }),
    result({ term: 2, subjectName: '英语' }),
    result({ schoolYear: 2025, subjectName: '历史' }),
    result({ stage: 'PRIMARY', subjectName: '科学' }),
    result({ endedAt: new Date(), subjectName: '地理' }),
    result({ kind: 'PROFICIENCY', subjectName: '物理' }),
  ];
  assert.deepEqual(listed(results), [
    [
      ['数学', '', '102/120', '86', ''],
      ['体育', '', '', '优秀', ''],
    ],
    [
      ['2025学年第一学期', '历史', '', '', '86', ''],
      ['2026学年第二学期', '英语', '', '', '86', ''],
    ],
  ]);
  assert.deepEqual(listed([]), [], 'no list where nothing is recorded');
});

test('the report of the whole senior stage shows the proficiency examinations of every term', () => {
  const of: QualityReport = { ...report, stage: 'SENIOR', occasion: 'GRADUATING', schoolYear: 2028, term: 2 };
  const proficiency = result({ stage: 'SENIOR', kind: 'PROFICIENCY', subjectName: '物理', value: { rating: 'B' } });
  assert.deepEqual(listed([proficiency], of), [[['物理', '2026学年第一学期', '良好']]]);
  assert.deepEqual(listed([proficiency], { ...of, occasion: 'INTERIM' }), []);
});

test('signed reports of other terms stand with their ratings, and without any report the results are shown all the same', () => {
  const before: QualityReport = {
    ...report,
    id: 'q',
    schoolYear: 2025,
    term: 2,
    ratings: { ...report.ratings, ART: 'A' },
  };
  const list = qualityReport('JUNIOR', report, { results: [], others: [before] }).find(
    ({ heading }) => heading === '历次评价',
  );
  assert.deepEqual(list?.kind === 'LIST' && list.rows, [
    ['2025学年第二学期', '期末', '优秀', '良好', '优秀', '优秀', '良好'],
  ]);
  assert.equal(list?.kind === 'LIST' && Math.round(list.columns.reduce((sum, { width }) => sum + width, 0)), 178);
  const without = qualityReport('JUNIOR', undefined, { results: resultsFor('JUNIOR', undefined, [result({})]) });
  const all = without.find(({ heading }) => heading === '各学期考试成绩');
  assert.deepEqual(all?.kind === 'LIST' && all.rows, [['2026学年第一学期', '数学', '', '', '86', '']]);
});
