/** 四川参数: what Sichuan sets of the national rules' parameters; it names no day for the age of entry. */
import { cite, type Setting, setting } from '../../../src/policy/index.ts';
import { buildFile } from '../../000000-national/registration/build-file.ts';
import { entryAge } from '../../000000-national/registration/entry-age.ts';
import { entryPostponement } from '../../000000-national/registration/entry-postponement.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { trueInformation } from '../../000000-national/registration/true-information.ts';
import { measures } from '../instruments.ts';

export const settings: readonly Setting[] = [
  setting(entryAge, { years: 6 }, cite(measures, '第七条', 'SC-7.2')),
  setting(entryPostponement, { healthApprovers: ['TOWNSHIP', 'COUNTY'] }, cite(measures, '第七条', 'SC-7.3')),
  setting(buildFile, { limit: { months: 1 } }, cite(measures, '第十七条', 'SC-17.1', 'SC-13.1', 'SC-13.2')),
  setting(trueInformation, { differencesBorne: 0 }, cite(measures, '第十五条', 'SC-15.1')),
  setting(oneRegistration, { live: 1 }, cite(measures, '第十五条', 'SC-15.2', 'SC-15.3')),
  setting(registrationNumber, { perPerson: 1 }, cite(measures, '第十四条', 'SC-14.1')),
];
