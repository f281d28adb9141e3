/** 姓名用字: which characters a name may be made of, and the standard character for one that will not show everywhere. */

/** 间隔号 U+00B7, the one dot between the parts of a name. */
export const NAME_DOT = '·';

export type CharacterKind =
  | 'chinese'
  | 'latin'
  | 'latin-mark' // apostrophe and hyphen, as in O'Neil
  | 'space'
  | 'dot'
  | 'dot-lookalike' // what people type for 间隔号, on whatever keyboard
  | 'invisible' // format and control characters, variation selectors, fillers
  | 'private' // 自造字: what it looks like depends on the computer
  | 'unreadable' // what a lost character leaves behind
  | 'component' // radicals, strokes and the signs that describe a character by its parts
  | 'compatibility' // 兼容字: looks like a standard character and compares unlike it
  | 'digit'
  | 'other-script'
  | 'symbol';

const PATTERNS: readonly (readonly [CharacterKind, RegExp])[] = [
  ['space', /[\s\u3000]/u],
  ['invisible', /\p{Cf}|\p{Cc}|\p{Variation_Selector}|\p{Default_Ignorable_Code_Point}/u],
  ['private', /\p{Co}/u],
  ['unreadable', /[?？\uFFFD□■〓]/u],
  ['component', /[\u2E80-\u2FFF\u31C0-\u31EF]/u],
  ['digit', /\p{Nd}/u],
  ['chinese', /\p{Script=Han}/u],
  ['latin', /[\p{Script=Latin}\p{M}]/u],
  ['latin-mark', /['’-]/u],
  ['dot', /·/u],
  ['dot-lookalike', /[.．。｡•・･‧∙⋅●▪﹒]/u],
  ['other-script', /\p{L}/u],
];

/** What kind of character this is; one code point. */
export function kindOfCharacter(character: string): CharacterKind {
  const [kind] = PATTERNS.find(([, pattern]) => pattern.test(character)) ?? (['symbol'] as const);
  return kind === 'chinese' && character.normalize('NFC') !== character ? 'compatibility' : kind;
}

/** Six characters that the old mapping of GB 18030 put in the private area and current decoders no longer know. */
const OUTSIDE_BASIC_PLANE: Record<string, string> = {
  '\uE816': '\u{20087}',
  '\uE817': '\u{20089}',
  '\uE818': '\u{200CC}',
  '\uE831': '\u{215D7}',
  '\uE83B': '\u{2298F}',
  '\uE855': '\u{241FE}',
};
const FIRST_MOVED = 0xe815;
const LAST_MOVED = 0xe864;

/**
 * The standard character for one that will not compare or show everywhere: for a compatibility character or a radical the
 * one it looks like, for a private one what Chinese Windows once kept there (䶮 as U+E863). Undefined where none is known.
 */
export function standardCharacter(character: string): string | undefined {
  const kind = kindOfCharacter(character);
  const standard = kind === 'private' ? fromPrivateArea(character) : character.normalize('NFKC');
  return standard !== undefined && kindOfCharacter(standard) === 'chinese' ? standard : undefined;
}

/** The 80 private places answer, in order, to the codes FE50 to FEA0, so the decoder of GB 18030 knows today's character. */
function fromPrivateArea(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST_MOVED || code > LAST_MOVED) return undefined;
  const place = code - FIRST_MOVED;
  const trail = 0x50 + place + (place >= 0x2f ? 1 : 0); // 7F is no trail byte
  return OUTSIDE_BASIC_PLANE[character] ?? new TextDecoder('gb18030').decode(new Uint8Array([0xfe, trail]));
}
