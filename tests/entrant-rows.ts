/** 新生样本: synthetic first-graders as a school writes them down, and the workbooks they fill. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { UploadedFile } from '../src/access/index.ts';
import { addDays, civilDate } from '../src/kernel/civil-date.ts';
import { columns, makeIdentityNumber } from '../src/students/index.ts';
import type { Cell } from '../src/workbooks/cell.ts';
import { writeRows } from '../src/workbooks/write-rows.ts';

export type Row = Record<string, string>;

const FAMILY = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹'];
const GIVEN =
  '沐辰 一诺 子谦 语桐 明轩 若曦 嘉树 梓萱 承宇 晚晴 一帆 小满 浩然 欣怡 泽宇 思源 俊杰 梦瑶 天佑 诗涵'.split(' ');

/** The columns of a usual workbook: what the form asks for, with the first guardian's number. */
export const USUAL_COLUMNS = columns.filter(
  ({ path, field }) =>
    !path.startsWith('guardians.1.') &&
    !path.startsWith('economy.') &&
    (field.required === true || ['identityNumber', 'guardians.0.identityNumber', 'seatNo'].includes(path)),
);
const EXAMPLES = Object.fromEntries(USUAL_COLUMNS.map(({ path, field }) => [path, field.example]));

/** The `n`-th child, sound in every item and like no other; of entry age in the autumn of 2026. */
export function childRow(n: number, more: Row = {}): Row {
  const girl = n % 2 === 1;
  const bornOn = addDays(civilDate('2019-09-02'), Math.floor(n / 499) % 363);
  const area = ['411082', '411002', '411025', '410105'][Math.floor(n / (499 * 363)) % 4]!;
  const sequence = (n % 499) * 2 + (girl ? 0 : 1);
  const family = FAMILY[n % FAMILY.length]!;
  const fatherBorn = addDays(civilDate('1985-01-01'), n % 3_000);
  const address = `河南省许昌市长葛市和尚桥镇大孙庄村${n + 1}号`;
  return {
    ...EXAMPLES,
    name: `${family}${GIVEN[Math.floor(n / FAMILY.length) % GIVEN.length]}`,
    gender: girl ? '女' : '男',
    bornOn,
    identityNumber: makeIdentityNumber({ area, bornOn, sequence }),
    grade: '一年级',
    classGroup: `一(${(n % 3) + 1})班`,
    seatNo: String((n % 60) + 1),
    currentAddress: address,
    mailingAddress: address,
    homeAddress: address,
    phone: phoneOf(n),
    'guardians.0.name': `${family}建国`,
    'guardians.0.relation': '父亲',
    'guardians.0.currentAddress': address,
    'guardians.0.phone': phoneOf(n),
    'guardians.0.identityNumber': makeIdentityNumber({
      area: '411082',
      bornOn: fatherBorn,
      sequence: (2 * n + 1) % 1000,
    }),
    ...more,
  };
}

const phoneOf = (n: number) => `139${String(10_000_000 + n).slice(-8)}`;

/** Sound children, from the `first` on. */
export const childRows = (count: number, first = 0): Row[] =>
  Array.from({ length: count }, (_, place) => childRow(first + place));

/** A workbook with these rows under the headings of the form; `extra` columns are none of the form's. */
export function workbookOf(
  rows: readonly Row[],
  { extra = [] as string[], titles = [] as string[] } = {},
): Promise<Buffer> {
  const paths = [...USUAL_COLUMNS.map(({ path }) => path), ...extra];
  const headings = [...USUAL_COLUMNS.map(({ heading }) => heading), ...extra];
  const cells = function* (): Generator<Cell[]> {
    for (const row of rows) yield paths.map((path) => row[path] ?? null);
  };
  return buffer(writeRows({ name: '新生', columns: headings.map((heading) => ({ heading })), titles, rows: cells() }));
}

/** The bytes as an upload. */
export const uploadOf = (bytes: Uint8Array, name = '一年级报名表.xlsx'): UploadedFile => ({
  name,
  stream: Readable.from([Buffer.from(bytes)]),
});
