/** 包目录: enters a part into the content types and relationships of the archive. */
import { dirname, relative } from 'node:path/posix';
import { attributesOf, escapeXml, tagsOf } from '../xml-tags.ts';
import { elementsOf, insertAtEnd, withChanges } from './xml-changes.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** Types of the parts that marking may add. */
const PART_TYPES = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
} as const;

/** A part to enter: its kind, its path in the archive, the id under which its owner knows it. */
export type AddedPart = { readonly kind: keyof typeof PART_TYPES; readonly path: string; readonly id: string };

/** The content types with an entry for each part, whatever its extension stands for otherwise. */
export function withContentTypes(xml: string, parts: readonly AddedPart[]): string {
  const [root] = elementsOf(xml, 'Types');
  if (!root) return xml;
  const known = new Set([...tagsOf(xml)].map((tag) => attributesOf(xml, tag).get('PartName')));
  const entries = parts
    .filter(({ path }) => !known.has(`/${path}`))
    .map(
      ({ kind, path }) =>
        `<${root.tag.prefix}Override PartName="/${escapeXml(path)}" ContentType="${PART_TYPES[kind]}"/>`,
    );
  return withChanges(xml, [insertAtEnd(xml, root, entries.join(''))]);
}

/** The relationships of an owner (by its path) with a line for each part. */
export function withRelationships(xml: string | undefined, owner: string, parts: readonly AddedPart[]): string {
  const text = xml ?? NO_RELATIONSHIPS;
  const [root] = elementsOf(text, 'Relationships');
  if (!root) return text;
  const lines = parts.map(
    ({ kind, path, id }) =>
      `<${root.tag.prefix}Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${escapeXml(relative(dirname(owner), path))}"/>`,
  );
  return withChanges(text, [insertAtEnd(text, root, lines.join(''))]);
}

/** The tag that binds the drawing of the comments to its sheet; it says itself what its prefix means. */
export function legacyDrawingXml(prefix: string, id: string): string {
  return `<${prefix}legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="${id}"/>`;
}
