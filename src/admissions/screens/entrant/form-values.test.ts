/** 登记表填报. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { FormField, RegistrationForm } from '../../../students/api/form.api.ts';
import type { FoundView } from '../../entrants/entrants.api.ts';
import {
  changedValues,
  choicesWith,
  foundAt,
  gradeOfClass,
  isNeeded,
  sectionsOf,
  usualValues,
} from './form-values.screen.ts';

const field = (path: string, over: Partial<FormField> = {}): FormField => ({
  path,
  number: null,
  label: path,
  heading: path,
  kind: 'text',
  table: null,
  required: false,
  requiredWhen: null,
  keyData: false,
  classified: false,
  fixed: null,
  filledBy: 'family',
  maxLength: 60,
  example: '',
  hint: null,
  usual: null,
  basis: '',
  ...over,
});
const form: RegistrationForm = {
  groups: [
    {
      key: 'personal',
      title: '个人基础信息',
      fields: [
        field('name', { required: true }),
        field('nationality', { usual: '中国' }),
        field('photo', { kind: 'photo' }),
      ],
    },
    { key: 'registration', title: '学籍信息', fields: [field('registrationNumber', { filledBy: 'system' })] },
    {
      key: 'guardians.1',
      title: '家庭成员2',
      fields: [
        field('guardians.1.name', { required: true }),
        field('guardians.1.identityType', { usual: '居民身份证' }),
      ],
    },
    { key: 'economy', title: '家庭经济情况', fields: [field('economy.familySize')] },
  ],
  tables: {},
};

test('the form asks for no photo and nothing the system fills in, but for the paper that lets a child enter early', () => {
  const sections = sectionsOf(form, {});
  assert.deepEqual(
    sections.map(({ key }) => key),
    ['personal', 'registration', 'guardians.1', 'economy'],
  );
  assert.deepEqual(
    sections[1]?.fields.map(({ path }) => path),
    ['entryApproval'],
  );
  assert.deepEqual(
    sections[0]?.fields.map(({ path }) => path),
    ['name', 'nationality'],
  );
});

test('the second family member and the circumstances stay closed until something is filled in there', () => {
  const folded = (values: Record<string, string>) =>
    sectionsOf(form, values)
      .filter((section) => section.folded)
      .map(({ key }) => key);
  assert.deepEqual(folded({}), ['guardians.1', 'economy']);
  assert.deepEqual(folded({ 'economy.familySize': '4' }), ['guardians.1']);
});

test('a second family member is needed in full only once begun', () => {
  const second = sectionsOf(form, {}).find(({ key }) => key === 'guardians.1');
  const name = second!.fields[0]!;
  assert.equal(isNeeded(name, second!, {}), false);
  assert.equal(isNeeded(name, second!, { 'guardians.1.identityType': '居民身份证' }), true);
});

test('usual values go only into empty items, and not into a second family member nobody mentioned', () => {
  assert.deepEqual(usualValues(form, {}), { nationality: '中国' });
  assert.deepEqual(usualValues(form, { nationality: '越南' }), {});
});

test('only what changed is sent, an emptied item as empty text', () => {
  assert.deepEqual(changedValues({ name: '李沐辰', phone: '' }, { name: '李沐辰', phone: '139' }), { phone: '' });
  assert.deepEqual(changedValues({ name: '' }, {}), {});
});

test('a choice is found by its code or its words, and a text that is neither stays to be seen', () => {
  const genders = [
    { value: '1', words: '男' },
    { value: '2', words: '女' },
  ];
  assert.equal(choicesWith(genders, '男').chosen, '1');
  assert.equal(choicesWith(genders, '2').chosen, '2');
  assert.deepEqual(choicesWith(genders, '女生').options[0], { value: '女生', words: '女生（不在表中）' });
});

test('a class group tells its grade where its name begins with one', () => {
  const grades = [{ value: '11', words: '一年级' }];
  assert.equal(gradeOfClass('一(1)班', grades), '11');
  assert.equal(gradeOfClass('向日葵班', grades), undefined);
});

test('an item shows what must be mended before what waits for a yes, and nothing that was confirmed', () => {
  const found = (severity: 'red' | 'amber', confirmed = false) => ({ field: 'name', severity, confirmed }) as FoundView;
  assert.equal(foundAt('name', [found('amber'), found('red')])?.severity, 'red');
  assert.equal(foundAt('name', [found('amber', true)]), undefined);
});
