/** 关键数据变更的门. */
export { keyDataRoutes } from './key-data.routes.ts';
export { keyDataKind } from './key-data-case.ts';
export { KEY_DATA_CHANGE } from './key-data-change.ts';
export { findingsOnItems } from './key-data-law.ts';
export { keyDataUndoing } from './undo-change.ts';
