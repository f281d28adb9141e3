/** 长葛 离校: nothing is ordered by a school; dropout, skipping, death, and students missing or detained. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { deathDeregistered } from '../../000000-national/departure/death-deregistered.ts';
import { dropoutReport } from '../../000000-national/departure/dropout-report.ts';
import { registrationKept } from '../../000000-national/departure/registration-kept.ts';
import { provisions } from '../instruments.ts';
import { missingOrDetained } from './missing-or-detained.ts';
import { noOrderedRetention, noOrderedWithdrawal } from './no-ordered-departure.ts';
import { skipping } from './skipping.ts';

const DROPOUT = '三、3（二）';

export const departure: PackPart = {
  rules: [
    ...[noOrderedWithdrawal, noOrderedRetention, skipping, missingOrDetained],
    deathDeregistered(cite(provisions, '三、5', 'CG-3.5.1')),
    dropoutReport(cite(provisions, DROPOUT, 'CG-3.3.2.c'), ['TOWNSHIP', 'COUNTY']),
    registrationKept(cite(provisions, DROPOUT, 'CG-3.3.2.d', 'CG-3.3.2.e'), { handsOver: true }),
  ],
  duties: [
    duty({
      id: 'dropout-prevention',
      title: '采取措施防止学生辍学',
      basis: cite(provisions, DROPOUT, 'CG-3.3.2.a'),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'dropout-brought-back',
      title: '及时采取措施使辍学学生复学',
      basis: cite(provisions, DROPOUT, 'CG-3.3.2.b'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '发现学生辍学' },
    }),
    duty({
      id: 'migrant-dropout-file-hand-over',
      title: '学期末向户籍所在地转交辍学随迁子女的电子学籍档案',
      basis: cite(provisions, DROPOUT, 'CG-3.3.2.e'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'EVERY', period: 'TERM' },
    }),
  ],
};
