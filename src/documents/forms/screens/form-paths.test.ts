import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormLine } from '../forms.api.ts';
import { ELSEWHERE, paperAt, styleOf, workbookAt } from './form-paths.screen.ts';

const line = (form: string, of: FormLine['of'], workbook = false): FormLine => ({
  ...{ form, of, workbook, title: form, annex: '', clauses: [], source: '' },
});
const choice = {
  ...{ schoolId: 's', form: '', classGroupId: 'g', studentId: '', grade: '' },
  ...{ from: '2026-09-01', to: '2026-09-17' },
};

test('a student’s form is fetched for the class group, or for the one student chosen, cards from their own place', () => {
  const path = (form: string, rest = {}) => paperAt(line(form, 'STUDENT'), { ...choice, ...rest })?.path;
  assert.equal(path('student-base'), '/class-groups/g/forms/student-base');
  assert.equal(path('student-base', { studentId: 'x' }), '/students/x/forms/student-base');
  assert.equal(path('registration-card'), '/class-groups/g/registration-cards.pdf');
  assert.equal(path('registration-card', { studentId: 'x' }), '/students/x/registration-card.pdf');
  assert.equal(path('student-base', { classGroupId: '' }), undefined);
});

test('a roster is that of a class group, of a grade or of the school, on paper and as a workbook', () => {
  const roster = line('class-roster', 'ROSTER', true);
  assert.equal(paperAt(roster, choice)?.path, '/class-groups/g/roster.pdf');
  const grade = { ...choice, classGroupId: '', grade: '3' };
  assert.deepEqual(paperAt(roster, grade), { path: '/schools/s/roster.pdf', query: { grade: '3' } });
  assert.deepEqual(workbookAt(roster, grade), { path: '/schools/s/roster.xlsx', query: { grade: '3' } });
});

test('a form of the school takes the days of its time; one without a workbook offers none', () => {
  const { from, to } = choice;
  const changes = line('increase-decrease', 'SCHOOL', true);
  assert.deepEqual(paperAt(changes, choice), { path: '/schools/s/forms/increase-decrease', query: { from, to } });
  assert.equal(workbookAt(changes, choice)?.path, '/schools/s/forms/increase-decrease.xlsx');
  assert.equal(workbookAt(line('school-base', 'SCHOOL'), choice), undefined);
});

test('what is printed elsewhere says where', () => {
  for (const kind of ['CASE', 'BATCH', 'RULE'] as const) {
    assert.equal(paperAt(line('any', kind), choice), undefined);
    assert.match(ELSEWHERE[kind]!.words, /。$/);
  }
});

test('every form but a rule is laid out under a paper of its own, applications under one', () => {
  assert.equal(styleOf(line('student-base', 'STUDENT')), 'student-base');
  assert.equal(styleOf(line('leave-application', 'CASE')), 'application');
  assert.equal(styleOf(line('exam-number-rule', 'RULE')), undefined);
});
