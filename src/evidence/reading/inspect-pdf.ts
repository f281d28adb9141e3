/** PDF 检查: lets through only a PDF that is no more than pages to look at. */
import { refuse } from '../../kernel/refusal.ts';
import { eachName, PdfUnreadable } from './pdf-names.ts';

export const MOST_PAGES = 100;

/** What a paper has no need of, in the words of the refusal. */
const NOT_PAPER: Record<string, string> = {
  JavaScript: '脚本',
  JS: '脚本',
  XFA: '动态表单',
  Launch: '启动程序的动作',
  SubmitForm: '发送数据的动作',
  ImportData: '读入数据的动作',
  GoToR: '打开其他文件的动作',
  GoToE: '打开其他文件的动作',
  EmbeddedFile: '内嵌文件',
  EmbeddedFiles: '内嵌文件',
  EF: '内嵌文件',
  RichMedia: '多媒体内容',
  Rendition: '多媒体内容',
  Movie: '多媒体内容',
};
const AGAIN = '请用“打印”功能另存为PDF后再传';

/**
 * The number of pages. The bytes are kept as they are. Refuses UNSUITABLE_FILE for a file that is encrypted, runs
 * something, carries other files, hides objects, goes on behind its end or has more pages than may be.
 */
export function inspectPdf(bytes: Buffer): number {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 4096));
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) throw refuse('UNSUITABLE_FILE', { why: 'PDF不完整，请重新保存或扫描' });
  if (/[^\s\0]/.test(tail.slice(end + 5))) throw refuse('UNSUITABLE_FILE', { why: `PDF末尾夹带其他内容，${AGAIN}` });
  const { encrypted, found, pages } = read(bytes);
  if (encrypted) throw refuse('UNSUITABLE_FILE', { why: 'PDF已加密，请去掉密码和权限限制后再传' });
  if (found) throw refuse('UNSUITABLE_FILE', { why: `PDF含有${found}，${AGAIN}` });
  if (pages === 0) throw refuse('UNSUITABLE_FILE', { why: 'PDF中没有可看的页，请重新保存或扫描' });
  if (pages > MOST_PAGES) {
    throw refuse('UNSUITABLE_FILE', { why: `PDF有${pages}页，超过${MOST_PAGES}页，请只留与本件有关的页` });
  }
  return pages;
}

interface Seen {
  encrypted: boolean;
  /** The first thing found that a paper has no need of. */
  found: string | undefined;
  pages: number;
}

function read(bytes: Buffer): Seen {
  const seen: Seen = { encrypted: false, found: undefined, pages: 0 };
  let before = '';
  try {
    eachName(bytes, (name) => {
      if (name === 'Encrypt') seen.encrypted = true;
      if (Object.hasOwn(NOT_PAPER, name)) seen.found ??= NOT_PAPER[name];
      if (name === 'Page' && before === 'Type') seen.pages++;
      before = name;
    });
  } catch (error) {
    if (error instanceof PdfUnreadable) throw refuse('UNSUITABLE_FILE', { why: `PDF无法检查，${AGAIN}` });
    throw error;
  }
  return seen;
}
