import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOfArea } from '../../../students/code-tables/area-codes.ts';
import { ownNameOf, usualAuthorityName } from './place-names.ts';

test('a place is called by its own name at every level, in provinces, regions, municipalities and their districts', () => {
  const names = ['000000', '410000', '411000', '411082', '110000', '110101', '450000', '513200', '650000'];
  assert.deepEqual(
    names.map((code) => ownNameOf(nameOfArea, code)),
    [
      '全国',
      '河南省',
      '许昌市',
      '长葛市',
      '北京市',
      '东城区',
      '广西壮族自治区',
      '阿坝藏族羌族自治州',
      '新疆维吾尔自治区',
    ],
  );
  assert.equal(ownNameOf(nameOfArea, '419999'), undefined);
});

test('education departments are called as they are called', () => {
  const names = ['000000', '410000', '110000', '450000', '411000', '411082', '110101'];
  assert.deepEqual(
    names.map((code) => usualAuthorityName(nameOfArea, code)),
    [
      '教育部',
      '河南省教育厅',
      '北京市教育委员会',
      '广西壮族自治区教育厅',
      '许昌市教育局',
      '长葛市教育局',
      '东城区教育局',
    ],
  );
});
