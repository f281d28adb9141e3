/** 恶意与误传文件: what must be refused at the door, each with a word that its sentence must hold. */
import { columnName } from '../../src/workbooks/cell.ts';
import {
  PLAIN_ROWS,
  type RawEntry,
  rawCell,
  rawEntries,
  rawRow,
  rawSheet,
  rawStrings,
  rawWorkbook,
  rawZip,
} from './raw-workbooks.ts';

/** One file that must not be read. */
export type HostileWorkbook = { readonly name: string; readonly bytes: Buffer; readonly sentence: RegExp };

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DAMAGED = /不完整或已损坏/;
const DOCTYPE = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** The whole corpus. Building it takes a second or two. */
export function hostileWorkbooks(): HostileWorkbook[] {
  const made: [name: string, bytes: Buffer, sentence: RegExp][] = [
    ...otherKinds(),
    ...bombs(),
    ...activeContent(),
    ...unsafeXml(),
    ...brokenArchives(),
    ...brokenSheets(),
  ];
  return made.map(([name, bytes, sentence]) => ({ name, bytes, sentence }));
}

type Made = [name: string, bytes: Buffer, sentence: RegExp];

function otherKinds(): Made[] {
  return [
    ['an empty file', Buffer.alloc(0), /空的/],
    ['a CSV in UTF-8', Buffer.from('\ufeff姓名,证件号\n王小明,1\n'), /CSV/],
    ['a CSV in GBK', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31, 0x0d, 0x0a]), /CSV/],
    ['a web page named .xls', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), /网页/],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), /PDF/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /不是 Excel/],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) & 255)), /不是 Excel/],
    ['an old .xls', oleFile('Workbook'), /旧版格式/],
    ['an encrypted workbook', oleFile('EncryptedPackage'), /取消密码/],
    ['a Word document of old', oleFile('WordDocument'), /Word/],
    [
      'an ODS table',
      rawZip([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<x/>' },
      ]),
      /ODS/,
    ],
    ['an archive of photos', rawZip([{ name: '王小明.jpg', data: 'photo' }]), /压缩包/],
    [
      'a workbook in binary',
      rawWorkbook({ mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
      /xlsb/,
    ],
    [
      'a template of Excel',
      rawWorkbook({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml' }),
      /xltx/,
    ],
    [
      'a Word document',
      rawWorkbook({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
      /Word/,
    ],
  ];
}

function bombs(): Made[] {
  const blanks = Buffer.alloc(100 * 1024 * 1024, ' ');
  const sheetOf = (data: Buffer, claims?: RawEntry['claims']) =>
    rawZip(
      rawEntries().map((entry) =>
        entry.name.endsWith('sheet1.xml') ? { name: entry.name, data, ...(claims && { claims }) } : entry,
      ),
    );
  const shared = { name: 'xl/media/a.bin', data: letters(300_000) };
  return [
    ['100 MB of blanks', sheetOf(blanks), /压缩比异常/],
    ['a header that lies: 1,000 bytes', sheetOf(blanks, { size: 1000 }), /与实际不符/],
    [
      'a header that lies: one byte less',
      sheetOf(Buffer.from(rawSheet(PLAIN_ROWS)), { size: rawSheet(PLAIN_ROWS).length - 1 }),
      /与实际不符/,
    ],
    ['a header that lies: more than there is', sheetOf(Buffer.from(rawSheet(PLAIN_ROWS)), { size: 5000 }), DAMAGED],
    [
      'four gigabytes announced',
      sheetOf(Buffer.from(rawSheet(PLAIN_ROWS)), { size: 4_000_000_000 }),
      /展开后过大，上限600 MB/,
    ],
    [
      'many parts that together are too much',
      rawZip([
        ...rawEntries(),
        ...Array.from({ length: 150 }, (_, i) => ({
          ...shared,
          name: `xl/media/${i}.bin`,
          claims: { size: 5_000_000 },
        })),
      ]),
      /展开后过大/,
    ],
    [
      '201 parts',
      rawZip([...rawEntries(), ...Array.from({ length: 201 }, (_, i) => ({ name: `xl/media/${i}.png`, data: 'x' }))]),
      /多于 200 个部件/,
    ],
    ['two million empty cells', rawWorkbook({ rows: PLAIN_ROWS + emptyRows(3, 50_000, 40) }), /大片设了格式/],
    [
      'content in column XFD',
      rawWorkbook({ rows: `${PLAIN_ROWS}<row r="3">${rawCell('XFD3', '1')}</row>` }),
      /XFD 列有内容/,
    ],
    [
      'one tag of two megabytes',
      rawWorkbook({ rows: `<row r="1"><c r="A1" x="${letters(2_000_000)}"/></row>` }),
      DAMAGED,
    ],
    ['one text of two megabytes', rawWorkbook({ rows: rawRow(1, letters(2_000_000)) }), DAMAGED],
    ['a file past the bound', Buffer.concat([rawWorkbook(), Buffer.alloc(61 * 1024 * 1024)]), /文件过大，上限60 MB/],
  ];
}

function activeContent(): Made[] {
  const formula = '<row r="3"><c r="A3"><v>1</v></c><c r="C3"><f>SUM(A1:A2)</f><v>3</v></c></row>';
  const link = (type: string, target: string) =>
    `<Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`;
  const part = (name: string) => rawWorkbook({ more: [{ name, data: '<x/>' }] });
  return [
    ['a formula', rawWorkbook({ rows: PLAIN_ROWS + formula }), /工作表“学生”第 3 行 C 列含公式.*选择性粘贴—数值/],
    [
      'a formula that Excel shares',
      rawWorkbook({ rows: `${PLAIN_ROWS}<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>` }),
      /第 3 行 B 列含公式/,
    ],
    [
      'a formula in a hidden sheet',
      rawWorkbook({ hiddenRows: '<row r="1"><c r="A1"><f>1+1</f></c></row>' }),
      /“统计”第 1 行 A 列含公式/,
    ],
    [
      'a formula behind a prefix',
      rawWorkbook({
        sheet: rawSheet(PLAIN_ROWS + formula)
          .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
          .replace('xmlns=', 'xmlns:x='),
      }),
      /第 3 行 C 列含公式/,
    ],
    ['macros', part('xl/vbaProject.bin'), /含有宏/],
    [
      'macros by content type',
      rawWorkbook({ mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
      /含有宏/,
    ],
    ['macros of Excel 4', part('xl/macrosheets/sheet1.xml'), /含有宏/],
    ['macros under another name', rawWorkbook({ sheetRelationships: link('vbaProject', 'x.bin') }), /含有宏/],
    ['an ActiveX control', part('xl/activeX/activeX1.xml'), /ActiveX/],
    ['an embedded file', part('xl/embeddings/oleObject1.bin'), /嵌入/],
    ['a link to another workbook', part('xl/externalLinks/externalLink1.xml'), /外部链接/],
    ['a data connection', part('xl/connections.xml'), /数据连接/],
    [
      'a picture from elsewhere',
      rawWorkbook({ sheetRelationships: link('image', 'http://192.0.2.1/x.png') }),
      /外部链接/,
    ],
    [
      'an object in a shared folder',
      rawWorkbook({ sheetRelationships: link('oleObject', 'file:///\\\\192.0.2.1\\x') }),
      /外部链接/,
    ],
  ];
}

function unsafeXml(): Made[] {
  const doctype = (text: string) => text.replace(/^(<\?xml.*?\?>)?/, `$1${DOCTYPE}`);
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "&a;&a;&a;">`).join('')}]>`;
  return [
    [
      'an external entity in the sheet',
      rawWorkbook({ sheet: doctype(rawSheet(rawRow(1, '姓名', '证件号') + rawRow(2, '&x;'))) }),
      /外部实体/,
    ],
    ['an external entity in the texts', rawWorkbook({ sharedStrings: doctype(rawStrings('<t>&x;</t>')) }), /外部实体/],
    ['an external entity in the formats', rawWorkbook({ styles: doctype('<styleSheet/>') }), /外部实体/],
    [
      'an external entity behind a long comment',
      rawWorkbook({ styles: `<!--${'-x'.repeat(200_000)}-->${DOCTYPE}<styleSheet/>` }),
      /外部实体/,
    ],
    ['a billion laughs', rawWorkbook({ sheet: laughs + rawSheet(PLAIN_ROWS) }), /外部实体/],
    [
      'a sheet in UTF-16',
      rawZip(
        rawEntries().map((entry) =>
          entry.name.endsWith('sheet1.xml') ? { ...entry, data: Buffer.from(`\ufeff${entry.data}`, 'utf16le') } : entry,
        ),
      ),
      DAMAGED,
    ],
    ['a sheet that calls itself GBK', rawWorkbook({ sheet: rawSheet(PLAIN_ROWS).replace('UTF-8', 'GBK') }), DAMAGED],
  ];
}

function brokenArchives(): Made[] {
  const whole = rawWorkbook();
  const encrypted = rawEntries().map((entry) => ({ ...entry, claims: { flags: 0x801 } }));
  return [
    ...[10, 100, whole.length - 30, whole.length - 1].map(
      (length): Made => [`a workbook cut after ${length} bytes`, whole.subarray(0, length), DAMAGED],
    ),
    ['an archive with a password', rawZip(encrypted), /取消密码/],
    ['a wrong checksum', rawZip(rawEntries().map((entry) => ({ ...entry, claims: { sum: 1 } }))), DAMAGED],
    ['a part twice', rawZip([...rawEntries(), { name: 'XL/worksheets/sheet1.xml', data: rawSheet('') }]), DAMAGED],
    ['a part outside of the archive', rawZip([...rawEntries(), { name: '../../etc/cron.d/x', data: 'x' }]), DAMAGED],
    ['a sheet that is not there', rawZip(rawEntries().filter(({ name }) => !name.endsWith('sheet1.xml'))), DAMAGED],
    ['a workbook without sheets', rawWorkbook({ workbook: '<workbook/>' }), DAMAGED],
  ];
}

function brokenSheets(): Made[] {
  return [
    ['rows out of order', rawWorkbook({ rows: rawRow(2, 'a') + rawRow(1, 'b') }), DAMAGED],
    ['a row twice', rawWorkbook({ rows: rawRow(1, 'a') + rawRow(1, 'b') }), DAMAGED],
    [
      'cells out of order',
      rawWorkbook({ rows: `<row r="1">${rawCell('B1', 'a')}${rawCell('A1', 'b')}</row>` }),
      DAMAGED,
    ],
    ['a cell of another row', rawWorkbook({ rows: `<row r="1">${rawCell('A2', 'a')}</row>` }), DAMAGED],
    [
      'row four thousand million',
      rawWorkbook({ rows: '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>' }),
      DAMAGED,
    ],
    ['a sheet cut short but summed rightly', rawWorkbook({ sheet: rawSheet(PLAIN_ROWS).slice(0, -40) }), DAMAGED],
    ['a sheet that is no XML', rawWorkbook({ sheet: '姓名,证件号' }), DAMAGED],
  ];
}

/** The start of a compound file whose directory holds one stream of this name. */
function oleFile(stream: string): Buffer {
  const file = Buffer.alloc(2048);
  file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.write('Root Entry', 1024, 'utf16le');
  file.write(stream, 1024 + 128, 'utf16le');
  return file;
}

/** Letters that pack to about three quarters, so that no rule about packing strikes first. */
function letters(length: number): string {
  let state = 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  };
  return Array.from({ length }, next).join('');
}

function emptyRows(first: number, count: number, columns: number): string {
  const names = Array.from({ length: columns }, (_, index) => columnName(index));
  const rows: string[] = [];
  for (let row = first; row < first + count; row++) {
    rows.push(`<row r="${row}">${names.map((name) => `<c r="${name}${row}" s="1"/>`).join('')}</row>`);
  }
  return rows.join('');
}
