import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyinOf } from './pinyin.ts';

test('surname and given name are written apart, with tones, and once plainly for search', () => {
  assert.deepEqual(pinyinOf('李沐辰'), { pinyin: 'Lǐ Mùchén', plain: 'limuchen', initials: 'lmc' });
  assert.deepEqual(pinyinOf('吕绿'), { pinyin: 'Lǚ Lǜ', plain: 'lvlv', initials: 'll' });
});

test('surnames are read as surnames', () => {
  const surnames = {
    曾国藩: 'Zēng',
    仇和: 'Qiú',
    解缙: 'Xiè',
    朴树: 'Piáo',
    区明: 'Ōu',
    查良镛: 'Zhā',
    盖叫天: 'Gě',
    尉迟恭: 'Yùchí',
    万俟卨: 'Mòqí',
    单于飞: 'Chányú',
    欧阳修: 'Ōuyáng',
    单雄信: 'Shàn',
  };
  for (const [name, surname] of Object.entries(surnames))
    assert.equal(pinyinOf(name).pinyin.split(' ')[0], surname, name);
});

test('a surname of two characters needs a given name behind it', () => {
  assert.equal(pinyinOf('欧阳').pinyin, 'Ōu Yáng');
  assert.equal(pinyinOf('单于飞').initials, 'cyf');
});

test('a syllable that begins with a vowel is set off', () => {
  assert.deepEqual(pinyinOf('张西安'), { pinyin: "Zhāng Xī'ān", plain: 'zhangxian', initials: 'zxa' });
});

test('names with dots are read part by part', () => {
  const { pinyin, plain, initials } = pinyinOf('买买提·吐尔逊');
  assert.equal(pinyin, "Mǎimǎití·Tǔ'ěrxùn");
  assert.deepEqual([plain, initials], ['maimaitituerxun', 'mmttex']);
});

test('rare characters have their reading, or are left out where they have none', () => {
  assert.equal(pinyinOf('龚𬱖').plain, 'gongdi');
  assert.equal(pinyinOf('张䶮').plain, 'zhangyan');
  assert.equal(pinyinOf('王\u{30ede}').plain, 'wang');
  assert.deepEqual(pinyinOf('\u{30ede}'), { pinyin: '', plain: '', initials: '' });
});

test('a name in Latin letters is its own pinyin, found without accents', () => {
  assert.deepEqual(pinyinOf("José O'Neil"), { pinyin: "José O'Neil", plain: 'joseoneil', initials: 'jon' });
  assert.deepEqual(pinyinOf(''), { pinyin: '', plain: '', initials: '' });
});
