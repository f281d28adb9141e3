import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { checkIdentityNumber, type NumberContext } from './check-identity-number.ts';
import { checkDigitOf, makeIdentityNumber } from './identity-number.ts';

const today = civilDate('2026-09-17');
const bornOn = civilDate('2020-02-27');
const boy = '411082202002270133';

const check = (text: string, context: Partial<NumberContext> = {}) => checkIdentityNumber(text, { today, ...context });
const codes = (text: string, context: Partial<NumberContext> = {}) => check(text, context).map(({ code }) => code);
const withCheck = (first17: string) => first17 + checkDigitOf(first17);
/** The characters of the text that a finding points at. */
const pointedAt = (text: string, context: Partial<NumberContext> = {}) =>
  check(text, context).map(({ at }) => (at ? text.slice(...at) : undefined));

test('a number that agrees with gender and birthday is sound in any spelling', () => {
  for (const text of [boy, ' 411082 20200227 0133 ', '４１１０８２２０２００２２７０１３３']) {
    assert.deepEqual(check(text, { bornOn, gender: '1' }), []);
  }
});

test('a wrong last character names the expected one and warns that the slip may be elsewhere', () => {
  const [found, ...more] = check('411082202002270135', { bornOn, gender: '1' });
  assert.deepEqual(more, []);
  assert.deepEqual(found, {
    severity: 'red',
    code: 'ID_CHECK_DIGIT',
    cause: '身份证件号校验位不符',
    sentence: '按前17位推算末位应为3，现为5。不一定错在末位，请对照户口簿逐位看。',
    remedy: '对照户口簿改',
    at: [17, 18],
  });
});

test('no corrected number is ever proposed for a wrong check character', () => {
  assert.equal(check('411082202002270135')[0]?.proposal, undefined);
});

test('seventeen and nineteen characters are told with their count', () => {
  assert.match(check(boy.slice(0, 17))[0]?.sentence ?? '', /应为18位，现为17位/);
  assert.match(check(`${boy}0`)[0]?.sentence ?? '', /现为19位/);
  assert.deepEqual(codes(''), ['ID_LENGTH']);
});

test('a letter among the digits is pointed at where it was typed', () => {
  assert.deepEqual(pointedAt('411082 20200227 O133'), ['O']);
  assert.deepEqual(codes('41108220200227X133'), ['ID_CHARACTERS']);
  assert.deepEqual(codes('4110822020022701三3'), ['ID_CHARACTERS']);
});

test('a letter O for a zero is mended by proposal only where the number then proves right', () => {
  assert.equal(check('41108220200227O133')[0]?.proposal, boy);
  assert.equal(check('41108220200227O135')[0]?.proposal, undefined);
});

test('the twenty-ninth of February counts in leap years only', () => {
  assert.deepEqual(codes(withCheck('41108220200229013')), []);
  assert.deepEqual(codes(withCheck('41108220190229013')), ['ID_DATE']);
  assert.deepEqual(pointedAt(withCheck('41108220190229013')), ['20190229']);
});

test('a birthday today is possible, tomorrow is not, and neither is the last day of 1899', () => {
  assert.deepEqual(codes(withCheck('41108220260917013')), []);
  assert.deepEqual(codes(withCheck('41108220260918013')), ['ID_DATE_FUTURE']);
  assert.deepEqual(codes(withCheck('41108219000101013')), []);
  assert.deepEqual(codes(withCheck('41108218991231013')), ['ID_DATE_EARLY']);
});

test('birthday and gender in the number are held against those filled in', () => {
  const [found] = check(boy, { bornOn: civilDate('2020-02-28') });
  assert.equal(found?.sentence, '号中出生日期为2020-02-27，所填出生日期为2020-02-28。');
  const [gender] = check(boy, { gender: '2' });
  assert.equal(gender?.sentence, '第17位为3，表示男，所填性别为女。');
  assert.deepEqual(gender?.at, [16, 17]);
});

test('several faults of one number are all told', () => {
  assert.deepEqual(codes('999999202002300135', { gender: '2' }), ['ID_DATE', 'ID_GENDER', 'ID_CHECK_DIGIT']);
  assert.deepEqual(codes('411085202002300131', { gender: '2' }), [
    'ID_DATE',
    'ID_GENDER',
    'ID_CHECK_DIGIT',
    'ID_AREA_UNKNOWN',
  ]);
});

test('an unknown or abolished place code is only amber', () => {
  const [unknown] = check(withCheck('41108520200227013'));
  assert.deepEqual([unknown?.code, unknown?.severity, unknown?.at], ['ID_AREA_UNKNOWN', 'amber', [0, 6]]);
  const [abolished] = check(withCheck('41102320080227013'));
  assert.equal(abolished?.severity, 'amber');
  assert.equal(abolished?.sentence, '地区码411023（河南省许昌市许昌县）已撤销，号码有效。');
});

test('of a number that must be mended anyway, the abolished place code is not mentioned', () => {
  const sound = withCheck('41102320080227013');
  const wrong = sound.slice(0, 17) + (sound.endsWith('0') ? '1' : '0');
  assert.deepEqual(codes(wrong), ['ID_CHECK_DIGIT']);
});

test('codes given and taken within this century are known, so are those of new counties', () => {
  for (const area of ['411626', '610821', '520522', '341400', '310119']) {
    assert.deepEqual(codes(makeIdentityNumber({ area, bornOn, sequence: 13 })), ['ID_AREA_ABOLISHED']);
  }
  for (const area of ['653228', '330113', '110118', '411082', '441900']) {
    assert.deepEqual(codes(makeIdentityNumber({ area, bornOn, sequence: 13 })), []);
  }
});

test('residence permits of Hong Kong, Macao and Taiwan and the card of foreign residents are checked alike', () => {
  for (const area of ['810000', '820000', '830000', '931840']) {
    const number = makeIdentityNumber({ area, bornOn, sequence: 13 });
    assert.deepEqual(codes(number, { bornOn, gender: '1' }), []);
    assert.deepEqual(codes(number, { gender: '2' }), ['ID_GENDER']);
  }
});

test('an old number of fifteen digits is amber and proposes the eighteen', () => {
  const [found, ...more] = check('411082850227013');
  assert.deepEqual(more, []);
  assert.deepEqual([found?.code, found?.severity, found?.proposal], ['ID_FIFTEEN', 'amber', '411082198502270130']);
  assert.deepEqual(pointedAt('411082850227013', { bornOn }), [undefined, '850227']);
  assert.deepEqual(pointedAt('411082850227013', { gender: '2' }), [undefined, '3']);
});

test('digits lost in a spreadsheet are recognised as such', () => {
  assert.deepEqual(codes('411082202002270000', { gender: '2' }), ['ID_ROUNDED']);
  assert.deepEqual(codes('4.11082E+17'), ['STORED_AS_NUMBER']);
  assert.deepEqual(codes(withCheck('41108220200227000')), [], 'three zeros may also be right');
});

test('messages name the item they are about', () => {
  assert.equal(check('1', { label: '监护人身份证件号' })[0]?.cause, '监护人身份证件号位数不对');
});
