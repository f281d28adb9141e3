/** 一年级报名表.xlsx: the sample register as a workbook, in the columns of the import template. */
import { columns } from '../../students/index.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { drawIntakeRows } from './intake-rows.ts';

export const INTAKE_WORKBOOK = '一年级报名表.xlsx';

/** The bytes of the workbook. */
export async function writeIntakeWorkbook(plan: Omit<PartPlan, 'countiesAfter'>, madeAt: Date): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = madeAt;
  workbook.modified = madeAt;
  const sheet = workbook.addWorksheet('学生信息', { views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW }] });
  sheet.columns = columns.map(({ heading }) => ({
    width: Math.max(10, heading.length * 2 + 4),
    style: { font: { name: '仿宋', size: 11 }, numFmt: '@' },
  }));
  sheet.getCell(1, 1).value = `${plan.schoolYear}年秋季一年级新生报名表（演示）`;
  sheet.getCell(1, 1).font = { name: '宋体', size: 16, bold: true };
  const header = sheet.getRow(HEADER_ROW);
  columns.forEach(({ heading, field }, index) => {
    const cell = header.getCell(index + 1);
    cell.value = field.required === true ? `${heading}*` : heading;
    cell.font = { name: '宋体', size: 11, bold: true };
  });
  drawIntakeRows(plan).forEach(({ raw }, index) => {
    const row = sheet.getRow(HEADER_ROW + 1 + index);
    columns.forEach(({ path, field }, column) => {
      const value = raw[path];
      if (value === undefined || value === '') return;
      const cell = row.getCell(column + 1);
      // A number in the column of numbers is one of the mistakes; what is counted or measured may be one.
      const isNumber = typeof value === 'number';
      cell.value = isNumber || field.kind !== 'text' ? (value ?? null) : String(value);
      if (isNumber) cell.numFmt = '0';
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const HEADER_ROW = 2;
