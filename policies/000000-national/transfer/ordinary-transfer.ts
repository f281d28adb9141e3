/** 普通转学: the facts of an ordinary transfer with nothing against it, which examples and scenarios vary. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import type { Questions, Stage } from '../../../src/policy/index.ts';

export type TransferFacts = Questions['transfer'];

/** Grade four, household and home moved to another county of the city, for the autumn term of 2026 that has begun. */
export const ordinaryTransfer: TransferFacts = {
  stage: 'PRIMARY',
  grade: 4,
  targetGrade: 4,
  lastGrade: false,
  ground: 'HOUSEHOLD_AND_RESIDENCE_MOVED',
  moved: 'ACROSS_COUNTIES',
  schools: 'SAME_CITY',
  forTerm: 'RUNNING',
  termStart: civilDate('2026-09-01'),
  termEnd: civilDate('2027-01-22'),
  guardianApplies: true,
  onLeave: false,
  underSanction: false,
};

/** The same of a student of general senior school. */
export const seniorTransfer: TransferFacts = { ...ordinaryTransfer, stage: 'SENIOR', grade: 11, targetGrade: 11 };

export const COMPULSORY: readonly Stage[] = ['PRIMARY', 'JUNIOR'];
export const EVERY_STAGE: readonly Stage[] = ['PRIMARY', 'JUNIOR', 'SENIOR'];

/** One example for each stage that the text does not speak of. */
export const examplesOfOtherStages = (stages: readonly Stage[], facts: TransferFacts) =>
  EVERY_STAGE.filter((stage) => !stages.includes(stage)).map((stage) => ({
    name: `not said of ${stage}`,
    facts: { ...facts, stage },
    expect: 'NONE',
  }));
