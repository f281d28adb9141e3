/** 一年级报名表.xlsx: the sample register as a workbook, in the shape of the import template. */
import { columns } from '../../students/index.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { drawIntakeRows } from './intake-rows.ts';

export const INTAKE_WORKBOOK = '一年级报名表.xlsx';

/** What families and schools fill in. */
const asked = columns.filter(({ field }) => field.filledBy !== 'system' && field.kind !== 'photo');

/** The bytes of the workbook. */
export async function writeIntakeWorkbook(plan: Omit<PartPlan, 'countiesAfter'>, madeAt: Date): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = madeAt;
  workbook.modified = madeAt;
  const sheet = workbook.addWorksheet('新生信息', { views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW }] });
  sheet.columns = asked.map(({ heading }) => ({
    width: Math.max(10, heading.length * 2 + 4),
    style: { font: { name: '仿宋', size: 11 }, numFmt: '@' },
  }));
  sheet.getCell(1, 1).value = `${plan.schoolYear}年一年级新生基础信息表（演示，含12类差错）`;
  sheet.getCell(1, 1).font = { name: '宋体', size: 16, bold: true };
  const header = sheet.getRow(HEADER_ROW);
  asked.forEach(({ path, heading, field }, index) => {
    const cell = header.getCell(index + 1);
    cell.value = field.required === true && !path.startsWith('guardians.1.') ? `${heading}*` : heading;
    cell.font = { name: '宋体', size: 11, bold: true };
  });
  drawIntakeRows(plan).forEach(({ raw }, index) => {
    const row = sheet.getRow(HEADER_ROW + 1 + index);
    asked.forEach(({ path, field }, column) => {
      const value = raw[path];
      if (value === undefined || value === null || value === '') return;
      const cell = row.getCell(column + 1);
      cell.value = value;
      // A number in the column of identity numbers is one of the mistakes; elsewhere numbers count and measure.
      if (typeof value === 'number') cell.numFmt = field.kind === 'identity-number' ? '0' : 'General';
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const HEADER_ROW = 2;
