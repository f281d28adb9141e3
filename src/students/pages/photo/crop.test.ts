import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropBox, firstCrop, isCoarse, MOST_ZOOM, moved, SHAPE, turned, within, zoomed } from './crop.screen.ts';

const tall = { width: 1000, height: 2000 };
const wide = { width: 4000, height: 1600 };
const inside = (picture: typeof tall, crop: ReturnType<typeof firstCrop>) => {
  const { left, top, width, height } = cropBox(picture, crop);
  assert.ok(left >= -1e-6 && top >= -1e-6, 'not left of or above the picture');
  assert.ok(left + width <= picture.width + 1e-6 && top + height <= picture.height + 1e-6, 'nor right of or below it');
  assert.ok(Math.abs(width / height - SHAPE) < 1e-9, '26 to 32');
};

test('at first all that fits the shape is shown, of a tall picture rather the upper part', () => {
  assert.deepEqual(Math.round(cropBox(tall, firstCrop(tall)).width), 1000);
  assert.ok(firstCrop(tall).y < tall.height / 2);
  assert.deepEqual(Math.round(cropBox(wide, firstCrop(wide)).height), 1600);
  inside(tall, firstCrop(tall));
  inside(wide, firstCrop(wide));
});

test('however it is dragged and zoomed, nothing beside the picture is shown', () => {
  for (const picture of [tall, wide]) {
    let crop = firstCrop(picture);
    for (const [right, down, times] of [
      [9, 0, 1],
      [0, -9, 2],
      [-0.3, 0.7, 0.2],
      [-9, 9, 100],
      [0.5, 0.5, 0.001],
    ] as const) {
      crop = zoomed(picture, moved(picture, crop, right, down), times);
      inside(picture, crop);
      assert.ok(crop.zoom >= 1 && crop.zoom <= MOST_ZOOM);
    }
  }
});

test('the picture goes with the finger: to the right shows what was at the left', () => {
  const crop = zoomed(tall, firstCrop(tall), 2);
  const { left: before } = cropBox(tall, crop);
  const { left: after, width } = cropBox(tall, moved(tall, crop, 0.1, 0));
  assert.ok(Math.abs(before - after - width * 0.1) < 1e-6);
});

test('four quarter turns lead back', () => {
  let state = { picture: tall, crop: within(tall, { x: 400, y: 900, zoom: 3 }) };
  const first = state;
  for (let turn = 0; turn < 4; turn++) {
    state = turned(state.picture, state.crop);
    inside(state.picture, state.crop);
  }
  assert.deepEqual(state, first);
});

test('too few pixels for print are told', () => {
  assert.equal(isCoarse({ width: 800, height: 985 }, { x: 400, y: 492, zoom: 1 }, 358), false);
  assert.equal(isCoarse({ width: 800, height: 985 }, { x: 400, y: 492, zoom: 3 }, 358), true);
});
