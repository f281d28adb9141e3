import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkName, normaliseName } from './person-name.ts';

const codes = (text: string) => checkName(text).map(({ code }) => code);
const proposal = (text: string) => checkName(text).map((found) => found.proposal)[0];

test('usual, minority, foreign, traditional and rare names are sound', () => {
  for (const name of [
    '李沐辰',
    '王一',
    '欧阳娜娜',
    '买买提·吐尔逊',
    '阿卜杜热合曼·阿卜杜外力',
    'John Smith',
    'José María de la Cruz',
    "Conor O'Neil",
    'Anna-Lena Müller',
    'J. R. Smith',
    '劉德華',
    '龚𬱖',
    '𠮷田',
    '王〇',
    '张䶮',
  ]) {
    assert.deepEqual(codes(name), [], name);
  }
});

test('spaces in a Chinese name are amber, and taken out by proposal', () => {
  const [found] = checkName('王 浩');
  assert.deepEqual(
    [found?.severity, found?.cause, found?.proposal, found?.at],
    ['amber', '姓名含空格', '王浩', [1, 2]],
  );
  assert.equal(proposal('王　浩'), '王浩');
  assert.equal(proposal('欧阳 修文'), '欧阳修文');
  assert.deepEqual(codes(' 王浩 '), [], 'spaces outside are nobody’s fault');
});

test('a space between two long words was meant as a dot', () => {
  assert.equal(proposal('买买提 吐尔逊'), '买买提·吐尔逊');
  assert.equal(proposal('买买提 · 吐尔逊'), '买买提·吐尔逊');
});

test('every wrong dot is proposed as the right one', () => {
  for (const dot of ['.', '•', '・', '･', '。', '．', '‧', '∙', '⋅', '｡', '●']) {
    const [found] = checkName(`买买提${dot}吐尔逊`);
    assert.deepEqual([found?.code, found?.proposal], ['NAME_DOT', '买买提·吐尔逊'], dot);
  }
  assert.deepEqual(codes('买买提·吐尔逊'), []);
});

test('a dot at the end or the beginning is red', () => {
  assert.deepEqual([codes('·王浩'), proposal('·王浩')], [['NAME_DOT_AT_END'], '王浩']);
  assert.deepEqual([codes('买买提·'), proposal('买买提·')], [['NAME_DOT_AT_END'], '买买提']);
});

test('characters that no one sees are red and taken out by proposal', () => {
  for (const hidden of ['\u200b', '\u200e', '\u00ad', '\u202e', '\u2060', '\u{e0100}', '\ufe00', '\u0007']) {
    const [found] = checkName(`李${hidden}明`);
    assert.deepEqual([found?.severity, found?.code, found?.proposal], ['red', 'UNPRINTABLE', '李明']);
  }
});

test('a private character is red; where Chinese Windows once kept it, the standard one is proposed', () => {
  assert.deepEqual([codes('\ue863宇'), proposal('\ue863宇')], [['NAME_PRIVATE_CHARACTER'], '䶮宇']);
  assert.equal(proposal('王\ue816'), '王\u{20087}');
  assert.deepEqual([codes('王\ue000'), proposal('王\ue000')], [['NAME_PRIVATE_CHARACTER'], undefined]);
  assert.deepEqual(codes('王\u{f0001}'), ['NAME_PRIVATE_CHARACTER']);
  assert.match(checkName('王\ue000')[0]?.sentence ?? '', /第2个字是自造字/);
});

test('radicals and compatibility characters that look alike give way to the standard character', () => {
  assert.deepEqual([codes('⼭本'), proposal('⼭本')], [['NAME_COMPONENT'], '山本']);
  assert.deepEqual([codes('王\uf979'), proposal('王\uf979')], [['NAME_COMPATIBILITY_CHARACTER'], '王凉']);
  assert.deepEqual(codes('王\ufa0e'), [], 'one of the twelve that are characters of their own');
  assert.deepEqual(codes('王⿰女尧'), ['NAME_COMPONENT']);
});

test('question marks, digits, symbols and other scripts are red', () => {
  assert.deepEqual(codes('王?明'), ['NAME_UNREADABLE']);
  assert.deepEqual(codes('王□明'), ['NAME_UNREADABLE']);
  assert.deepEqual(codes('王明1'), ['NAME_DIGITS']);
  assert.deepEqual(codes('王明２'), ['NAME_DIGITS']);
  assert.deepEqual(codes('王明（小）'), ['NAME_SYMBOL']);
  assert.deepEqual(codes('王-明'), ['NAME_SYMBOL']);
  assert.deepEqual(codes('Иван'), ['NAME_OTHER_SCRIPT']);
  assert.deepEqual(codes('田中ゆき'), ['NAME_OTHER_SCRIPT']);
});

test('letters among Chinese characters, and a name of one character, are for a person to look at', () => {
  assert.deepEqual(
    checkName('赵C').map(({ code, severity }) => [code, severity]),
    [['NAME_MIXED', 'amber']],
  );
  assert.deepEqual(
    checkName('王').map(({ code, severity }) => [code, severity]),
    [['NAME_SHORT', 'amber']],
  );
});

test('sixty characters are allowed and sixty-one are not, however many units they take', () => {
  assert.deepEqual(codes('𠮷'.repeat(60)), []);
  assert.deepEqual(codes('𠮷'.repeat(61)), ['TOO_LONG']);
  assert.equal(checkName('王'.repeat(61))[0]?.sentence, '姓名最多60字，现为61字。');
});

test('several faults of one name are all told, and one proposal cures all that can be cured', () => {
  const found = checkName('买\u200b买提 • 吐尔逊');
  assert.deepEqual(
    found.map(({ code }) => code),
    ['UNPRINTABLE', 'NAME_SPACES', 'NAME_DOT'],
  );
  assert.deepEqual(new Set(found.map((one) => one.proposal)), new Set(['买买提·吐尔逊']));
  assert.deepEqual(codes('买买提·吐尔逊'), []);
});

test('names are stored in half width with single spaces', () => {
  assert.equal(normaliseName(' Ｊｏｈｎ　 Smith '), 'John Smith');
  assert.equal(normaliseName('王浩'), '王浩');
});

test('messages can name another item than the student’s own name', () => {
  assert.equal(checkName('王 浩', '曾用名')[0]?.cause, '曾用名含空格');
});
