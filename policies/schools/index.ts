/** 校级文本: the fifth level, as templates: a school adopts one under its own school code. */
import type { Pack } from '../../src/policy/index.ts';
import { juniorSchool } from './junior-school/pack.ts';
import { ordinaryJuniorSchool } from './ordinary-junior-school/pack.ts';
import type { SchoolOf } from './school.ts';
import { firstPrinciples, secondPrinciples } from './school-principles/pack.ts';
import { townPrimarySchool } from './town-primary-school/pack.ts';

export type { SchoolOf } from './school.ts';

/** By the id of the text. The pack it makes is found by the school code. */
export const schoolTexts = {
  S1: firstPrinciples,
  S2: secondPrinciples,
  S3: juniorSchool,
  S4: ordinaryJuniorSchool,
  S6: townPrimarySchool,
} as const satisfies Record<string, (school: SchoolOf) => Pack>;
