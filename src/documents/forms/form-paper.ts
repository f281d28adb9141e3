/** 表样: what every form is made of, whatever it says: items with their values, lists, and room for words by hand. */

/** An item and its value, over one, two or three thirds of the sheet. An empty value leaves room to write. */
export interface FormItem {
  label: string;
  value: string;
  span?: 1 | 2 | 3;
}

export interface FormColumn {
  heading: string;
  /** Millimetres; 178 in all. */
  width: number;
  align?: 'left' | 'center';
}

export type FormBlock =
  | {
      kind: 'ITEMS';
      heading: string;
      rows: FormItem[][];
      /** Name of a picture, empty for the place of one; absent where the form has none. Beside the first rows. */
      photo?: string;
      /** Never parted by the end of a page. */
      whole?: true;
    }
  | {
      kind: 'LIST';
      heading: string;
      columns: FormColumn[];
      rows: string[][];
      /** Rows left free, to be filled by hand. */
      blank: number;
    }
  | {
      kind: 'WORDS';
      heading: string;
      lines: string[];
      /** Millimetres left free below them. */
      room: number;
    };

/** One form, as the template sets it. */
export interface FormPaper {
  title: string;
  /** 附件2 of the text that names it; empty where none does. */
  annex: string;
  /** Lines under the title, each with what stands left and right. */
  facts: [string, string][];
  blocks: FormBlock[];
  signers: string[];
  /** Who puts the seal on it. */
  seal: string;
  /** Small at the foot. */
  note: string;
}

/** Items laid out row by row, three thirds each; the last of a row takes what is left of it. */
export function inRows(items: readonly FormItem[]): FormItem[][] {
  const rows: FormItem[][] = [];
  let room = 0;
  for (const item of items) {
    const span = item.span ?? 1;
    if (room < span) {
      widenLast(rows, room);
      rows.push([]);
      room = 3;
    }
    rows.at(-1)!.push({ ...item, span });
    room -= span;
  }
  widenLast(rows, room);
  return rows;
}

function widenLast(rows: FormItem[][], room: number): void {
  const last = rows.at(-1)?.at(-1);
  if (last && room > 0) last.span = ((last.span ?? 1) + room) as 1 | 2 | 3;
}
