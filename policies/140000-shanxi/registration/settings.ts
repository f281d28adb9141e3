/** 山西参数: what Shanxi sets of the national rules' parameters. */
import { cite, type Setting, setting } from '../../../src/policy/index.ts';
import { buildFile } from '../../000000-national/registration/build-file.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { trueInformation } from '../../000000-national/registration/true-information.ts';
import { rules } from '../instruments.ts';

/** Fifteen days narrow the national month; the rest repeats the nation, so that Shanxi's own article is cited. */
export const settings: readonly Setting[] = [
  setting(buildFile, { limit: { days: 15 } }, cite(rules, '第十一条', 'SX-11.1')),
  setting(trueInformation, { differencesBorne: 0 }, cite(rules, '第十四条', 'SX-14.1')),
  setting(oneRegistration, { live: 1 }, cite(rules, '第十四条', 'SX-14.2')),
  setting(registrationNumber, { perPerson: 1 }, cite(rules, '第十一条', 'SX-11.5')),
];
