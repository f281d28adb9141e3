/** 学校变动的门. */

export { countFormer, type KeptSchool, listKeptSchools } from './keeping/keeping.store.ts';
export { restructuringRoutes } from './restructuring.routes.ts';
export { RESTRUCTURING } from './restructuring.ts';
export { restructuringKind } from './restructuring-case.ts';
