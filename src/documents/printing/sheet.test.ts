/** 版面: bounds at their edges, and what a template reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOfSheet, ownSheet, SHEETS, styleFor, type TemplateName } from './sheet.ts';

const NAMES = Object.keys(SHEETS) as TemplateName[];
const form = ownSheet('form');
const faults = (change: object, margins: object = {}) =>
  faultsOfSheet('form', { ...form, ...change, margins: { ...form.margins, ...margins } });

test('our own sheet of every template has no fault and changes nothing of the layout', () => {
  for (const name of NAMES) {
    assert.deepEqual(faultsOfSheet(name, ownSheet(name)), [], name);
    const { scale, head, foot, bottom } = styleFor(name, ownSheet(name));
    assert.deepEqual([scale, head, foot, bottom], [1, '', '', SHEETS[name].margins.bottom], name);
  }
});

test('margins hold at their edges and not beyond, the binding edge above all', () => {
  assert.deepEqual(faults({}, { left: 15 }), []);
  assert.match(faults({}, { left: 14 }).join(), /左边距（装订边）须在15至40毫米之间/);
  assert.deepEqual(faults({}, { left: 40 }), []);
  assert.equal(faults({}, { left: 41 }).length, 1);
  assert.match(faults({}, { bottom: 20 }).join(), /下边距须在21至45/, 'the foot of the page needs its room');
  assert.deepEqual(faults({ body: 15 }), []);
  assert.equal(faults({ body: 15.5 }).length, 1);
});

test('a sheet between whose margins the tables find no room is refused, across it may be wide enough', () => {
  assert.deepEqual(faults({ size: 'A5' }), []);
  assert.match(faults({ size: 'A5' }, { left: 30 }).join(), /只剩104毫米，此表至少须有110毫米/);
  const roster = ownSheet('class-roster');
  assert.match(faultsOfSheet('class-roster', { ...roster, size: 'A5' }).join(), /至少须有138毫米/);
  assert.deepEqual(faultsOfSheet('class-roster', { ...roster, size: 'A5', landscape: true }), []);
});

test('what does not follow says why and takes the lines it can', () => {
  const card = ownSheet('registration-cards');
  assert.match(faultsOfSheet('registration-cards', { ...card, body: 9 }).join(), /正好排满A4/);
  assert.deepEqual(faultsOfSheet('registration-cards', { ...card, head: '监制', copies: '一式两份' }), []);
  assert.deepEqual(faultsOfSheet('certificate', { ...ownSheet('certificate'), copies: '一式两份' }), [
    '此文书不加页脚和份数',
  ]);
});

test('a template reads millimetres as they lie, and the foot gets the room it needs', () => {
  const style = styleFor('form', { ...form, size: 'K16', landscape: true, body: 12, foot: '监制', copies: '一式两份' });
  assert.deepEqual([style.width, style.height, style.scale], [260, 184, 1.2]);
  assert.deepEqual([style.foot, style.bottom], ['一式两份　监制', 25]);
  assert.equal(styleFor('form', { ...form, size: 'A5' }).bottom, 29, 'a foot that wraps');
});
