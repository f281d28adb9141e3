/** 取景. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { cropOf, keptInside } from './photo-framing.screen.ts';

const middle = { zoom: 1, x: 0.5, y: 0.5 };

test('a wide picture is cut at its sides, a tall one above and below, always 26 to 32', () => {
  const wide = cropOf({ width: 2000, height: 1000 }, middle);
  assert.equal(Math.round(wide.height), 1000);
  assert.equal(Math.round(wide.x + wide.width / 2), 1000);
  const tall = cropOf({ width: 500, height: 2000 }, middle);
  assert.equal(tall.width, 500);
  for (const { width, height } of [wide, tall]) assert.ok(Math.abs(width / height - 26 / 32) < 0.001);
});

test('the frame never leaves the picture, however far it is pushed or shrunk', () => {
  for (const picture of [
    { width: 2000, height: 1000 },
    { width: 500, height: 2000 },
  ]) {
    for (const pushed of [
      { zoom: 0.2, x: -3, y: 9 },
      { zoom: 9, x: 4, y: -1 },
    ]) {
      const { x, y, width, height } = cropOf(picture, keptInside(picture, pushed));
      assert.ok(x > -0.001 && y > -0.001 && x + width < picture.width + 0.001 && y + height < picture.height + 0.001);
    }
  }
});
