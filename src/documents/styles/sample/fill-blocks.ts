/** 样例填写: a form drawn from nothing, with invented values in every place, so that nothing of its layout stays unseen. Pure. */
import type { FormBlock } from '../../forms/form-paper.ts';
import { samplePerson } from './sample-person.ts';

/** Values that an item of this name has on a real paper. */
const VALUES: readonly (readonly [RegExp, (number: number) => string])[] = [
  [/姓名$|领取人$|证明人$|班主任$/, (number) => samplePerson(number).name],
  [/性别/, (number) => samplePerson(number).sex],
  [/学籍号/, (number) => samplePerson(number).registrationNumber],
  [/证件号/, (number) => samplePerson(number).identityNumber],
  [/日期|时间/, (number) => samplePerson(number).bornOn],
  [/电话/, (number) => samplePerson(number).phone],
  [/地址|住址|所在地/, (number) => `样例市样例路${number + 10}号样例小区${number + 1}栋`],
  [/率|成绩|测试|平时|期中|期末|补考|身高|体重|米|公斤|视力|年级$|课时/, (number) => String(60 + (number % 39))],
];

const valueFor = (label: string, number: number): string =>
  VALUES.find(([pattern]) => pattern.test(label))?.[1](number) ?? `样例${number + 1}`;

const ROWS = 3;

/** The blocks with every empty place filled; `number` makes other values. */
export function filledBlocks(blocks: readonly FormBlock[], number: number): FormBlock[] {
  let next = number;
  return blocks.map((block): FormBlock => {
    if (block.kind === 'ITEMS') {
      const rows = block.rows.map((row) =>
        row.map((one) => ({ ...one, value: one.value || valueFor(one.label, next++) })),
      );
      return { ...block, rows };
    }
    if (block.kind === 'WORDS') return block.lines.join('') === '' ? { ...block, lines: [`样例文字${next++}`] } : block;
    const columns = block.columns.map(({ heading }) => heading);
    const given = block.rows.map((row) => row.map((cell, at) => cell || valueFor(columns[at] ?? '', next++)));
    const added = Array.from({ length: block.rows.length > 0 ? 0 : ROWS }, (_, row) =>
      columns.map((heading) => (heading === '序号' ? String(row + 1) : valueFor(heading, next++))),
    );
    return { ...block, rows: [...given, ...added], blank: Math.max(0, block.blank - added.length) };
  });
}
