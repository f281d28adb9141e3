/** 姓名: one spelling for a name, what is wrong or doubtful in it, and the name it should probably be. */
import { type Finding, finding } from '../record/finding.ts';
import { type CharacterKind, kindOfCharacter, NAME_DOT, standardCharacter } from './name-characters.ts';
import { surnameOf } from './surnames.ts';

/** 姓名 in JY/T 1001 has room for 60 characters. */
export const NAME_LIMIT = 60;

const NOTHING: readonly Finding[] = Object.freeze([]);
const PLAIN_CHINESE = /^[\u4e00-\u9fff]{2,4}$/;
const REPLACED: ReadonlySet<CharacterKind> = new Set(['private', 'component', 'compatibility']);

/** The spelling under which a name is stored: half-width letters, one space between words, none outside. */
export function normaliseName(text: string): string {
  if (PLAIN_CHINESE.test(text)) return text;
  const halfWidth = text.replace(/[\uFF21-\uFF5A]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return halfWidth.replace(/[\s\u3000]+/g, ' ').trim();
}

/**
 * Checks a name that is not empty. Sound are Chinese names, names with 间隔号 and foreign names in Latin letters;
 * traditional and rare characters as far as GB 18030 has them. The length counts characters, not halves of them.
 * Findings that can be cured mechanically carry the whole mended name. `label` is what the messages call the item.
 */
export function checkName(text: string, label = '姓名'): readonly Finding[] {
  if (PLAIN_CHINESE.test(text)) return NOTHING;
  const name = normaliseName(text);
  const characters = [...name];
  const kinds = characters.map(kindOfCharacter);
  const chinese = kinds.some((kind) => kind === 'chinese' || kind === 'compatibility' || kind === 'private');
  const mended = mendName(name);
  const begin = text.length - text.trimStart().length;
  const findings: Finding[] = [];
  const tell = (kind: CharacterKind, describe: (found: string, position: number) => Finding): void => {
    const index = kinds.indexOf(kind);
    if (index < 0) return;
    const found = describe(characters[index] ?? '', index + 1);
    const from = text.indexOf(characters[index] ?? '', begin);
    const place = from < 0 ? {} : { at: [from, from + (characters[index] ?? '').length] as const };
    findings.push({ ...found, ...place, ...(cures(mended, name, kind) ? { proposal: mended } : {}) });
  };

  tell('invisible', () => finding('UNPRINTABLE', { label }));
  tell('private', (_, position) => finding('NAME_PRIVATE_CHARACTER', { label, position }));
  tell('unreadable', (found) => finding('NAME_UNREADABLE', { label, found }));
  tell('component', (found) => finding('NAME_COMPONENT', { label, found }));
  tell('compatibility', (found) =>
    finding('NAME_COMPATIBILITY_CHARACTER', { label, found, standard: standardCharacter(found) ?? found }),
  );
  tell('digit', (found) => finding('NAME_DIGITS', { label, found }));
  tell('symbol', (found) => finding('NAME_SYMBOL', { label, found }));
  tell('other-script', (found) => finding('NAME_OTHER_SCRIPT', { label, found }));
  if (chinese) {
    tell('latin', (found) => finding('NAME_MIXED', { label, found }));
    tell('latin-mark', (found) => finding('NAME_SYMBOL', { label, found }));
    tell('space', () => finding('NAME_SPACES', { label, found: name }));
    tell('dot-lookalike', (found) => finding('NAME_DOT', { label, found }));
  }
  if (/^[ ·]|[ ·]$/.test(name)) findings.push(finding('NAME_DOT_AT_END', { label }, { proposal: mended }));
  if (characters.length > NAME_LIMIT) {
    findings.push(finding('TOO_LONG', { label, limit: NAME_LIMIT, found: characters.length }));
  }
  if (chinese && characters.length === 1) findings.push(finding('NAME_SHORT', { label }));
  return findings.length > 0 ? findings : NOTHING;
}

/** Is the mended name another one, and is it free of the fault? */
function cures(mended: string, name: string, kind: CharacterKind): boolean {
  return mended !== '' && mended !== name && ![...mended].some((character) => kindOfCharacter(character) === kind);
}

/** The name with everything mended that needs no knowledge of the person. */
function mendName(name: string): string {
  const visible = [...name]
    .filter((character) => kindOfCharacter(character) !== 'invisible')
    .map((character) =>
      REPLACED.has(kindOfCharacter(character)) ? (standardCharacter(character) ?? character) : character,
    );
  const mended = visible.join('');
  if (!visible.some((character) => kindOfCharacter(character) === 'chinese')) return mended;
  const dotted = visible
    .map((character) => (kindOfCharacter(character) === 'dot-lookalike' ? NAME_DOT : character))
    .join('');
  const parts = dotted.split(/\s*·+\s*/).filter((part) => part !== '');
  return parts.map(joinSpaced).join(NAME_DOT);
}

/** 王 浩 is 王浩, 买买提 吐尔逊 is 买买提·吐尔逊: long words on both sides of a space were two parts of a name. */
function joinSpaced(part: string): string {
  const words = part.split(/\s+/).filter((word) => word !== '');
  const [first = ''] = words;
  const compound = [...first].length === 2 && [...surnameOf(`${first}某`)].length === 2;
  const manyParts = words.length > 1 && !compound && words.every((word) => [...word].length >= 2);
  return words.join(manyParts && [...part].length > 5 ? NAME_DOT : '');
}
