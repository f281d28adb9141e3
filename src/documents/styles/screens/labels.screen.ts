/** 项目用语的写法: one item a line, 原项目=新项目. Pure. */

/** The lines of what holds. */
export const linesOf = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([ours, theirs]) => `${ours}=${theirs}`)
    .join('\n');

/** What was typed, or the sentence that says which line cannot be read. */
export function labelsIn(text: string): { labels: Record<string, string> } | { fault: string } {
  const labels: Record<string, string> = {};
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [ours = '', theirs = '', ...more] = line.split(/[=＝]/).map((part) => part.trim());
    if (ours === '' || theirs === '' || more.length > 0) return { fault: `第${at + 1}行须写作原项目=新项目` };
    labels[ours] = theirs;
  }
  return { labels };
}
