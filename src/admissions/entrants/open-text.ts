/**
 * 明文里的填报: what of a text that somebody filled in may stand unsealed, in a list or in a sentence about it.
 *
 * People put things into wrong columns: an identity number under 性别, an address under 入学方式. The whole text is in
 * the sealed record; in the open stands only as much as tells which cell is meant.
 */

/** Nine digits or more, also with blanks or strokes between them: a number of a person or a telephone, no date. */
const LONG_NUMBER = /[0-9０-９](?:[\s\-－—]?[0-9０-９]){8,}[XxＸｘ]?/g;
const MAIL_ADDRESS = /[^\s“”@]+@[^\s“”@]+/g;
const QUOTE = /“([^”]*)”/g;
/** An address begins with province and city; what tells one house from another comes later. */
const MOST_QUOTED = 8;
/** As long as a date, a class group or a gender may be written. */
const MOST_SHOWN = 12;
const LONGEST_NAME = 120;

/** A name as lists show it; one with digits in it is none, and is cut like anything else. */
export const openName = (text: string): string => openText(text, /\d/.test(text) ? MOST_QUOTED : LONGEST_NAME);

/** The text with long numbers and mail addresses covered, and cut after so many characters. */
export function openText(text: string, most = MOST_SHOWN): string {
  const covered = text.replace(LONG_NUMBER, '***').replace(MAIL_ADDRESS, '***');
  const characters = [...covered];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : covered;
}

/** A sentence about an item: what it quotes is covered, wholly where the item is classified. */
export function openSentence(sentence: string, { classified }: { classified: boolean }): string {
  const quoted = sentence.replace(QUOTE, (_, text: string) => `“${classified ? '***' : openText(text, MOST_QUOTED)}”`);
  return quoted.replace(LONG_NUMBER, '***');
}

/** The character 0 and half pairs, which no database holds, become the sign for what cannot be read. */
export const storableText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') ? text : text.replaceAll('\0', '\u{FFFD}').toWellFormed();
