/** 升级的门: moving a place's students up with the school year. */
export { type Promotions, promotionsOf } from './promotion/promotions.ts';
