/** 毕业的门: results of the last grade, what the law makes of them, and the end of the stage. */
export { type Graduate, listGraduates, type WhichGraduates } from './ending/graduates.store.ts';
export { graduationKind } from './ending/graduation-case.ts';
export { graduationUndoing } from './ending/undo-graduation.ts';
export { graduationRoutes } from './graduation.routes.ts';
export { GRADUATION, OUTCOMES, type Outcome } from './graduation.ts';
