/** 辅号的门: numbers beside the registration number, given without gap or double. */
export type { NumberEvent } from './issue-numbers.ts';
export { numberingRoutes } from './numbering.routes.ts';
export { numbersInForce } from './numbering.store.ts';
export { cancelNumbersAt } from './renew-numbers.ts';
export { NUMBER_KINDS, type NumberKind } from './secondary-number.ts';
