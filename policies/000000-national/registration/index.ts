/** 国家 建籍: entry age, building the file, one registration and one number for each child. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';
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
  duties: [
    duty({
      id: 'approve-registrations',
      title: '及时核准学生学籍',
      basis: cite(measures, '第四条', 'MOE-4.3'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'AFTER', event: '学校提交建籍' },
    }),
    duty({
      id: 'check-duplicates',
      title: '学校和学籍主管部门各自查重',
      basis: cite(measures, '第六条', 'MOE-6.3'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'AFTER', event: '学校提交建籍' },
    }),
  ],
};
