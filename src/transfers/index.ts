/** 转学的门. */
export { transferKind } from './deciding/transfer-case.ts';
export type { HandOver } from './hand-over/hand-over.api.ts';
export { transferUndoing } from './hand-over/take-back-file.ts';
export { viewHandOver } from './hand-over/view-hand-over.ts';
export { TRANSFER } from './transfer.ts';
export { transferRoutes } from './transfers.routes.ts';
