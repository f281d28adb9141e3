/** 文件种类: tells by content, never by name, what was uploaded, and says how to turn it into an .xlsx. */
import { unsuitable } from '../workbook-refusal.ts';

/** How many bytes from the start are enough to tell. */
export const HEAD_BYTES = 4096;

const XLSX_ADVICE = '请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传';

/** Refuses whatever is not a zip archive; `head` is the start of the file, `oleDirectory` 4 KB of an OLE file's directory. */
export function refuseUnlessZip(head: Buffer, oleDirectory: Buffer): void {
  if (head.length === 0) throw unsuitable('文件是空的，请检查后重新上传');
  if (startsWith(head, 'PK\x03\x04')) return;
  if (isOle(head)) throw unsuitable(oleAdvice(oleDirectory));
  if (startsWith(head, '%PDF-')) throw unsuitable('这是 PDF 文件，不是工作簿，请上传 .xlsx 工作簿');
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<')) throw unsuitable(`这是网页或 XML 格式的表格（虽然扩展名可能是 .xls），${XLSX_ADVICE}`);
  if (isText(head)) throw unsuitable(`这是文本或 CSV 文件，${XLSX_ADVICE}`);
  throw unsuitable('这不是 Excel 工作簿，请上传 .xlsx 工作簿');
}

/** The compound files of older Office, of WPS's .et, and of every encrypted workbook. */
export function isOle(head: Buffer): boolean {
  return startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
}

/** Where the directory of a compound file begins, in bytes from the start of the file. */
export function oleDirectoryOffset(head: Buffer): number {
  if (head.length < 76) return 0;
  const sector = 2 ** Math.min(head.readUInt16LE(30), 12);
  return (head.readUInt32LE(48) + 1) * sector;
}

/**
 * Refuses an archive that holds no plain workbook. `names` are its parts, `mainType` is the content type of the part
 * that the package names as its document ('' for none), `mimetype` the text of an ODF file's first part.
 */
export function refuseUnlessXlsx(names: readonly string[], mainType: string, mimetype: string): void {
  if (mimetype.includes('opendocument.spreadsheet')) throw unsuitable(`这是 ODS 表格，${XLSX_ADVICE}`);
  if (mimetype.includes('opendocument') || (mainType === '' && names.includes('content.xml'))) {
    throw unsuitable(`这是 ODF 文档，${XLSX_ADVICE}`);
  }
  if (mainType === '') throw unsuitable('这是压缩包，不是工作簿，请解压后上传其中的 .xlsx 工作簿');
  if (/ms-excel\.sheet\.binary/i.test(mainType)) throw unsuitable(`这是二进制工作簿（.xlsb），${XLSX_ADVICE}`);
  if (/macroenabled/i.test(mainType)) throw unsuitable(MACRO_ADVICE);
  if (/spreadsheetml\.template/i.test(mainType)) throw unsuitable(`这是 Excel 模板（.xltx），${XLSX_ADVICE}`);
  if (!/spreadsheetml\.sheet\.main/i.test(mainType)) {
    throw unsuitable('这不是 Excel 工作簿（可能是 Word 文档或演示文稿），请上传 .xlsx 工作簿');
  }
}

/** What is said to a workbook with macros. */
export const MACRO_ADVICE = '含有宏，请另存为不含宏的“Excel 工作簿（.xlsx）”后再上传';

/** What is said to a workbook that asks for a password. */
export const PASSWORD_ADVICE = '设有打开密码，请在 Excel 或 WPS 中取消密码后再上传';

function oleAdvice(directory: Buffer): string {
  const has = (name: string) => directory.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return PASSWORD_ADVICE;
  if (has('WordDocument')) return '这是 Word 文档，不是工作簿，请上传 .xlsx 工作簿';
  return `这是旧版格式（.xls 或 .et）或设有打开密码，${XLSX_ADVICE}`;
}

function startsWith(head: Buffer, magic: string): boolean {
  return head.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'));
}

function isText(head: Buffer): boolean {
  return !head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}
