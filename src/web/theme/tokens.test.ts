/** 设计变量: the two copies agree, and what is written on them can be read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { COLOURS, type ColourName, colourOf } from './tokens.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Relative luminance of WCAG 2.x. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

test('the style sheet and the script hold the same colours', () => {
  const inCss = new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map((m) => [m[1], [m[2], m[3]]]),
  );
  assert.deepEqual(Object.fromEntries(inCss), COLOURS);
});

const readable: [ink: ColourName, ground: ColourName, least: number][] = [
  ...(['canvas', 'surface', 'sunken', 'selected'] as const).map((g): [ColourName, ColourName, number] => [
    'text',
    g,
    7,
  ]),
  ...(['surface', 'sunken', 'canvas'] as const).flatMap((g): [ColourName, ColourName, number][] => [
    ['text-2', g, 4.5],
    ['text-3', g, 4.5],
    ['accent-text', g, 4.5],
  ]),
  ['text-3', 'selected', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['control', 'surface', 3],
  ['accent', 'surface', 3],
  ...(['grey', 'blue', 'amber', 'red', 'green'] as const).flatMap((tone): [ColourName, ColourName, number][] => [
    [tone, `${tone}-bg`, 4.5],
    [tone, 'surface', 4.5],
    [tone, 'canvas', 4.5],
    [tone, 'selected', 4.5],
    [`${tone}-solid`, 'surface', 3],
  ]),
  ...(['band-1', 'band-2', 'band-3'] as const).map((g): [ColourName, ColourName, number] => ['text', g, 7]),
];

for (const [ink, ground, least] of readable) {
  test(`${ink} on ${ground} keeps a contrast of ${least} in both themes`, () => {
    for (const dark of [false, true]) assert.ok(contrast(colourOf(ink, dark), colourOf(ground, dark)) >= least);
  });
}
