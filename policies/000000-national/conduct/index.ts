/** 国家 奖惩: no expulsion in the compulsory stages; awards belong to the file. */
import type { PackPart } from '../../../src/policy/index.ts';
import { awardMayBeFiled } from './award-may-be-filed.ts';
import { compulsoryDisciplineKinds } from './compulsory-discipline-kinds.ts';

export const conduct: PackPart = { rules: [compulsoryDisciplineKinds, awardMayBeFiled] };
