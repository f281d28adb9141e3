import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPhotoFile, readPhotoName } from './photo-names.ts';

test('a photo is named by the identity number, however its last letter was typed', () => {
  assert.deepEqual(readPhotoName('照片/11010119900307002x.JPG'), { by: 'NUMBER', number: '11010119900307002X' });
});

test('or by school code, class group and name where the child has no number', () => {
  assert.deepEqual(readPhotoName('2141000001_2026101_阿依古丽·买买提.jpg'), {
    by: 'CLASS_AND_NAME',
    schoolCode: '2141000001',
    classGroup: '2026101',
    name: '阿依古丽·买买提',
  });
});

test('anything else is the photo of nobody', () => {
  for (const name of ['IMG_2031.jpg', '李沐辰.jpg', '2141000001_2026101.jpg', '1_2_3_4.jpg', '.jpg']) {
    assert.equal(readPhotoName(name), undefined, name);
  }
});

test('what a computer leaves beside pictures is passed over', () => {
  assert.equal(isPhotoFile('__MACOSX/._a.jpg'), false);
  assert.equal(isPhotoFile('Thumbs.db'), false);
  assert.equal(isPhotoFile('班级/a.PNG'), true);
});
