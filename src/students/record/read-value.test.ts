import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnAt } from './fields/form.ts';
import type { RawValue } from './raw-values.ts';
import { readerOf } from './read-value.ts';

/** Reads one item; its value, or the codes of what was found. */
function read(path: string, raw: RawValue, near = ''): unknown {
  const column = columnAt(path);
  assert.ok(column, path);
  const told: string[] = [];
  const { value, blank } = readerOf(column.field, column.heading)(raw, ({ code }) => told.push(code), near);
  if (blank) return 'blank';
  return value === undefined ? told.join() : told.length > 0 ? [value, ...told] : value;
}

test('nothing filled in is nothing, whatever the cell holds', () => {
  for (const raw of ['', '  ', null, undefined, new Date(Number.NaN)]) assert.equal(read('talents', raw), 'blank');
});

test('yes and no are read in every usual way', () => {
  for (const raw of ['是', '1', 'Y', '有', '√', true, 1]) assert.equal(read('orphan', raw), true);
  for (const raw of ['否', '0', 'n', '无', false, 0]) assert.equal(read('orphan', raw), false);
  assert.equal(read('orphan', '不详'), 'NOT_YES_NO');
});

test('a date cell of a workbook is its day, wherever the reader stands', () => {
  assert.equal(read('bornOn', new Date('2019-12-03T00:00:00Z')), '2019-12-03');
  assert.equal(read('admittedIn', new Date('2026-09-01T00:00:00Z')), '2026-09');
  assert.equal(read('bornOn', 20191203), '2019-12-03');
  assert.equal(read('bornOn', '２０１９-12-03'), '2019-12-03');
  assert.equal(read('bornOn', '2019-02-29'), 'NOT_A_DATE');
});

test('a number in an identity column is refused: its last digits may be lost', () => {
  assert.equal(read('identityNumber', 411082202002270100), 'STORED_AS_NUMBER');
  assert.equal(read('registrationNumber', 1), 'STORED_AS_NUMBER');
  assert.equal(read('phone', 13812342046), '13812342046', 'eleven digits are safe');
});

test('mobile numbers, landlines and numbers abroad come to one spelling', () => {
  for (const raw of [
    '13812342046',
    '138-1234-2046',
    '138 1234 2046',
    '+8613812342046',
    '86 13812342046',
    '１３８１２３４２０４６',
  ]) {
    assert.equal(read('phone', raw), '13812342046', String(raw));
  }
  for (const raw of ['0374-6123456', '(0374)6123456', '03746123456', '+86 374 6123456']) {
    assert.equal(read('phone', raw), '0374-6123456', String(raw));
  }
  assert.equal(read('phone', '010-61234567-801'), '010-61234567-801');
  assert.equal(read('phone', '+852 6123 4567'), '+85261234567');
  assert.equal(read('phone', '0085261234567'), '+85261234567');
});

test('one digit more or less is no phone number, nor is one without area code', () => {
  for (const raw of ['1381234204', '138123420466', '12812342046', '6123456', '0374-612345', '电话']) {
    assert.equal(read('phone', raw), 'PHONE', raw);
  }
});

test('places are read by code or by name down from any level', () => {
  for (const raw of [
    '411082',
    411082,
    '河南省许昌市长葛市',
    '河南省/许昌市/长葛市',
    '河南省 许昌市 长葛市',
    '长葛市',
  ]) {
    assert.equal(read('nativePlace', raw), '411082', String(raw));
  }
  assert.equal(read('nativePlace', '411082001000'), '411082001000');
  assert.equal(read('nativePlace', '411023'), '411023', 'a birthplace may have been abolished since');
  assert.equal(read('nativePlace', '411085'), 'NOT_A_PLACE');
  assert.equal(read('nativePlace', '火星'), 'NOT_A_PLACE');
});

test('a district that several cities have is settled by the school’s place', () => {
  assert.equal(read('nativePlace', '鼓楼区'), 'PLACE_AMBIGUOUS');
  assert.equal(read('nativePlace', '鼓楼区', '410202'), '410204');
});

test('what follows the county is mentioned, except where the item has a second field for it', () => {
  assert.deepEqual(read('nativePlace', '河南省长葛市和尚桥镇'), ['411082', 'PLACE_DETAIL_LEFT']);
  assert.equal(read('householdPlace', '河南省长葛市和尚桥镇'), '411082');
});

test('amounts take units and thousands, and stay within their bounds', () => {
  assert.equal(read('economy.annualIncome', '24,000元'), 24_000);
  assert.equal(read('economy.annualIncome', '2.4万元'), 24_000);
  assert.equal(read('economy.annualIncome', '24000.505'), 24_000.51);
  assert.equal(read('economy.annualIncome', '-1'), 'NOT_A_NUMBER');
  assert.equal(read('economy.familySize', '4人'), 4);
  assert.equal(read('economy.familySize', '4.5'), 'NOT_A_NUMBER');
  assert.equal(read('economy.familySize', '30'), 30);
  assert.equal(read('economy.familySize', '31'), 'NOT_A_NUMBER');
  assert.equal(read('distanceToSchool', '1.5公里'), 1.5);
  assert.equal(read('distanceToSchool', 0), 0);
});

test('forms of text are held: postal code, e-mail, web address, school code, registration number', () => {
  assert.equal(read('postalCode', '４６１５００'), '461500');
  assert.equal(read('postalCode', '46150'), 'POSTAL_CODE');
  assert.equal(read('email', 'family@example.cn'), 'family@example.cn');
  assert.equal(read('email', 'family@example'), 'EMAIL');
  assert.equal(read('homepage', 'https://example.cn/a'), 'https://example.cn/a');
  assert.equal(read('homepage', 'example.cn'), 'WEB_ADDRESS');
  assert.equal(read('schoolCode', '2141000001'), '2141000001');
  assert.equal(read('schoolCode', '214100000'), 'SCHOOL_CODE_FORM');
  assert.equal(read('registrationNumber', 'g41108220200227013x'), 'G41108220200227013X');
  assert.equal(read('registrationNumber', 'H411082202002270133'), 'REGISTRATION_NUMBER_FORM');
});

test('text keeps its limit in characters and loses what no one sees', () => {
  assert.equal(read('talents', '𠮷'.repeat(100)), '𠮷'.repeat(100));
  assert.deepEqual(read('talents', '棋'.repeat(101)), ['棋'.repeat(101), 'TOO_LONG']);
  assert.equal(read('talents', '围棋\n\u200b书法'), '围棋 书法');
});

test('an address that ends at the county is too short', () => {
  assert.deepEqual(read('currentAddress', '河南省长葛市'), ['河南省长葛市', 'ADDRESS_SHORT']);
  assert.equal(read('currentAddress', '长葛市大孙庄村'), '长葛市大孙庄村');
});

test('a word outside the table is told with what may be chosen', () => {
  assert.equal(read('studyMode', '跑读'), 'NOT_IN_TABLE');
  assert.equal(read('ethnicGroup', 1), '01');
  assert.equal(read('householdType', '农业户口'), '1', 'a word of repealed law is still read');
});
