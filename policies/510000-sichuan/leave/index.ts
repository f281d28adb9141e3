/** 四川 休学复学: generally no leave but for illness; county and city approve; truancy; special education. */
import { cite, type PackPart, setting, step } from '../../../src/policy/index.ts';
import { keptRegistration } from '../../000000-national/leave/application/kept-registration.ts';
import { leavePapers } from '../../000000-national/leave/application/papers.ts';
import { leaveTerm } from '../../000000-national/leave/application/term.ts';
import { approval } from '../../000000-national/leave/approval.ts';
import { truancy } from '../../000000-national/leave/attendance/truancy.ts';
import { leaveExpired } from '../../000000-national/leave/expired.ts';
import { extensionPapers } from '../../000000-national/leave/extension/papers.ts';
import { guestStudyGround } from '../../000000-national/leave/guest-study/ground.ts';
import { earlyReturn } from '../../000000-national/leave/return/early.ts';
import { gradeBySchool } from '../../000000-national/leave/return/grade-by-school.ts';
import { returnPapers } from '../../000000-national/leave/return/papers.ts';
import { workStudyAgreement } from '../../000000-national/leave/special-education/agreement.ts';
import { registrationAtEither } from '../../000000-national/leave/special-education/either-school.ts';
import { homeDelivery } from '../../000000-national/leave/special-education/home-delivery.ts';
import { measures as text } from '../instruments.ts';
import { duties } from './duties.ts';
import { extensionWindow } from './extension-window.ts';
import { leaveGround } from './ground.ts';
import { leaveOrdered } from './ordered.ts';
import { returnExamNumber } from './return-exam-number.ts';
import { specialEducationEntry } from './special-education-entry.ts';

const FORM = '《四川省中小学生休学复学申请表》（附件5）';
const chain = ['SCHOOL', 'COUNTY', 'CITY'] as const;

const leaveRules = [
  leaveGround,
  leavePapers({ basis: cite(text, '第二十五条', 'SC-25.3'), application: `书面申请和${FORM}` }),
  leaveTerm({ basis: cite(text, '第二十六条', 'SC-26.1'), force: 'PRINCIPLE' }),
  keptRegistration({ basis: cite(text, '第二十六条', 'SC-26.8') }),
  approval('leave', { basis: cite(text, '第二十五条', 'SC-25.2'), chain, does: { SCHOOL: '同意' } }),
  leaveOrdered,
];

const extensionRules = [
  extensionWindow,
  extensionPapers({
    basis: cite(text, '第二十六条', 'SC-26.6'),
    application: '继续休学申请',
    otherProof: 'NONE',
  }),
  approval('leave-extension', {
    basis: cite(text, '第二十六条', 'SC-26.6'),
    chain: ['SCHOOL'],
    does: { SCHOOL: '同意' },
  }),
  leaveExpired({ basis: cite(text, '第二十六条', 'SC-26.7', 'SC-26.2'), consequence: '按旷课处理' }),
];

const returnRules = [
  earlyReturn({ basis: cite(text, '第二十六条', 'SC-26.3') }),
  returnPapers({
    basis: cite(text, '第二十六条', 'SC-26.3'),
    application: `复学申请和${FORM}`,
    recovery: { what: '县级以上医疗机构相关证明材料', hospital: 'COUNTY' },
    certificate: false,
  }),
  approval('return', { basis: cite(text, '第二十六条', 'SC-26.3'), chain, does: { SCHOOL: '审核同意' } }),
  gradeBySchool(cite(text, '第二十六条', 'SC-26.4'), '由学校根据学生实际情况安排适当年级'),
  returnExamNumber,
];

export const leave: PackPart = {
  rules: [
    ...[...leaveRules, ...extensionRules, ...returnRules],
    truancy({
      basis: cite(text, '第二十二条', 'SC-22.2', 'SC-22.3'),
      beyondLeave: true,
      afterwards: [step('SCHOOL', '及时与监护人联系')],
    }),
    specialEducationEntry,
    registrationAtEither(cite(text, '第三十四条', 'SC-34.1')),
    workStudyAgreement(cite(text, '第三十四条', 'SC-34.2')),
  ],
  settings: [
    setting(guestStudyGround, { grounds: [], otherwise: 'NOT' }, cite(text, '第三十五条', 'SC-35.2', 'SC-35.1')),
    setting(homeDelivery, { registeredAt: ['HOME_DELIVERY_SCHOOL'] }, cite(text, '第十六条', 'SC-16.1')),
  ],
  duties,
};
