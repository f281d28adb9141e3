/** 成批写入的文本: rows as the text of COPY, written into bytes as they come: no string of a row is ever built. */

/** A piece is handed on once it is about this large. */
const PIECE = 64 * 1024;
const ROOM = PIECE + 16 * 1024;
const [TAB, NEWLINE] = [0x09, 0x0a];

/** Rows in pieces of bytes. Values: text, numbers, booleans, null, Date, Buffer (bytea); anything else as JSON. */
export function copyPieces(
  rows: Iterable<unknown[]> | AsyncIterable<unknown[]>,
): Iterable<Buffer> | AsyncIterable<Buffer> {
  return Symbol.iterator in rows ? piecesOf(rows) : piecesAwaited(rows);
}

function* piecesOf(rows: Iterable<unknown[]>): Generator<Buffer> {
  const text = new CopyText();
  for (const row of rows) if (text.add(row)) yield text.take();
  if (!text.isEmpty) yield text.take();
}

async function* piecesAwaited(rows: AsyncIterable<unknown[]>): AsyncGenerator<Buffer> {
  const text = new CopyText();
  for await (const row of rows) if (text.add(row)) yield text.take();
  if (!text.isEmpty) yield text.take();
}

class CopyText {
  #bytes = Buffer.allocUnsafe(ROOM);
  #end = 0;

  get isEmpty(): boolean {
    return this.#end === 0;
  }

  /** Writes a row; true once there is enough to be taken. */
  add(row: readonly unknown[]): boolean {
    for (let place = 0; place < row.length; place++) {
      if (place > 0) this.#byte(TAB);
      this.#value(row[place]);
    }
    this.#byte(NEWLINE);
    return this.#end >= PIECE;
  }

  /** What was written, which is then the taker's. */
  take(): Buffer {
    const piece = this.#bytes.subarray(0, this.#end);
    this.#bytes = Buffer.allocUnsafe(ROOM);
    this.#end = 0;
    return piece;
  }

  #value(value: unknown): void {
    if (value === null || value === undefined) this.#text('\\N');
    else if (typeof value === 'string') this.#text(escaped(value));
    else if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
      this.#text(String(value));
    else if (Buffer.isBuffer(value)) this.#hex(value);
    else if (value instanceof Date) this.#text(value.toISOString());
    else this.#text(escaped(JSON.stringify(value)));
  }

  #text(text: string): void {
    this.#makeRoom(text.length * 3); // as many bytes as a UTF-16 unit can need
    this.#end += this.#bytes.write(text, this.#end, 'utf8');
  }

  #hex(value: Buffer): void {
    this.#text('\\\\x');
    this.#makeRoom(value.length * 2);
    this.#end += this.#bytes.write(value.toString('hex'), this.#end, 'latin1');
  }

  #byte(value: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#end++] = value;
  }

  #makeRoom(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + bytes));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : text;
