/** 档案转接的门: a paper file that follows its student, whatever moved the registration. */
export type { HandOver } from './hand-over.api.ts';
export { handOverRoutes } from './hand-over.routes.ts';
export type { HandOverReason } from './hand-over.ts';
export { endOwed, type OwedFile, oweFiles } from './open-hand-over.ts';
export { viewHandOver } from './view-hand-over.ts';
