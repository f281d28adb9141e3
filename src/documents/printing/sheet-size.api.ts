/** 纸张: the sheets that can be chosen. */

/** Names of the sheets that can be chosen, with their millimetres across and down. */
export const SHEET_SIZES = {
  A3: { words: 'A3（297×420毫米）', width: 297, height: 420 },
  A4: { words: 'A4（210×297毫米）', width: 210, height: 297 },
  A5: { words: 'A5（148×210毫米）', width: 148, height: 210 },
  ISO_B5: { words: 'B5（ISO，176×250毫米）', width: 176, height: 250 },
  JIS_B5: { words: 'B5（JIS，182×257毫米）', width: 182, height: 257 },
  K16: { words: '16开（184×260毫米）', width: 184, height: 260 },
  K8: { words: '8开（260×368毫米）', width: 260, height: 368 },
} as const;
export type SheetSize = keyof typeof SHEET_SIZES;
