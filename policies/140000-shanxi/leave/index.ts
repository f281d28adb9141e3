/** 山西 休学复学: leave by the hours of the term, two years at most; guests in the cases that the province names. */
import { cite, type PackPart, paper, step } from '../../../src/policy/index.ts';
import { leaveCap } from '../../000000-national/leave/application/cap.ts';
import { groundByHours } from '../../000000-national/leave/application/ground-by-hours.ts';
import { keptRegistration } from '../../000000-national/leave/application/kept-registration.ts';
import { leavePapers } from '../../000000-national/leave/application/papers.ts';
import { leaveTerm } from '../../000000-national/leave/application/term.ts';
import { approval } from '../../000000-national/leave/approval.ts';
import { extensionCap } from '../../000000-national/leave/extension/cap.ts';
import { extensionPapers } from '../../000000-national/leave/extension/papers.ts';
import { guestEndsAtRegistered } from '../../000000-national/leave/guest-study/end.ts';
import { guestInSameGrade } from '../../000000-national/leave/guest-study/same-grade.ts';
import { returnPapers } from '../../000000-national/leave/return/papers.ts';
import { workStudyAgreement } from '../../000000-national/leave/special-education/agreement.ts';
import { registrationAtEither } from '../../000000-national/leave/special-education/either-school.ts';
import { rules as text } from '../instruments.ts';
import { guestParentsAbroad, guestSeat } from './guest-study-conditions.ts';
import { notApplied } from './not-applied.ts';
import { returnGrade } from './return-grade.ts';
import { settings } from './settings.ts';

const FORM = '《山西省中小学生休学、复学申请表》（附件7）';
const chain = ['SCHOOL', 'AUTHORITY'] as const;

const leaveRules = [
  groundByHours(cite(text, '第二十三条', 'SX-23.2.1', 'SX-23.2.2', 'SX-23.2.3'), 'FORCE_MAJEURE'),
  leavePapers({
    basis: cite(text, '第二十四条', 'SX-24.2', 'SX-24.1', 'SX-24.3'),
    application: `书面休学申请和${FORM}`,
    other: { proof: 'OFFICE', of: ['FORCE_MAJEURE'] },
  }),
  leaveTerm({ basis: cite(text, '第二十四条', 'SX-24.10', 'SX-T.2.1'), force: 'PRINCIPLE' }),
  leaveCap(cite(text, '第二十四条', 'SX-24.10')),
  keptRegistration({ basis: cite(text, '第二十四条', 'SX-24.6') }),
  approval('leave', {
    basis: cite(text, '第二十四条', 'SX-24.4', 'SX-24.5'),
    chain,
    does: { AUTHORITY: '审批' },
    afterwards: [
      step('SCHOOL', '通过学籍系统报学籍主管部门登记，作休学处理'),
      step('SCHOOL', '记入学生电子档案，医院等的证明作为申请表附件保存备查'),
    ],
  }),
];

const extensionRules = [
  extensionCap(cite(text, '第二十四条', 'SX-24.10')),
  extensionPapers({
    basis: cite(text, '第二十四条', 'SX-24.11'),
    application: '延长休学期的书面申请',
    otherProof: 'OTHER',
  }),
  approval('leave-extension', {
    basis: cite(text, '第二十四条', 'SX-24.11'),
    chain,
    does: { SCHOOL: '同意', AUTHORITY: '核准' },
  }),
];

const returnRules = [
  returnGrade,
  returnPapers({ basis: cite(text, '第二十四条', 'SX-24.7'), application: FORM, certificate: false }),
  approval('return', {
    basis: cite(text, '第二十四条', 'SX-24.9'),
    chain,
    does: { AUTHORITY: '核准' },
    afterwards: [step('SCHOOL', '通过学籍系统报学籍主管部门登记，作复学处理')],
  }),
];

const guestRules = [
  guestParentsAbroad,
  guestSeat,
  guestInSameGrade(cite(text, '第二十六条', 'SX-26.4')),
  approval('guest-study', {
    basis: cite(text, '第二十六条', 'SX-26.2', 'SX-26.1'),
    chain: ['GUEST_SCHOOL', 'AUTHORITY'],
    does: { GUEST_SCHOOL: '接收申请并审核', AUTHORITY: '办理借读手续并批准' },
    papers: [
      paper('GUARDIAN', '书面借读申请和《山西省中小学生借读申请表》（附件9）'),
      paper('GUARDIAN', '监护人所在单位的证明'),
      paper('GUARDIAN', '借读所在地亲属的户籍证明'),
      paper('REGISTERED_SCHOOL', '原校证明和学籍基础信息表复印件'),
    ],
  }),
  guestEndsAtRegistered({
    basis: cite(text, '第二十七条', 'SX-27.2', 'SX-27.3'),
    what: '毕业、修业、肄业证书由学籍所在学校发放，普通高中学业水平考试在该校参加',
  }),
];

export const leave: PackPart = {
  rules: [
    ...[...leaveRules, ...extensionRules, ...returnRules, ...guestRules],
    registrationAtEither(cite(text, '第二十一条', 'SX-21.1')),
    workStudyAgreement(cite(text, '第二十一条', 'SX-21.2')),
  ],
  settings,
  notApplied,
};
