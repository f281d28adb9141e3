/** 升级、留级跳级的门: moving a place's students up with the school year, and one student out of turn. */
export { gradeChange } from './grade-change/grade-change.ts';
export { type Promotions, promotionsOf } from './promotion/promotions.ts';
