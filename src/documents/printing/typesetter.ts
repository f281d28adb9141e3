/** 排版: turns data and a template into an archival PDF. Synchronous and busy: only the print thread calls it. */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TemplateName, TemplateStyle } from './sheet.ts';
import { fontFolders, OWN_FAMILIES, orderFamilies, readFaces } from './typefaces.ts';

const TEMPLATES = join(import.meta.dirname, '..', 'templates');

/** Where an authority's own template stands while it is set: beside our own, which it may import. */
const OWN_TEMPLATE = 'own-template.typ';

/** PDF/A-2b, the form archives keep; it also makes the compiler refuse a character that would silently vanish. */
const STANDARD = 'a-2b';

/** A paper to be set. Everything in `papers` and `mark` must survive JSON. */
export interface TypesetJob {
  /** File name in templates/, without its ending. */
  template: TemplateName;
  /** One entry for each paper of the document (one class group, one student); the template says what is in it. */
  papers: readonly object[];
  /** What stands at the foot of every page and in the properties of the file. */
  mark: object;
  /** 自备模板: set with this source instead of the template's own; it may import ours. */
  source?: string;
  /** The sheet, and the words of a place in place of ours. */
  style: TemplateStyle;
  /** Pictures that papers name, by that name. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** Write the structure for screen readers too (a roster grows about twenty times). */
  pdfTags: boolean;
}

/** A document that has been set. */
export interface Typeset {
  pdf: Uint8Array;
  pages: number;
  /** Characters that no font at hand can draw, each once; on the paper an empty box stands in their place. */
  missingGlyphs: string[];
}

/**
 * Makes a typesetter that uses the product's fonts and those of the installation's folder.
 * Throws where one of the product's own families is missing, or a font file cannot be read.
 */
export function openTypesetter(fontFolder?: string): (job: TypesetJob) => Typeset {
  const folders = fontFolders(fontFolder);
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: folders }] });
  const faces = readFaces(folders);
  const known = knownFamilies(compiler, [...new Set(faces.flatMap((face) => face.families))]);
  for (const family of OWN_FAMILIES)
    if (!known.includes(family)) throw new Error(`printing font is missing: ${family}`);
  const fonts = orderFamilies(known);
  const covers = coverageOf(faces, known);

  return ({ template, source, papers, mark, style, pictures, pdfTags }) => {
    const texts = papers.map((paper) => missingIn(paper, covers));
    const missing = [...new Set([...texts.flat(), ...missingIn(mark, covers), ...missingIn(style, covers)])];
    const inputs = {
      fonts: jsonOf(fonts),
      mark: jsonOf(mark),
      missing: jsonOf(missing.map(codeOf)),
      style: jsonOf(style),
      papers: jsonOf(papers.map((paper, index) => ({ ...paper, missing: texts[index]!.map(codeOf) }))),
    };
    const beside = new Map(pictures);
    if (source !== undefined) beside.set(OWN_TEMPLATE, new TextEncoder().encode(source));
    for (const [name, bytes] of beside) compiler.mapShadow(join(TEMPLATES, name), Buffer.from(bytes));
    try {
      const main = source === undefined ? `${template}.typ` : OWN_TEMPLATE;
      const { pdf, pages } = compile(compiler, main, inputs, pdfTags);
      return { pdf, pages, missingGlyphs: missing };
    } finally {
      for (const name of beside.keys()) compiler.unmapShadow(join(TEMPLATES, name));
      compiler.evictCache(0); // nothing about a student stays in the memory of the thread
    }
  };
}

function compile(compiler: NodeCompiler, main: string, inputs: Record<string, string>, pdfTags: boolean) {
  const outcome = compiler.compile({ mainFilePath: join(TEMPLATES, main), inputs });
  const faults = messagesOf(compiler, outcome);
  if (!outcome.result || faults.length > 0) throw new Error(`template ${main}: ${faults.join('; ')}`);
  try {
    const pdf = compiler.pdf(outcome.result, { pdfTags, pdfStandard: STANDARD });
    return { pdf: new Uint8Array(pdf), pages: outcome.result.numOfPages };
  } catch (cause) {
    const report = cause instanceof Error ? cause.message : '';
    const messages = [...report.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message);
    throw new Error(`template ${main}: ${messages.map(withoutValues).join('; ')}`);
  }
}

/** Errors and warnings alike: a warning here is an unknown font or a layout that did not settle, never harmless. */
function messagesOf(compiler: NodeCompiler, outcome: ReturnType<NodeCompiler['compile']>): string[] {
  const diagnostics = outcome.takeDiagnostics();
  const found = diagnostics ? (compiler.fetchDiagnostics(diagnostics) as Diagnostic[]) : [];
  return found.map(({ message, path, range }) => {
    const line = path.endsWith(OWN_TEMPLATE) && range ? `line ${range.start.line + 1}: ` : '';
    return `${line}${withoutValues(message)}`;
  });
}

interface Diagnostic {
  message: string;
  path: string;
  range?: { start: { line: number } };
}

/** A compiler's message may quote what it stumbled over, and that may be a name: what stands in quotes is cut out. */
function withoutValues(message: string): string {
  return message
    .replaceAll('\\"', '"')
    .replace(/`[^`]*`|"[^"]*"/g, '…')
    .slice(0, 300);
}

/** The names among these that the compiler knows, asked of the compiler itself. */
function knownFamilies(compiler: NodeCompiler, families: readonly string[]): string[] {
  const outcome = compiler.compile({
    mainFileContent: '#set text(font: json(bytes(sys.inputs.families)))\n1',
    inputs: { families: jsonOf(families) },
  });
  const diagnostics = outcome.takeDiagnostics();
  const warnings = diagnostics ? (compiler.fetchDiagnostics(diagnostics) as { message: string }[]) : [];
  const unknown = new Set(warnings.map(({ message }) => message.replace(/^unknown font family: /, '')));
  return families.filter((family) => !unknown.has(family.toLowerCase()));
}

/** Can the character be drawn? A family counts only if each of its faces (regular, bold) has it. */
function coverageOf(faces: ReturnType<typeof readFaces>, known: readonly string[]): (codePoint: number) => boolean {
  const families = known.map((family) => faces.filter((face) => face.families.includes(family)));
  return (codePoint) => families.some((family) => family.every((face) => face.has(codePoint)));
}

/** Characters in any text of the value that cannot be drawn; those without a shape of their own do not count. */
function missingIn(value: object, covers: (codePoint: number) => boolean): string[] {
  const characters = [...new Set(jsonOf(value))];
  return characters.filter((character) => {
    return !/\p{Default_Ignorable_Code_Point}/u.test(character) && !covers(character.codePointAt(0)!);
  });
}

/**
 * The value as JSON whose texts can be set: control characters and line separators become spaces, half a surrogate
 * pair the replacement character, and marks that turn the direction of writing go, since they would make a paper show
 * another name than the one on record.
 */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, text: unknown) =>
    typeof text === 'string'
      ? text
          .toWellFormed()
          .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
          .replace(/\p{Bidi_Control}/gu, '')
      : text,
  );
}

function codeOf(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}
