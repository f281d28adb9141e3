/** 迁安 建籍: files built in September, rosters, and parameters of registration. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { rosterByDay } from '../../000000-national/registration/roster-by-day.ts';
import { system } from '../instruments.ts';
import { buildFileInSeptember } from './build-file-in-september.ts';
import { localNumber } from './local-number.ts';
import { localNumberForm } from './local-number-form.ts';
import { settings } from './settings.ts';

export const registration: PackPart = {
  rules: [
    buildFileInSeptember,
    localNumber,
    localNumberForm,
    rosterByDay(cite(system, '三、2', 'S5-3.2.1'), ['PRIMARY', 'JUNIOR'], '09-30'),
  ],
  settings,
  duties: [
    duty({
      id: 'stamp-registrations',
      title: '完成中小学学籍验章和新生学籍建档',
      basis: cite(system, '三、2', 'S5-3.2.1'),
      holder: 'COUNTY',
      rhythm: { kind: 'EVERY', period: 'SCHOOL_YEAR', lastDay: '09-30' },
    }),
  ],
};
