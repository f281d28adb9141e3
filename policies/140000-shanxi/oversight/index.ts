/** 山西 监管: the city over senior schools, ten breaches, approval also for looking up, reviews and reports. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { authorityBreach } from '../../000000-national/oversight/breaches/authority-breach.ts';
import { schoolBreach } from '../../000000-national/oversight/breaches/school-breach.ts';
import { writtenApproval } from '../../000000-national/oversight/confidentiality/written-approval.ts';
import { supervisedBy } from '../../000000-national/oversight/institutions/supervising-authority.ts';
import { withinScope } from '../../000000-national/oversight/institutions/within-scope.ts';
import { registrarFiled } from '../../000000-national/oversight/registrars/registrar-filed.ts';
import { registrarNamed } from '../../000000-national/oversight/registrars/registrar-named.ts';
import { registrarTrained } from '../../000000-national/oversight/registrars/registrar-trained.ts';
import { termReport } from '../../000000-national/oversight/reviews/term-report.ts';
import { termReview } from '../../000000-national/oversight/reviews/term-review.ts';
import { rules } from '../instruments.ts';
import { duties } from './duties.ts';
import { formalStaff } from './formal-staff.ts';
import { lookUpApproved } from './look-up-approved.ts';
import { schoolingModes } from './schooling-modes.ts';

const BREACH_CLAUSES = ['SX-46.0', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((item) => `SX-46.${item}`)];
const NINTH = '第四十六条第九项';

export const oversight: PackPart = {
  rules: [
    supervisedBy({
      id: 'supervising-authority-of-shanxi',
      basis: cite(rules, '第三条', 'SX-3.7', 'SX-3.9', 'SX-3.1', 'SX-9.8'),
      seniorBy: 'CITY',
      replaces: 'supervising-authority',
    }),
    schoolingModes,
    registrarNamed(cite(rules, '第三条', 'SX-3.14')),
    registrarTrained(cite(rules, '第四十二条', 'SX-42.4')),
    registrarFiled(cite(rules, '第四十二条', 'SX-42.2', 'SX-42.4')),
    formalStaff,
    writtenApproval(cite(rules, '第四十四条', 'SX-44.1')),
    lookUpApproved,
    termReview(cite(rules, '第四十三条', 'SX-43.1'), ['SCHOOL', 'AUTHORITY']),
    termReport(cite(rules, '第七条', 'SX-7.3', 'SX-7.4', 'SX-6.1.5'), '学生增减情况登记表（附件4）', [
      'PRIMARY',
      'JUNIOR',
      'SENIOR',
    ]),
    schoolBreach(cite(rules, '第四十六条', ...BREACH_CLAUSES), {
      NO_FILE: '第四十六条第一项',
      FALSE_DATA: '第四十六条第二项',
      OVER_CAPACITY: '第四十六条第三项',
      LATE_CHANGE: '第四十六条第四项',
      LATE_DROPOUT: '第四十六条第五项',
      NO_TRANSFER: '第四十六条第六项',
      NO_HAND_OVER: '第四十六条第七项',
      LEAK: '第四十六条第八项',
      FRAUD: NINTH,
      ALTERED_FILE: NINTH,
      FALSE_STATISTICS: NINTH,
      REFUSED_STUDENT: NINTH,
      FORCED_OUT: NINTH,
      OTHER: '第四十六条第十项',
    }),
    authorityBreach(cite(rules, '第四十五条', 'SX-45.1')),
  ],
  settings: [
    setting(
      withinScope,
      { kinds: ['PRIMARY', 'JUNIOR', 'SENIOR', 'SPECIAL', 'WORK_STUDY'] },
      cite(rules, '第二条', 'SX-2.1'),
    ),
  ],
  duties,
};
