/** 国家 离校: compulsory education is completed, a file is never made twice, a number is for life. */
import type { PackPart } from '../../../src/policy/index.ts';
import { automaticWithdrawalStages } from './automatic-withdrawal-stages.ts';
import { completeCompulsoryEducation } from './complete-compulsory-education.ts';
import { numberForLife } from './number-for-life.ts';
import { returnToOwnFile } from './return-to-own-file.ts';

export const departure: PackPart = {
  rules: [completeCompulsoryEducation, automaticWithdrawalStages, returnToOwnFile, numberForLife],
};
