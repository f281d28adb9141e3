import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openName, openSentence, openText } from './open-text.ts';

test('what belongs into a list stands as it was written', () => {
  for (const text of ['李沐辰', '一(1)班', '2026101', '2019-12-03', '20191203', '男']) {
    assert.equal(openText(text), text);
  }
});

test('a number of a person or a telephone is covered, however it is written', () => {
  for (const text of [
    '411082202002270133',
    '41108220200227013X',
    '139 1234 5678',
    '139-1234-5678',
    '４１１０８２２０２００２２７０１３３',
  ]) {
    assert.equal(openText(text), '***');
    assert.equal(openText(`李${text}`), '李***');
  }
  assert.equal(openText('family@example.cn'), '***');
});

test('an address in a wrong cell loses what tells one house from another', () => {
  const sentence = '“河南省许昌市长葛市和尚桥镇大孙庄村12号”不是入学方式的代码或名称。';
  assert.equal(openSentence(sentence, { classified: false }), '“河南省许昌市长葛…”不是入学方式的代码或名称。');
});

test('what was filled into a classified item is not quoted at all', () => {
  const sentence = '“视力三级”不是残疾类型的代码或名称。';
  assert.equal(openSentence(sentence, { classified: true }), '“***”不是残疾类型的代码或名称。');
  assert.equal(openSentence(sentence, { classified: false }), sentence);
});

test('a long name is no address', () => {
  const name = '阿卜杜外力·阿卜杜热合曼·麦麦提依明江';
  assert.equal(openName(name), name);
  assert.equal(openName('河南省许昌市长葛市和尚桥镇大孙庄村12号'), '河南省许昌市长葛…');
  assert.equal(openText('河南省许昌市长葛市和尚桥镇大孙庄村12号'), '河南省许昌市长葛市和尚桥…');
});

test('a sentence that quotes nothing stays whole', () => {
  const sentence = '第7至14位的出生日期2027-01-01在今天之后。';
  assert.equal(openSentence(sentence, { classified: true }), sentence);
});
