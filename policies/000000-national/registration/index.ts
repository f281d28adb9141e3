/** 国家 建籍: entry age, building the file, one registration and one number for each child. */
import type { PackPart } from '../../../src/policy/index.ts';
import { buildFile } from './build-file.ts';
import { entryAge } from './entry-age.ts';
import { entryPostponement } from './entry-postponement.ts';
import { oneRegistration } from './one-registration.ts';
import { registrationNumber } from './registration-number.ts';
import { registrationPapers } from './registration-papers.ts';
import { studentCard } from './student-card.ts';
import { trueInformation } from './true-information.ts';

export const registration: PackPart = {
  rules: [
    ...[entryAge, entryPostponement, buildFile, registrationPapers, trueInformation],
    ...[oneRegistration, registrationNumber, studentCard],
  ],
};
