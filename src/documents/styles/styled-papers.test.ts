/** 表册样式目录: every form that is printed is there, and what a text fixes where. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMS, type FormId } from '../forms/form-registry.ts';
import { fixedTitleAt, PAPER_IDS, styledPaper } from './styled-papers.ts';

const [HENAN, SICHUAN, SHANXI] = ['411082', '510107', '140802'] as const;

test('every form of a student and of a school has its style, and every other paper that is printed', () => {
  const forms = (Object.keys(FORMS) as FormId[]).filter((id) => ['STUDENT', 'SCHOOL'].includes(FORMS[id].of));
  for (const id of forms) assert.ok((PAPER_IDS as readonly string[]).includes(id), id);
  for (const id of ['class-roster', 'school-roster', 'notice', 'certificate', 'folder-labels'] as const) {
    assert.ok(PAPER_IDS.includes(id), id);
  }
  assert.equal(new Set(PAPER_IDS).size, PAPER_IDS.length);
});

test('a title is fixed where an annex of the place names it for every stage, and left free elsewhere', () => {
  assert.equal(fixedTitleAt('student-base', HENAN), undefined);
  assert.deepEqual(fixedTitleAt('student-base', SICHUAN), {
    title: '四川省中小学生情况登记表',
    clauses: ['SC-18.2'],
  });
  assert.equal(fixedTitleAt('school-roster', SHANXI)?.title, '在校生分班名册');
  assert.equal(fixedTitleAt('physical-examination', SICHUAN), undefined, 'its annex is of senior schools only');
  assert.equal(fixedTitleAt('notice', SICHUAN), undefined);
});

test('what a text names wherever it is used is fixed everywhere, with its articles', () => {
  for (const id of ['registration-card', 'certificate', 'academic-proof'] as const) {
    const fixed = fixedTitleAt(id, HENAN);
    assert.equal(fixed?.title, styledPaper(id).title);
    assert.ok(fixed && fixed.clauses.length > 0, id);
  }
});
