/** 档案转接的门: a paper file that follows its student, whatever moved the registration. */
export { showFolderCode } from './folders/folder-code.ts';
export { type LabelledFolders, labelFolders } from './folders/label-folders.ts';
export type { HandOver } from './hand-over.api.ts';
export { handOverRoutes } from './hand-over.routes.ts';
export { type HandOverRow, listSentOn } from './hand-over.store.ts';
export { type HandOverReason, WAYS } from './hand-over.ts';
export { endOwed, type OwedFile, oweFiles } from './open-hand-over.ts';
export { viewHandOver } from './view-hand-over.ts';
