/** 工作簿目录: which sheets a workbook has, where their parts lie, and which cell formats show dates. */
import { damaged } from '../workbook-refusal.ts';
import { isBuiltInDateFormat, isDateFormat } from './scan/date-serial.ts';
import { attributesOf, tagsOf } from './xml-tags.ts';
import { readText, type ZipPart, type ZipParts } from './zip-parts.ts';

/** One sheet as the workbook lists it. */
export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: ZipPart };

/** One line of a `.rels` part; `type` is the last word of the type's address. */
export type Relationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** The parts that reading needs, each looked up through its relationship and not by a customary name. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly sharedStrings: ZipPart | undefined;
  readonly styles: ZipPart | undefined;
  /** Path of the workbook part itself. */
  readonly path: string;
};

/** Reads the directory of an open archive; chart sheets and macro sheets hold no rows and are left out. */
export async function readWorkbookParts(parts: ZipParts): Promise<WorkbookParts> {
  const main = (await readRelationships(parts, '')).find(({ type }) => type === 'officeDocument');
  const workbook = partFor(parts, main);
  if (!workbook) throw damaged();
  const relationships = await readRelationships(parts, workbook.name);
  const ofType = (wanted: string) =>
    partFor(
      parts,
      relationships.find(({ type }) => type === wanted),
    );
  const xml = await readText(workbook);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close' || (tag.name !== 'sheet' && tag.name !== 'workbookPr')) continue;
    const attributes = attributesOf(xml, tag);
    if (tag.name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
    const entry = relationships.find(({ id, type }) => id === attributes.get('id') && type === 'worksheet');
    const part = tag.name === 'sheet' ? partFor(parts, entry) : undefined;
    const hidden = /^(hidden|veryHidden)$/.test(attributes.get('state') ?? '');
    if (part) sheets.push({ name: attributes.get('name') ?? '', hidden, part });
  }
  if (sheets.length === 0) throw damaged();
  return { sheets, from1904, sharedStrings: ofType('sharedStrings'), styles: ofType('styles'), path: workbook.name };
}

/** The part that a relationship names; one that names a part which is not there is damage. */
function partFor(parts: ZipParts, relationship: Relationship | undefined): ZipPart | undefined {
  if (!relationship) return undefined;
  const part = parts.find(relationship.target);
  if (!part) throw damaged();
  return part;
}

/** Content type of the part that the package names as its document; '' where there is none. */
export async function mainTypeOf(parts: ZipParts): Promise<string> {
  const types = parts.find('[Content_Types].xml');
  const main = (await readRelationships(parts, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (!types || main === undefined) return '';
  const xml = await readText(types);
  let byExtension = '';
  for (const tag of tagsOf(xml)) {
    const attributes = tag.kind === 'close' ? undefined : attributesOf(xml, tag);
    const type = attributes?.get('ContentType') ?? '';
    if (tag.name === 'Override' && attributes?.get('PartName')?.toLowerCase() === `/${main.toLowerCase()}`) return type;
    if (tag.name === 'Default' && main.endsWith(`.${attributes?.get('Extension')}`)) byExtension = type;
  }
  return byExtension;
}

/** The relationships of a part ('' for the package), targets made into paths within the archive. */
export async function readRelationships(parts: ZipParts, owner: string): Promise<Relationship[]> {
  const part = parts.find(relationshipsPath(owner));
  if (!part) return [];
  return relationshipsIn(await readText(part), owner);
}

/** Where the relationships of a part lie: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPath(owner: string): string {
  const cut = owner.lastIndexOf('/') + 1;
  return `${owner.slice(0, cut)}_rels/${owner.slice(cut)}.rels`;
}

/** Takes the text of a `.rels` part apart. */
export function relationshipsIn(xml: string, owner: string): Relationship[] {
  return [...tagsOf(xml)]
    .filter(({ name, kind }) => name === 'Relationship' && kind !== 'close')
    .map((tag) => {
      const attributes = attributesOf(xml, tag);
      const external = attributes.get('TargetMode')?.toLowerCase() === 'external';
      const target = attributes.get('Target') ?? '';
      return {
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolved(owner, target),
        external,
      };
    });
}

/** The numbers of the cell formats (`s` of a cell) whose number format shows a day or a time. */
export async function readDateStyles(styles: ZipPart | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (!styles) return dates;
  const xml = await readText(styles);
  const formats = new Map<number, string>();
  let inCellFormats = false;
  let index = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'cellXfs') inCellFormats = tag.kind === 'open';
    if (tag.kind === 'close' || (tag.name !== 'numFmt' && !(tag.name === 'xf' && inCellFormats))) continue;
    const attributes = attributesOf(xml, tag);
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (tag.name === 'numFmt') formats.set(id, attributes.get('formatCode') ?? '');
    else {
      const own = formats.get(id);
      if (own === undefined ? isBuiltInDateFormat(id) : isDateFormat(own)) dates.add(index);
      index++;
    }
  }
  return dates;
}

function resolved(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = owner.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
