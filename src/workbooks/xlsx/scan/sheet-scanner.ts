/**
 * 工作表扫描: walks the raw bytes of a sheet, cell by cell, in whatever pieces they come.
 *
 * One walk serves inspection (which keeps nothing), reading and marking, so that what was inspected is what is read.
 * It holds one cell at most. A formula, too many empty cells, content far out to the right, rows or cells out of
 * order and anything that no spreadsheet program writes are refused where they stand.
 */
import { columnName } from '../../cell.ts';
import type { WorkbookLimits } from '../../workbook-limits.ts';
import { damaged, unsuitable } from '../../workbook-refusal.ts';
import { numberAt, positionOf, rowNumberOf } from './cell-reference.ts';
import * as xml from './xml-bytes.ts';

const { BANG, EQUALS, GT, INCOMPLETE, LT, SLASH } = xml;
const [CELL, ROW, DATA] = [xml.nameCode('c'), xml.nameCode('row'), xml.nameCode('sheetData')];
const [VALUE, FORMULA, INLINE, TEXT, PHONETIC] = ['v', 'f', 'is', 't', 'rPh'].map(xml.nameCode);

/** How the content of a cell is written: the attribute `t`. */
export type CellKind = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** What a walk tells. Positions are in the `bytes` of the current call of `scan`. */
export type SheetSink = {
  /** The tag of the rows' container begins at `open`; what came before is the head of the sheet. */
  dataBegins?(bytes: Buffer, open: number): void;
  rowBegins?(number: number): void;
  /** A cell whose tag spans [open, tagEnd). `segments`: pairs of positions of its raw content, none for an empty cell. */
  cell(cell: ScannedCell, bytes: Buffer): void;
  /** The closing tag of the row begins at `open`; a row written as one empty tag has none and is not told. */
  rowEnds?(bytes: Buffer, open: number): void;
  /** Rows end; what follows from `at` is the tail of the sheet. */
  dataEnds?(bytes: Buffer, at: number): void;
};

/** One cell as it stands. The object is used again for the next cell. */
export type ScannedCell = {
  column: number;
  kind: CellKind;
  style: number;
  segments: number[];
  open: number;
  tagEnd: number;
};

/** Walks one sheet; `sheet` is its name in sentences. */
export class SheetScanner {
  rows = 0;
  lastRow = 0;
  filled = 0;
  empty = 0;
  readonly #sink: SheetSink;
  readonly #sheet: string;
  readonly #limits: WorkbookLimits;
  readonly #cell: ScannedCell = { column: -1, kind: 'n', style: 0, segments: [], open: 0, tagEnd: 0 };
  #state: 'before' | 'data' | 'row' | 'after' = 'before';
  #rest: Buffer = Buffer.alloc(0);

  constructor(sink: SheetSink, sheet: string, limits: WorkbookLimits) {
    this.#sink = sink;
    this.#sheet = sheet;
    this.#limits = limits;
  }

  /** Takes the next piece. What is cut in the middle waits for the piece after it. */
  feed(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = bytes.subarray(this.scan(bytes));
  }

  /** The sheet is at its end; refuses one that was cut short. */
  end(): void {
    if (this.#state !== 'after' || this.#rest.length > 0) throw damaged();
  }

  /** Walks `bytes` and returns how many are done with; the rest must come again with what follows. */
  scan(bytes: Buffer): number {
    let at = 0;
    while (at < bytes.length) {
      const open = bytes[at] === LT ? at : bytes.indexOf(LT, at);
      if (open < 0) return bytes.length;
      const next = this.#element(bytes, open);
      if (next === INCOMPLETE) {
        if (bytes.length - open > xml.LONGEST_TOKEN) throw damaged();
        return open;
      }
      at = next;
    }
    return at;
  }

  #element(bytes: Buffer, open: number): number {
    const second = bytes[open + 1];
    if (second === undefined) return INCOMPLETE;
    if (second === BANG || second === xml.QUESTION) return xml.skipMarkup(bytes, open);
    const closing = second === SLASH;
    const code = xml.nameCodeAt(bytes, closing ? open + 2 : open + 1);
    if (code === INCOMPLETE) return INCOMPLETE;
    if (code === CELL && this.#state === 'row' && !closing) return this.#wholeCell(bytes, open);
    const end = xml.tagEnd(bytes, open);
    if (end === INCOMPLETE) return INCOMPLETE;
    const empty = bytes[end - 1] === SLASH;
    if (code === ROW && this.#state !== 'before' && this.#state !== 'after') {
      if (closing) this.#endRow(bytes, open);
      else this.#beginRow(bytes, open, end, empty);
    } else if (code === DATA && (closing || this.#state === 'before')) {
      this.#dataTag(bytes, open, end + 1, closing, empty);
    }
    return end + 1;
  }

  #dataTag(bytes: Buffer, open: number, end: number, closing: boolean, empty: boolean): void {
    if (this.#state !== (closing ? 'data' : 'before')) throw damaged();
    if (!closing) this.#sink.dataBegins?.(bytes, open);
    this.#state = closing || empty ? 'after' : 'data';
    if (this.#state === 'after') this.#sink.dataEnds?.(bytes, end);
  }

  #beginRow(bytes: Buffer, open: number, end: number, empty: boolean): void {
    if (this.#state === 'row') throw damaged();
    const number = rowNumberOf(bytes, open, end) ?? this.lastRow + 1;
    if (number <= this.lastRow || number > 1_048_576) throw damaged();
    this.lastRow = number;
    this.rows++;
    this.#cell.column = -1;
    if (empty) return;
    this.#state = 'row';
    this.#sink.rowBegins?.(number);
  }

  #endRow(bytes: Buffer, open: number): void {
    if (this.#state !== 'row') throw damaged();
    this.#state = 'data';
    this.#sink.rowEnds?.(bytes, open);
  }

  /** A cell from its tag to its closing tag, or nothing at all while the closing tag has not come. */
  #wholeCell(bytes: Buffer, open: number): number {
    const cell = this.#cell;
    const before = cell.column;
    cell.column = before + 1;
    cell.kind = 'n';
    cell.style = 0;
    cell.segments.length = 0;
    const tagEnd = this.#cellTag(bytes, open);
    const next = tagEnd < 0 || bytes[tagEnd - 2] === SLASH ? tagEnd : this.#cellContent(bytes, tagEnd);
    if (next === INCOMPLETE) {
      cell.column = before;
      return INCOMPLETE;
    }
    if (cell.column <= before || cell.column > 16_383) throw damaged();
    cell.open = open;
    cell.tagEnd = tagEnd;
    this.#count(cell);
    this.#sink.cell(cell, bytes);
    return next;
  }

  /** Reads `r`, `s` and `t`; returns the position after the tag. */
  #cellTag(bytes: Buffer, open: number): number {
    const end = bytes.length;
    for (let at = xml.nameEnd(bytes, open + 1); at < end; at++) {
      const name = bytes[at] ?? 0;
      if (name === GT) return at + 1;
      if (name <= 32 || name === SLASH) continue;
      const nameAt = at;
      while (at < end && bytes[at] !== EQUALS) if (bytes[at++] === GT) throw damaged();
      const quote = bytes[at + 1];
      if (quote === undefined) return INCOMPLETE;
      if (quote !== xml.QUOTE && quote !== xml.APOSTROPHE) throw damaged();
      const from = at + 2;
      for (at = from; at < end && bytes[at] !== quote; ) at++;
      if (at >= end) return INCOMPLETE;
      if (from - nameAt === 3) this.#cellAttribute(bytes, name, from, at);
    }
    return INCOMPLETE;
  }

  #cellAttribute(bytes: Buffer, name: number, from: number, to: number): void {
    const cell = this.#cell;
    if (name === 115) cell.style = numberAt(bytes, from, to);
    else if (name === 116) cell.kind = kindOf(bytes, from, to);
    else if (name === 114) {
      const { column, row } = positionOf(bytes, from, to);
      if (row !== this.lastRow) throw damaged();
      cell.column = column;
    }
  }

  /** Finds the content; returns the position after the closing tag. */
  #cellContent(bytes: Buffer, from: number): number {
    const { segments, kind } = this.#cell;
    let inline = false;
    let phonetic = false;
    for (let at = from; ; ) {
      while (at < bytes.length && bytes[at] !== LT) at++;
      const code = xml.nameCodeAt(bytes, bytes[at + 1] === SLASH ? at + 2 : at + 1);
      const end = xml.tagEnd(bytes, at);
      if (code === INCOMPLETE || end === INCOMPLETE) return INCOMPLETE;
      const closing = bytes[at + 1] === SLASH;
      if (bytes[at + 1] === BANG) throw damaged();
      at = end + 1;
      if (closing) {
        if (code === CELL) return at;
        if (code === INLINE) inline = false;
        else if (code === PHONETIC) phonetic = false;
      } else if (code === FORMULA) {
        throw unsuitable(formulaAdvice(this.#sheet, this.lastRow, this.#cell.column));
      } else if (bytes[end - 1] !== SLASH) {
        if (code === INLINE) inline = true;
        else if (code === PHONETIC) phonetic = true;
        else if (kind === 'inlineStr' ? code === TEXT && inline && !phonetic : code === VALUE) {
          while (at < bytes.length && bytes[at] !== LT) at++;
          if (at > end + 1) segments.push(end + 1, at);
        }
      }
    }
  }

  #count({ column, segments }: ScannedCell): void {
    if (segments.length === 0) {
      this.empty++;
      if (this.empty > this.#limits.emptyCells + 4 * this.filled) throw unsuitable(emptyAdvice(this.#sheet));
    } else {
      this.filled++;
      if (column >= this.#limits.columns) {
        throw unsuitable(farAdvice(this.#sheet, this.lastRow, column, this.#limits.columns));
      }
    }
  }
}

function kindOf(bytes: Buffer, from: number, to: number): CellKind {
  if (to - from === 1) {
    const kind = KINDS.get(bytes[from] ?? 0);
    if (kind) return kind;
  }
  return to - from === 3 ? 'str' : 'inlineStr';
}

const KINDS = new Map<number, CellKind>((['s', 'n', 'b', 'e', 'd'] as const).map((kind) => [kind.charCodeAt(0), kind]));

function formulaAdvice(sheet: string, row: number, column: number): string {
  const where = `工作表“${sheet}”第 ${row} 行 ${columnName(column)} 列`;
  return `${where}含公式，请选中含公式的单元格后“复制—选择性粘贴—数值”，保存后再上传`;
}

function emptyAdvice(sheet: string): string {
  return `工作表“${sheet}”有大片设了格式而没有内容的单元格，请只把有内容的行列复制到新工作簿后再上传`;
}

function farAdvice(sheet: string, row: number, column: number, columns: number): string {
  return `工作表“${sheet}”第 ${row} 行 ${columnName(column)} 列有内容，超出前 ${columns} 列，请删去右侧多余的列后再上传`;
}
