/** 差异: which characters of two values differ, so that the eye need not look for them. */

/** A run of characters that is the same on both sides, or not. */
export interface Run {
  text: string;
  differs: boolean;
}

/**
 * The left value in runs, seen against the right one. Values of equal length are compared place by place (numbers,
 * dates); of unequal length, everything between the same beginning and the same end differs. Characters outside the
 * basic plane count as one.
 */
export function runsAgainst(left: string, right: string): Run[] {
  const a = [...left];
  const b = [...right];
  if (a.length === b.length) return joined(a.map((text, at) => ({ text, differs: text !== b[at] })));
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return joined(a.map((text, at) => ({ text, differs: at >= head && at < a.length - tail })));
}

function joined(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.differs === run.differs) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}
