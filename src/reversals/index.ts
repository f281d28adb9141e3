/** 撤销变动的门: taking back a completed change, whatever its kind. */
export { type OwnUndoing, type OwnUndoings, REVERSAL } from './reversal.ts';
export { reversalKind } from './reversal-case.ts';
export { reversalRoutes } from './reversals.routes.ts';
export { listReversals, type NamedCase } from './reversals.store.ts';
