/** 辅号的门: numbers beside the registration number, given without gap or double. */
export { describeNumberRule, type NumberRule } from './describe-rule.ts';
export type { NumberEvent } from './issue-numbers.ts';
export { numberingRoutes } from './numbering.routes.ts';
export { lockSeries, numbersInForce, refuseUnseen, takeSerials } from './numbering.store.ts';
export { lastSerialOf, missingFields, numberOf, type Pattern, readPattern, scopeOf as seriesIn } from './pattern.ts';
export { cancelNumbersAt } from './renew-numbers.ts';
export { NUMBER_KINDS, type NumberKind } from './secondary-number.ts';
