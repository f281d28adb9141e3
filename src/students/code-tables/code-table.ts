/** 代码表: a closed list of codes with their Chinese names, and the ways people write them. */

export interface EntryNotes {
  /** The word comes from law since repealed: still accepted, offered last. */
  readonly legacy?: true;
  /** In the standard but not among the choices of the national form: accepted, not offered. */
  readonly offForm?: true;
  /** Not in the standard: added here because the form has no code for what the law now knows. */
  readonly extension?: true;
  /** Other ways to write it, as met in workbooks. */
  readonly synonyms?: readonly string[];
}

export interface CodeEntry<C extends string = string> extends EntryNotes {
  readonly code: C;
  readonly label: string;
}

export interface CodeTable<C extends string = string> {
  readonly id: string;
  readonly title: string;
  /** Where the codes come from. */
  readonly standard: string;
  readonly entries: readonly CodeEntry<C>[];
  readonly labels: ReadonlyMap<string, string>;
  /** Every accepted spelling → code. */
  readonly spellings: ReadonlyMap<string, C>;
}

/** The codes of a table: `CodeOf<typeof genders>` is `'1' | '2'`. */
export type CodeOf<T> = T extends CodeTable<infer C> ? C : never;

interface Spec<C extends string> {
  id: string;
  title: string;
  standard: string;
  entries: readonly (readonly [code: C, label: string, notes?: EntryNotes])[];
}

/** Builds a table and its look-ups. Throws RangeError where two entries share a code or a spelling. */
export function codeTable<const C extends string>({ id, title, standard, entries: rows }: Spec<C>): CodeTable<C> {
  const entries = rows.map(([code, label, notes]): CodeEntry<C> => ({ code, label, ...notes }));
  const labels = new Map<string, string>();
  const spellings = new Map<string, C>();
  for (const { code, label, synonyms = [] } of entries) {
    if (labels.has(code)) throw new RangeError(`code table ${id}: ${code} stands twice`);
    labels.set(code, label);
    for (const text of [code, label, ...synonyms]) {
      for (const spelling of [text, fold(text)]) {
        if ((spellings.get(spelling) ?? code) !== code) throw new RangeError(`code table ${id}: ${text} is ambiguous`);
        spellings.set(spelling, code);
      }
    }
  }
  for (const { code, label } of entries) {
    for (const joined of [`${code}-${label}`, `${code}${label}`]) spellings.set(fold(joined), code);
  }
  // A workbook that took 01 for a number shows 1: taken back wherever only one code can be meant.
  for (const { code } of entries) {
    const stripped = code.replace(/^0+(?=.)/, '');
    if (/^\d+$/.test(code) && !spellings.has(stripped)) spellings.set(stripped, code);
  }
  return { id, title, standard, entries, labels, spellings };
}

/** The Chinese name of a code; undefined where the table has no such code. */
export function labelOf(table: CodeTable, code: string): string | undefined {
  return table.labels.get(code);
}

/** The code for what somebody wrote: a code, a name, `code-name` or a frequent synonym, in any width and spacing. */
export function codeFor<C extends string>(table: CodeTable<C>, text: string): C | undefined {
  return table.spellings.get(text) ?? table.spellings.get(fold(text));
}

/** The entries to offer in a choice: those of the form, words of repealed law last. */
export function choicesOf<C extends string>(table: CodeTable<C>): CodeEntry<C>[] {
  const offered = table.entries.filter((entry) => !entry.offForm);
  return [...offered.filter((entry) => !entry.legacy), ...offered.filter((entry) => entry.legacy)];
}

/** One spelling for the same words: half width, no spaces, upper case, one kind of bracket, slash and dash. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[—–－]/g, '-')
    .toUpperCase();
}
