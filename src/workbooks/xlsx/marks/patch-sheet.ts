/** 标记工作表: copies a sheet's bytes, changing the formats of marked cells and nothing else. */
import { columnName } from '../../cell.ts';
import type { WorkbookLimits } from '../../workbook-limits.ts';
import { damaged } from '../../workbook-refusal.ts';
import { type ScannedCell, SheetScanner, type SheetSink } from '../scan/sheet-scanner.ts';
import { attributesOf, tagsOf } from '../xml-tags.ts';
import { legacyDrawingXml } from './package-index.ts';
import type { MarkedStyles, Severity } from './patch-styles.ts';
import { type TextChange, withAttribute, withChanges } from './xml-changes.ts';

/** Severity by column, by row. */
export type SheetMarks = ReadonlyMap<number, ReadonlyMap<number, Severity>>;

/** What may come before the rows or after them; more is no sheet that a person made. */
const LONGEST_MARGIN = 64 * 1024 * 1024;
/** The format wants these after the drawing of the comments. */
const AFTER_DRAWING = /^(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)$/;

/** Copies one sheet. After the copy `drawingId` is the id of its comments' drawing. */
export class SheetPatcher implements SheetSink {
  drawingId: string;
  readonly #marks: SheetMarks;
  readonly #styles: MarkedStyles;
  readonly #scanner: SheetScanner;
  #changes: TextChange[] = [];
  #row = 0;
  #waiting: (readonly [column: number, severity: Severity])[] = [];
  #prefix = '';
  #head: Buffer[] = [];
  #headLength = 0;
  #columnStyles: readonly { readonly min: number; readonly max: number; readonly style: number }[] = [];
  #tailFrom: number | undefined;

  /** `newDrawingId` is used where the sheet has no drawing of comments yet. */
  constructor(marks: SheetMarks, styles: MarkedStyles, newDrawingId: string, limits: WorkbookLimits) {
    this.#marks = marks;
    this.#styles = styles;
    this.drawingId = newDrawingId;
    this.#scanner = new SheetScanner(this, '', limits);
  }

  async *patched(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let rest: Buffer = Buffer.alloc(0);
    const tail: Buffer[] = [];
    for await (const chunk of chunks) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const inTail = this.#tailFrom !== undefined;
      const used = this.#scanner.scan(bytes);
      if (this.#row === 0 && !inTail) this.#keepHead(bytes.subarray(0, used));
      const rowsEnd = inTail ? 0 : (this.#tailFrom ?? used);
      yield this.#changed(bytes, rowsEnd);
      if (this.#tailFrom !== undefined) tail.push(bytes.subarray(rowsEnd, used));
      rest = bytes.subarray(used);
    }
    this.#scanner.end();
    yield Buffer.from(this.#withDrawing(Buffer.concat(tail).toString('utf8')), 'utf8');
  }

  dataBegins(bytes: Buffer, open: number): void {
    const head = Buffer.concat([...this.#head, bytes.subarray(0, open)]).toString('utf8');
    this.#prefix = /^<([^\s/>:]+:)/.exec(bytes.toString('latin1', open, open + 64))?.[1] ?? '';
    this.#columnStyles = [...tagsOf(head)]
      .filter(({ name, kind }) => name === 'col' && kind !== 'close')
      .map((tag) => {
        const attributes = attributesOf(head, tag);
        const number = (name: string) => Number(attributes.get(name) ?? 0);
        return { min: number('min'), max: number('max'), style: number('style') };
      });
    this.#head = [];
  }

  rowBegins(number: number): void {
    this.#row = number;
    this.#waiting = [...(this.#marks.get(number) ?? [])].sort(([a], [b]) => a - b);
  }

  cell({ column, style, open, tagEnd }: ScannedCell, bytes: Buffer): void {
    if (this.#waiting.length === 0) return;
    this.#insertBefore(column, open);
    const [next, severity] = this.#waiting[0] ?? [];
    if (next !== column || severity === undefined) return;
    this.#waiting.shift();
    const tag = bytes.toString('utf8', open, tagEnd);
    this.#changes.push({
      from: open,
      to: tagEnd,
      text: withAttribute(tag, 's', this.#styles.styleFor(style, severity)),
    });
  }

  rowEnds(_bytes: Buffer, open: number): void {
    this.#insertBefore(Number.POSITIVE_INFINITY, open);
  }

  dataEnds(_bytes: Buffer, at: number): void {
    this.#tailFrom = at;
  }

  /** A marked cell that the sheet does not have, because nothing stands in it, is put where it belongs. */
  #insertBefore(column: number, at: number): void {
    for (let [next] = this.#waiting; next && next[0] < column; [next] = this.#waiting) {
      this.#waiting.shift();
      const own = this.#columnStyles.find(({ min, max }) => min <= next[0] + 1 && next[0] + 1 <= max)?.style ?? 0;
      const style = this.#styles.styleFor(own, next[1]);
      this.#changes.push({
        from: at,
        to: at,
        text: `<${this.#prefix}c r="${columnName(next[0])}${this.#row}" s="${style}"/>`,
      });
    }
  }

  #keepHead(bytes: Buffer): void {
    this.#headLength += bytes.length;
    if (this.#headLength > LONGEST_MARGIN) throw damaged();
    this.#head.push(bytes);
  }

  #changed(bytes: Buffer, end: number): Buffer {
    const pieces: Buffer[] = [];
    let done = 0;
    for (const { from, to, text } of this.#changes) {
      pieces.push(bytes.subarray(done, from), Buffer.from(text, 'utf8'));
      done = to;
    }
    this.#changes = [];
    return Buffer.concat([...pieces, bytes.subarray(done, Math.max(done, end))]);
  }

  #withDrawing(tail: string): string {
    let depth = 0;
    for (const tag of tagsOf(tail)) {
      if (depth === 0 && tag.name === 'legacyDrawing') {
        this.drawingId = attributesOf(tail, tag).get('id') ?? this.drawingId;
        return tail;
      }
      if (depth === 0 && (tag.kind === 'close' || AFTER_DRAWING.test(tag.name))) {
        return withChanges(tail, [
          { from: tag.from, to: tag.from, text: legacyDrawingXml(this.#prefix, this.drawingId) },
        ]);
      }
      depth += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
    }
    return tail;
  }
}
