/** 手工工作簿: archives and workbooks written byte by byte, so that a test can make what no program would write. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry; `claims` overrides what its headers say. */
export type RawEntry = {
  readonly name: string;
  readonly data: string | Buffer;
  readonly stored?: boolean;
  readonly claims?: {
    readonly size?: number;
    readonly packed?: number;
    readonly sum?: number;
    readonly flags?: number;
  };
};

/** A zip archive of these entries, in this order. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored = false, claims = {} } of entries) {
    const plain = Buffer.from(data);
    const packed = stored ? plain : deflateRawSync(plain, { level: 1 });
    const sizes = [claims.sum ?? crc32(plain), claims.packed ?? packed.length, claims.size ?? plain.length];
    const title = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(claims.flags ?? 0x800, 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    for (const [index, size] of sizes.entries()) fields.writeUInt32LE(size, 10 + index * 4);
    fields.writeUInt16LE(title.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, title]));
    bodies.push(body);
    offset += body.length;
  }
  const length = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** What to change in an otherwise plain workbook of one or two sheets. */
export type RawWorkbook = {
  /** Whole text of the first sheet, or just its rows. */
  readonly sheet?: string;
  readonly rows?: string;
  readonly hiddenRows?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly mainType?: string;
  readonly workbook?: string;
  readonly sheetRelationships?: string;
  readonly more?: readonly RawEntry[];
};

/** Two headings and one child, each a cell of text in the sheet itself. */
export const PLAIN_ROWS = rawRow(1, '姓名', '证件号') + rawRow(2, '王小明', '411023201601236420');

/** A row of texts. */
export function rawRow(number: number, ...texts: string[]): string {
  const cells = texts.map((text, index) => rawCell(`${String.fromCharCode(65 + index)}${number}`, text));
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A cell of text. */
export function rawCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** A sheet around its rows. */
export function rawSheet(rows: string, before = '', after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${SHEETS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The entries of a workbook, to be changed further or zipped as they are. */
export function rawEntries(made: RawWorkbook = {}): RawEntry[] {
  const { sharedStrings, styles, hiddenRows } = made;
  const links = [
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`,
    hiddenRows === undefined
      ? ''
      : `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>`,
    sharedStrings === undefined
      ? ''
      : `<Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`,
    styles === undefined ? '' : `<Relationship Id="rId4" Type="${OFFICE}/styles" Target="/xl/styles.xml"/>`,
  ];
  const sheets = `<sheet name="学生" sheetId="1" r:id="rId1"/>${hiddenRows === undefined ? '' : '<sheet name="统计" sheetId="2" state="hidden" r:id="rId2"/>'}`;
  const entry = (name: string, data: string | undefined): RawEntry[] => (data === undefined ? [] : [{ name, data }]);
  return [
    ...entry(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${made.mainType ?? MAIN}"/></Types>`,
    ),
    ...entry(
      '_rels/.rels',
      relationships(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`),
    ),
    ...entry(
      'xl/workbook.xml',
      made.workbook ?? `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`,
    ),
    ...entry('xl/_rels/workbook.xml.rels', relationships(links.join(''))),
    ...entry('xl/worksheets/sheet1.xml', made.sheet ?? rawSheet(made.rows ?? PLAIN_ROWS)),
    ...entry('xl/worksheets/_rels/sheet1.xml.rels', made.sheetRelationships && relationships(made.sheetRelationships)),
    ...entry('xl/worksheets/sheet2.xml', hiddenRows === undefined ? undefined : rawSheet(hiddenRows)),
    ...entry('xl/sharedStrings.xml', sharedStrings),
    ...entry('xl/styles.xml', styles),
    ...(made.more ?? []),
  ];
}

/** The workbook's bytes. */
export function rawWorkbook(made: RawWorkbook = {}): Buffer {
  return rawZip(rawEntries(made));
}

/** A table of shared texts out of the inside of its items. */
export function rawStrings(...items: string[]): string {
  return `<sst xmlns="${SHEETS}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

function relationships(lines: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines}</Relationships>`;
}
