/**
 * 导入模板: makes the empty workbook that a school fills in: title, notes, headings with comments, an example row,
 * drop-downs from a hidden sheet, and columns formatted as text so that an identity number keeps its eighteen places.
 *
 * The example's first filled cell begins 示例：, by which reading recognises and skips it.
 */
import type ExcelJS from 'exceljs';
import { columnName } from './cell.ts';
import { EXAMPLE_MARK } from './read-rows.ts';

/** One column to fill in. */
export type TemplateColumn = {
  readonly key: string;
  readonly heading: string;
  /** Shown when the pointer rests on the heading: what to enter and how. */
  readonly comment?: string;
  readonly required?: boolean;
  /** Width in characters. */
  readonly width?: number;
  /** The only values allowed, offered as a drop-down. */
  readonly choices?: readonly string[];
  readonly example?: string;
  /** Entries stay exactly as typed. */
  readonly asText?: boolean;
};

/** What to make; `madeAt` is written into the file's properties. */
export type Template = {
  readonly title: string;
  readonly sheet: string;
  readonly columns: readonly TemplateColumn[];
  readonly notes: readonly string[];
  readonly madeAt: Date;
  /** How far down drop-downs reach; without it as far as the largest import. */
  readonly lastRow?: number;
};

const RED = 'FFC00000';
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const DICTIONARY = '字典';

/** The workbook's bytes. */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = template.madeAt;
  workbook.modified = template.madeAt;
  const headerRow = template.notes.length + 2;
  const sheet = workbook.addWorksheet(template.sheet, { views: [{ state: 'frozen', xSplit: 1, ySplit: headerRow }] });
  setColumns(sheet, template.columns);
  writeTop(sheet, template);
  writeHeadings(sheet, template.columns, headerRow);
  writeExample(sheet, template.columns, headerRow + 1);
  writeChoices(workbook, sheet, template, headerRow + 1);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function setColumns(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[]): void {
  sheet.columns = columns.map(({ heading, width, asText }) => ({
    width: width ?? Math.max(10, heading.length * 2 + 4),
    style: { font: { name: '仿宋', size: 11 }, ...(asText ? { numFmt: '@' } : {}) },
  }));
}

function writeTop(sheet: ExcelJS.Worksheet, { title, notes, columns }: Template): void {
  for (const [index, text] of [title, ...notes].entries()) {
    const row = index + 1;
    const cell = sheet.getCell(row, 1);
    sheet.mergeCells(row, 1, row, Math.max(2, Math.min(columns.length, 12)));
    cell.value = text;
    cell.font = index === 0 ? { name: '宋体', size: 16, bold: true } : { name: '仿宋', size: 11 };
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: index === 0 ? 'center' : 'left' };
    sheet.getRow(row).height = index === 0 ? 30 : 18 * Math.ceil(text.length / 70);
  }
}

function writeHeadings(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[], row: number): void {
  for (const [index, { heading, required, comment }] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1);
    const font = { name: '宋体', size: 11, bold: true };
    cell.value = required
      ? {
          richText: [
            { text: heading, font },
            { text: '*', font: { ...font, color: { argb: RED } } },
          ],
        }
      : heading;
    cell.font = font;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFDDE8F5' : 'FFF0F2F5' } };
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    if (comment) cell.note = { texts: [{ font: { name: '宋体', size: 9 }, text: comment }] };
  }
  sheet.getRow(row).height = 32;
}

function writeExample(sheet: ExcelJS.Worksheet, columns: readonly TemplateColumn[], row: number): void {
  const first = columns.findIndex(({ example }) => example);
  for (const [index, { example, asText }] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = example ? `${index === first ? EXAMPLE_MARK : ''}${example}` : null;
    cell.font = { name: '仿宋', size: 11, italic: true, color: { argb: 'FF7F7F7F' } };
    if (asText) cell.numFmt = '@';
    if (index === first) cell.note = { texts: [{ text: '本行为示例，导入时自动跳过，可以保留，也可以删去' }] };
  }
}

/** One column of the hidden sheet for each list, named by its heading. */
function writeChoices(
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  { columns, lastRow = 200_000 }: Template,
  firstRow: number,
): void {
  const withChoices = columns.filter(({ choices }) => choices && choices.length > 0);
  if (withChoices.length === 0) return;
  const dictionary = workbook.addWorksheet(DICTIONARY, { state: 'hidden' });
  for (const [index, { heading, choices = [] }] of withChoices.entries()) {
    dictionary.getColumn(index + 1).values = [heading, ...choices];
    const letter = columnName(index);
    const target = columnName(columns.findIndex((column) => column.heading === heading));
    validationsOf(sheet).add(`${target}${firstRow}:${target}${lastRow}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`'${DICTIONARY}'!$${letter}$2:$${letter}$${choices.length + 1}`],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: heading,
      error: '请从下拉列表中选择',
    });
  }
}

/** exceljs can set a rule for a whole range, which its types leave out. */
type Validations = { add(range: string, rule: ExcelJS.DataValidation): void };

function validationsOf(sheet: ExcelJS.Worksheet): Validations {
  return (sheet as ExcelJS.Worksheet & { dataValidations: Validations }).dataValidations;
}
