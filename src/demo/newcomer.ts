/** 新来者: what somebody is given who starts a demonstration: the accounts, and a register to import. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DEMO_PASSWORD, type DemoAccount, demoCode, listDemoAccounts } from './accounts.ts';
import type { DemoState } from './demo.store.ts';
import { INTAKE_WORKBOOK, writeIntakeWorkbook } from './intake/write-intake-workbook.ts';
import { planPart } from './region/plan-part.ts';

/** The accounts of a demonstration as a table, with the password and the way to the six digits. */
export function tableOfAccounts({ parts: [first] }: DemoState, now: Date): string {
  if (!first) return '演示数据尚未建立';
  const accounts = listDemoAccounts(planPart(first));
  const { code } = demoCode(now);
  const rows = [HEADINGS, ...accounts.map(rowOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [
    `演示账号，密码都是 ${DEMO_PASSWORD}；须动态口令的，现在是 ${code}，过时用 npm run demo -- --code 再看：`,
    '',
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}

const HEADINGS = ['登录名', '姓名', '岗位', '单位', '动态口令'];

const rowOf = ({ loginName, personName, office, institution, needsCode }: DemoAccount): string[] => [
  loginName,
  personName,
  office,
  institution,
  needsCode ? '须输入' : '',
];

/** Columns of a terminal that a text takes: two for a Chinese character. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\uffe6\u{1f300}-\u{3fffd}]/u.test(character)
        ? 2
        : 1),
    0,
  );

const padded = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));

/** Writes the sample register into a folder and tells where it lies. */
export async function putIntakeWorkbook({ parts: [first] }: DemoState, folder: string, now: Date): Promise<string> {
  if (!first) throw new RangeError('there is no demonstration');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, INTAKE_WORKBOOK);
  await writeFile(file, await writeIntakeWorkbook(planPart(first), now));
  return file;
}
