/** 免打扰时段: when no short message leaves, by the clock in China. */

/** From this hour to that, over midnight where the second is the smaller: 21 to 8. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Is it quiet at this instant? */
export function isQuiet({ from, to }: QuietHours, at: Date): boolean {
  const hour = new Date(at.getTime() + 8 * 3_600_000).getUTCHours();
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
