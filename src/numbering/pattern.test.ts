/** 编号规则语言: what a pattern means, what is none, and that numbers and serials belong together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastSerialOf, missingFields, numberOf, type Pattern, readPattern, scopeOf, serialIn } from './pattern.ts';

const read = (text: string): Pattern => {
  const pattern = readPattern(text);
  if (typeof pattern === 'string') assert.fail(pattern);
  return pattern;
};
const QIANAN = read('0226{year:2}{school:3}{kind:1}{serial:4}');
const school015 = { year: '2026', school: '2113000015', kind: '0' };

test('the fourteen digits of Qian’an: city, county, year, school, kind, serial', () => {
  assert.equal(QIANAN.length, 14);
  assert.equal(numberOf(QIANAN, school015, 12), '02262601500012');
  assert.equal(scopeOf(QIANAN, school015), '0226260150####');
  assert.equal(lastSerialOf(QIANAN), 9999);
});

test('a place is cut from its left end, a year and a school from their right', () => {
  const twelve = read('{area:4}{year:2}{school:2}{serial:4}');
  assert.equal(numberOf(twelve, { area: '510104', year: '2026', school: '3451000007' }, 3), '510126070003');
});

test('number and serial belong together; any other number has none', () => {
  const checked = read('{year:4}{serial:5}{check:1}');
  for (const serial of [0, 1, 999, 99_999]) {
    const number = numberOf(checked, { year: '2026' }, serial);
    assert.equal(serialIn(checked, { year: '2026' }, number), serial);
    for (let place = 0; place < number.length; place++) {
      const wrong = number.slice(0, place) + ((Number(number[place]) + 1) % 10) + number.slice(place + 1);
      assert.equal(serialIn(checked, { year: '2026' }, wrong), undefined, wrong);
    }
  }
  assert.equal(serialIn(QIANAN, school015, '02262501500012'), undefined, 'of another year');
  assert.equal(serialIn(QIANAN, school015, '0226260150012'), undefined, 'a digit too few');
});

test('the check digit is that of ISO 7064: the example of the standard', () => {
  assert.equal(numberOf(read('{serial:4}{check:1}'), {}, 794).slice(-1), '5'); // 0794 → 5
});

test('what is no pattern says why and what to write', () => {
  const faults: [string, RegExp][] = [
    ['0226{year:2}', /有且只有一个顺序号/],
    ['{serial:4}{serial:4}', /有且只有一个顺序号/],
    ['A{serial:4}', /第1个字符起不能识别/],
    ['{town:3}{serial:4}', /没有“town”这个字段，可用area（行政区划代码）/],
    ['{check:1}{serial:4}', /排在末位/],
    ['{serial:4}{check:2}', /只能有一位/],
    ['{serial:0}', /至少为1/],
    ['{serial:31}', /共31位，最多30位/],
  ];
  for (const [text, why] of faults) assert.match(String(readPattern(text)), why, text);
});

test('a field that is not known is named, not guessed', () => {
  assert.deepEqual(missingFields(QIANAN, { year: '2026', school: '015' }), ['学校类别代码']);
  assert.deepEqual(missingFields(QIANAN, school015), []);
  assert.throws(() => numberOf(QIANAN, school015, 10_000), /does not fit/);
});
