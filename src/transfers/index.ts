/** 转学的门. */
export { TRANSFER } from './transfer.ts';
export { transferKind } from './transfer-case.ts';
export { transferRoutes } from './transfers.routes.ts';
