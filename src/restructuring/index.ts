/** 学校变动的门. */

export { restructuringRoutes } from './restructuring.routes.ts';
export { RESTRUCTURING } from './restructuring.ts';
export { restructuringKind } from './restructuring-case.ts';
