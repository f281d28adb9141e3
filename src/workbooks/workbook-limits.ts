/** 工作簿上限: how much of an unknown workbook is read before it is turned away. */

/** Where a workbook comes from: the path of a file, or its bytes (so that it need not lie unencrypted on a disk). */
export type WorkbookSource = string | Uint8Array;

/** Bounds of one workbook. All are checked against what is really there, not only against what the file says. */
export type WorkbookLimits = {
  /** Bytes of the file as uploaded. */
  readonly fileBytes: number;
  /** Parts in the archive. */
  readonly entries: number;
  /** Bytes of all parts once unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte, asked of parts over a megabyte. */
  readonly ratio: number;
  /** Bytes of the shared text table, which alone must be held in memory. */
  readonly sharedTextBytes: number;
  /** Formatted cells without content that a sheet may hold beside four for each cell with content. */
  readonly emptyCells: number;
  /** Columns, counted from A, in which content may stand. */
  readonly columns: number;
};

const MB = 1024 * 1024;

/** For imports that may be large: 100,000 rows of 40 columns take about a third of this. */
export const BULK_LIMITS: WorkbookLimits = {
  fileBytes: 60 * MB,
  entries: 200,
  unpackedBytes: 600 * MB,
  ratio: 200,
  sharedTextBytes: 256 * MB,
  emptyCells: 500_000,
  columns: 512,
};

/** For everything else: a class, a school, a list of institutions. */
export const ORDINARY_LIMITS: WorkbookLimits = {
  ...BULK_LIMITS,
  fileBytes: 20 * MB,
  unpackedBytes: 200 * MB,
  sharedTextBytes: 64 * MB,
};

/** Bytes as people say them: 60 MB. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}
