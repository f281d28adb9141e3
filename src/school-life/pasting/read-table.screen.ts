/** 读粘贴的表: what a spreadsheet puts on the clipboard: rows by lines, cells by tabs, quoted where a cell holds either. */

/** Rows of cells without the spaces around them; empty lines at the end are left out. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (quoted) {
      if (sign === '"' && source[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)!.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)!.push(cell.trim());
  while (rows.length > 0 && rows.at(-1)!.every((one) => one === '')) rows.pop();
  return rows;
}
