/** 核验模板: before anybody sees it, an uploaded template draws two samples; it is refused unless both say all they must. */
import { refuse } from '../../../kernel/refusal.ts';
import type { TemplateFault } from '../../printing/guarded/template-job.ts';
import type { TemplateStyle } from '../../printing/sheet.ts';
import { jobOf, type PrintHouse } from '../../printing/typst-printer.ts';
import { sampleOf } from '../sample/sample-of.ts';
import type { PaperId } from '../styled-papers.ts';
import { demandedOf } from './demanded.ts';

/** Bytes of a source: the longest of ours has a tenth of it. */
export const MOST_BYTES = 64 * 1024;

/** The sample that people see, and another of other people, which a source that has its values in itself cannot know. */
const SAMPLES = [0, 611];
const TOLD = 12;

/** What a source may not even name; whatever gets past this finds no file, no package and no net all the same. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/@(preview|local)\//, '模板不得引用外部程序包，只能引用下载包里的版面文件'],
  [/\bplugin\b/, '模板不得装载插件'],
];

/** Refuses UNSUITABLE_FILE with what the author has to mend. */
export async function checkTemplate(printer: PrintHouse, paper: PaperId, source: string, look?: TemplateStyle) {
  for (const [pattern, why] of FORBIDDEN) if (pattern.test(source)) throw refuse('UNSUITABLE_FILE', { why });
  for (const number of SAMPLES) {
    const { template, data } = await sampleOf(paper, number, look && { look });
    const tried = await printer.tryTemplate({ ...jobOf(template, data), source }, demandedOf(template, data));
    if ('fault' in tried) throw refuse('UNSUITABLE_FILE', { why: wordsOfFault(tried.fault) });
    if (tried.links > 0) throw refuse('UNSUITABLE_FILE', { why: '模板在文书里做了网址链接，请删去' });
    if (tried.lacking.length > 0) throw refuse('UNSUITABLE_FILE', { why: lackingWords(tried.lacking, number) });
  }
}

function lackingWords(lacking: readonly string[], number: number): string {
  const told = lacking.slice(0, TOLD).join('、');
  const more = lacking.length > TOLD ? `等${lacking.length}项` : '';
  return number === SAMPLES[0]
    ? `排出的样例没有印全必印内容，缺：${told}${more}。请补上后再传`
    : `换一份样例就印不全，缺：${told}${more}。请从数据取值，不要把样例内容写在模板里`;
}

/** What went wrong, as the author or the authority reads it. */
export function wordsOfFault({ why, words }: TemplateFault): string {
  if (why === 'TIME') return '排版超过时限仍未完成，已停止。请检查循环';
  if (why === 'MEMORY') return '排版占用内存过多，已停止。请检查循环和图形';
  if (why === 'ENDED') return '排版中断，请稍后再试';
  if (/access denied|not found|failed to load|package/.test(words)) {
    return `模板引用了它够不到的文件或程序包，只能引用下载包里的版面文件（${placed(words)}）`;
  }
  return `模板不能排版（${placed(words)}）`;
}

/** The compiler's own words, with the line in Chinese: authors of templates look them up. */
const placed = (words: string): string => words.replace(/line (\d+): /g, '第$1行：').slice(0, 200);
