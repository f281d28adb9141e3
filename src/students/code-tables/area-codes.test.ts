import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadingArea, listAreaCodes, nameOfArea, standingOfArea } from './area-codes.ts';

test('places in force, abolished and unknown are told apart', () => {
  assert.equal(standingOfArea('411082'), 'CURRENT');
  assert.equal(standingOfArea('653228'), 'CURRENT');
  assert.equal(standingOfArea('110228'), 'ABOLISHED');
  assert.equal(standingOfArea('411626'), 'ABOLISHED');
  assert.equal(standingOfArea('411085'), 'UNKNOWN');
});

test('development zones and towns that only postal lists number are no places of the standard', () => {
  for (const code of ['130390', '320571', '320611', '350402', '441903', '321150', '710199']) {
    assert.notEqual(standingOfArea(code), 'CURRENT', code);
  }
  assert.equal(standingOfArea('320611'), 'ABOLISHED');
  assert.equal(standingOfArea('320571'), 'UNKNOWN');
});

test('a code has its full name, each level once', () => {
  assert.equal(nameOfArea('411082'), '河南省许昌市长葛市');
  assert.equal(nameOfArea('411082001000'), '河南省许昌市长葛市');
  assert.equal(nameOfArea('110105'), '北京市朝阳区');
  assert.equal(nameOfArea('429004'), '湖北省仙桃市');
  assert.equal(nameOfArea('810000'), '香港特别行政区');
  assert.equal(nameOfArea('411023'), '河南省许昌市许昌县');
  assert.equal(nameOfArea('411085'), undefined);
});

test('every place in force is found again by its full name', () => {
  const lost = listAreaCodes().filter((code) => {
    const found = leadingArea(nameOfArea(code) ?? '');
    return found?.rest !== '' || !found.codes.includes(code);
  });
  // 北京市 is the municipality and its only city at once.
  assert.deepEqual(
    lost.filter((code) => !/^(11|12|31|50)0100$/.test(code)),
    [],
  );
});

test('the province or the city may be left out, and what follows the place is given back', () => {
  for (const text of ['河南省许昌市长葛市', '河南省长葛市', '许昌市长葛市', '长葛市', '河南长葛市']) {
    assert.deepEqual(leadingArea(text), { codes: ['411082'], rest: '' }, text);
  }
  assert.deepEqual(leadingArea('河南省长葛市和尚桥镇'), { codes: ['411082'], rest: '和尚桥镇' });
  assert.equal(leadingArea('和尚桥镇'), undefined);
  assert.equal(leadingArea(''), undefined);
});

test('a name that several cities use is settled by the place that asks, or not at all', () => {
  assert.equal(leadingArea('鼓楼区')?.codes.length, 4);
  assert.deepEqual(leadingArea('鼓楼区', '410202')?.codes, ['410204']);
  assert.deepEqual(leadingArea('鼓楼区', '350000')?.codes, ['350102']);
  assert.equal(leadingArea('鼓楼区', '320000')?.codes.length, 4, 'Jiangsu has two of them');
  assert.deepEqual(leadingArea('南京市鼓楼区')?.codes, ['320106']);
});
