/** 地方设定的门. */
export { adoptLocalSettings } from './keeping/adopt.ts';
export { findRemedy } from './keeping/remedies.store.ts';
export { type LocalNotice, listNotices } from './keeping/settings.store.ts';
export { findTerm, findTermOf, type LocalTerm } from './keeping/terms.store.ts';
export type { Notice, RemedyItem } from './local-setting.ts';
export { localSettingRoutes } from './local-settings.routes.ts';
export { LOCAL_SETTING, localSettingKind } from './setting-case.ts';
export { type LocalStandstills, makeLocalStandstills } from './windows/local-standstills.ts';
export { remedyWords } from './windows/remedy-words.api.ts';
export { type StandstillView, standstillsShape } from './windows/standstills.api.ts';
export { viewStandstills } from './windows/view-standstills.ts';
