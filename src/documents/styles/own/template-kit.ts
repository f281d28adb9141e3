/** 模板下载包: our template of a paper, the frame it imports, and the sample as it is given to it, to be changed outside. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { OWN_FAMILIES, orderFamilies } from '../../printing/typefaces.ts';
import { jobOf, type PrintHouse } from '../../printing/typst-printer.ts';
import { sampleOf } from '../sample/sample-of.ts';
import { type PaperId, styledPaper } from '../styled-papers.ts';

const TEMPLATES = join(import.meta.dirname, '..', '..', 'templates');

const howTo = (title: string, template: string): string => `${title}：模板下载包

${template}.typ  现用模板，改这个文件后上传
frame.typ 等    版面文件，模板可以引用，不能改，上传时不带
*.json          样例数据，打印时由系统换成真实数据
sample.pdf      现用模板排出的样例

用Typst排样（在本文件夹内）：
typst compile ${template}.typ \\
  --input papers="$(cat papers.json)" --input mark="$(cat mark.json)" --input style="$(cat style.json)" \\
  --input fonts="$(cat fonts.json)" --input missing="[]"

上传时，系统用样例排版并读回文字：样例的每一项内容、核验码都须印出，否则不收，并列出缺什么。
模板不得引用别的文件、程序包和插件，不得做网址链接。栏目怎样排、叫什么，可以自定。
`;

/** The kit as a zip file; `at` is its day. */
export async function templateKit(printer: PrintHouse, paper: PaperId, at: Date): Promise<Readable> {
  const { title, template } = styledPaper(paper);
  const { data } = await sampleOf(paper, 0);
  const { papers, mark, style } = jobOf(template, data);
  const { pdf } = await printer.printPdf(template, data);
  const zip = new ZipFile();
  const add = (name: string, content: string | Uint8Array) => zip.addBuffer(Buffer.from(content), name, { mtime: at });
  for (const file of await sourcesOf(`${template}.typ`)) add(file.name, file.text);
  add(
    'papers.json',
    JSON.stringify(
      papers.map((one) => ({ ...one, missing: [] })),
      null,
      1,
    ),
  );
  add('mark.json', JSON.stringify(mark, null, 1));
  add('style.json', JSON.stringify(style, null, 1));
  add('fonts.json', JSON.stringify(orderFamilies(OWN_FAMILIES)));
  add('sample.pdf', pdf);
  add('说明.txt', howTo(title, template));
  zip.end();
  return zip.outputStream as Readable;
}

/** A template and whatever of ours it imports. */
async function sourcesOf(name: string): Promise<{ name: string; text: string }[]> {
  const text = await readFile(join(TEMPLATES, name), 'utf8');
  const imported = [...text.matchAll(/#import "([a-z-]+\.typ)"/g)].map(([, file = '']) => file);
  const more = await Promise.all(imported.map(sourcesOf));
  return [...new Map([{ name, text }, ...more.flat()].map((one) => [one.name, one])).values()];
}
