/** 地方设定的门. */
export { adoptLocalSettings } from './adopt.ts';
export { localSettingRoutes } from './local-settings.routes.ts';
export { LOCAL_SETTING, localSettingKind } from './setting-case.ts';
export { findTerm, type LocalNotice, listNotices } from './settings.store.ts';
