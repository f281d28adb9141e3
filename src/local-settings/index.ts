/** 地方设定的门. */

export { adoptLocalSettings } from './keeping/adopt.ts';
export { type FileField, listFileFields, listFileFieldsBelow } from './keeping/file-fields.store.ts';
export { findRemedy } from './keeping/remedies.store.ts';
export { type LocalNotice, listNotices } from './keeping/settings.store.ts';
export { findTerm, findTermOf, type LocalTerm } from './keeping/terms.store.ts';
export type { FileFieldItem, Notice, RemedyItem } from './local-setting.ts';
export { localSettingRoutes } from './local-settings.routes.ts';
export { FILE_FIELD_KINDS, type FileFieldKind } from './settable/file-field-kinds.api.ts';
export { LOCAL_SETTING, localSettingKind } from './setting-case.ts';
export { type LocalStandstills, makeLocalStandstills } from './windows/local-standstills.ts';
export { remedyWords } from './windows/remedy-words.api.ts';
export { type StandstillView, standstillsShape } from './windows/standstills.api.ts';
export { viewStandstills } from './windows/view-standstills.ts';
