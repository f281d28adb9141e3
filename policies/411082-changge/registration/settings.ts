/** 长葛参数: what Changge sets of the national rules' parameters. */
import { cite, type Setting, setting } from '../../../src/policy/index.ts';
import { buildFile } from '../../000000-national/registration/build-file.ts';
import { entryAge } from '../../000000-national/registration/entry-age.ts';
import { entryPostponement } from '../../000000-national/registration/entry-postponement.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { trueInformation } from '../../000000-national/registration/true-information.ts';
import { provisions } from '../instruments.ts';

export const settings: readonly Setting[] = [
  setting(
    entryAge,
    { years: 6, cutoff: '08-31', underAge: 'BY_APPROVAL' },
    cite(provisions, '二、1', 'CG-2.1.2', 'CG-2.1.4'),
  ),
  setting(
    entryPostponement,
    { conditionsApprovers: ['COUNTY', 'CITY', 'PROVINCE'], conditionsYears: 1 },
    cite(provisions, '二、1', 'CG-2.1.3'),
  ),
  setting(buildFile, { limit: { months: 1 } }, cite(provisions, '二、2', 'CG-2.2.3', 'CG-2.2.2', 'CG-2.2.4')),
  setting(trueInformation, { differencesBorne: 0 }, cite(provisions, '二、2', 'CG-2.2.5')),
  setting(oneRegistration, { live: 1 }, cite(provisions, '二、2', 'CG-2.2.6', 'CG-2.2.7', 'CG-2.2.8', 'CG-2.2.1')),
];
