/** 四川 监管: eight breaches, written approval, term reviews and reports, registrars, years of schooling. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { authorityBreach } from '../../000000-national/oversight/breaches/authority-breach.ts';
import { schoolBreach } from '../../000000-national/oversight/breaches/school-breach.ts';
import { writtenApproval } from '../../000000-national/oversight/confidentiality/written-approval.ts';
import { supervisingAuthority } from '../../000000-national/oversight/institutions/supervising-authority.ts';
import { withinScope } from '../../000000-national/oversight/institutions/within-scope.ts';
import { registrarFiled } from '../../000000-national/oversight/registrars/registrar-filed.ts';
import { registrarNamed } from '../../000000-national/oversight/registrars/registrar-named.ts';
import { registrarTrained } from '../../000000-national/oversight/registrars/registrar-trained.ts';
import { termReport } from '../../000000-national/oversight/reviews/term-report.ts';
import { termReview } from '../../000000-national/oversight/reviews/term-review.ts';
import { measures } from '../instruments.ts';
import { duties } from './duties.ts';
import { schoolingTrial } from './schooling-trial.ts';

const BREACH_CLAUSES = ['SC-51.0', ...[1, 2, 3, 4, 5, 6, 7, 8].map((item) => `SC-51.${item}`)];

export const oversight: PackPart = {
  rules: [
    schoolingTrial,
    registrarNamed(cite(measures, '第三条', 'SC-3.9')),
    registrarTrained(cite(measures, '第四十七条', 'SC-47.2')),
    registrarFiled(cite(measures, '第四十七条', 'SC-47.3')),
    writtenApproval(cite(measures, '第四十九条', 'SC-49.2')),
    termReview(cite(measures, '第四十八条', 'SC-48.1'), ['SCHOOL', 'AUTHORITY']),
    termReport(
      cite(measures, '第二十条', 'SC-20.3', 'SC-20.4', 'SC-A.9'),
      '四川省普通高中学生增减情况登记表（附件9）',
      ['SENIOR'],
    ),
    schoolBreach(cite(measures, '第五十一条', ...BREACH_CLAUSES), {
      NO_FILE: '第五十一条第一项',
      FALSE_DATA: '第五十一条第二项',
      LATE_CHANGE: '第五十一条第三项',
      LATE_DROPOUT: '第五十一条第四项',
      NO_TRANSFER: '第五十一条第五项',
      NO_HAND_OVER: '第五十一条第六项',
      LEAK: '第五十一条第七项',
      OTHER: '第五十一条第八项',
    }),
    authorityBreach(cite(measures, '第五十条', 'SC-50.1')),
  ],
  settings: [
    setting(
      supervisingAuthority,
      { levels: ['COUNTY', 'CITY', 'PROVINCE'] },
      cite(measures, '第三条', 'SC-3.6', 'SC-3.5', 'SC-3.1'),
    ),
    setting(
      withinScope,
      { kinds: ['PRIMARY', 'JUNIOR', 'SENIOR', 'SPECIAL', 'WORK_STUDY'] },
      cite(measures, '第二条', 'SC-2.1'),
    ),
  ],
  duties,
};
