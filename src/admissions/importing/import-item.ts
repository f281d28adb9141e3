/** 导入一览: an import as lists and the page's head show it. */
import { IMPORT_STATES, type Import } from './import.ts';
import type { ImportItem } from './importing.api.ts';

/** One import for the screen; the rows are those known so far. */
export const itemOf = (one: Import): ImportItem => ({
  id: one.id,
  fileName: one.fileName,
  intakeYear: one.intakeYear,
  state: one.state,
  stateWords: IMPORT_STATES[one.state],
  rows: one.rowsTotal,
  red: one.rowsRed,
  amber: one.rowsAmber,
  failure: one.failure,
  madeAt: one.madeAt.toISOString(),
  finishedAt: one.finishedAt?.toISOString() ?? null,
});
