/** 国家: the rules that hold everywhere. */
import { pack } from '../../src/policy/index.ts';
import { compulsoryEducationLaw, measures, revision } from './instruments.ts';
import { buildFile } from './registration/build-file.ts';
import { entryAge } from './registration/entry-age.ts';
import { entryPostponement } from './registration/entry-postponement.ts';
import { oneRegistration } from './registration/one-registration.ts';
import { registrationNumber } from './registration/registration-number.ts';
import { registrationPapers } from './registration/registration-papers.ts';
import { trueInformation } from './registration/true-information.ts';

export const national = pack({
  placeCode: '000000',
  instruments: [measures, revision, compulsoryEducationLaw],
  rules: [
    ...[entryAge, entryPostponement, buildFile, registrationPapers, trueInformation],
    ...[oneRegistration, registrationNumber],
  ],
  settings: [],
});
