/** 学校文本 篇四 休学复学请假: what the text says of leave, guests, and days away. */
import { cite, type Instrument, type PackPart, paper, setting, step } from '../../../../src/policy/index.ts';
import { leavePapers } from '../../../000000-national/leave/application/papers.ts';
import { leaveTerm } from '../../../000000-national/leave/application/term.ts';
import { approval } from '../../../000000-national/leave/approval.ts';
import { leaveProof } from '../../../000000-national/leave/attendance/proof.ts';
import { leaveTiers } from '../../../000000-national/leave/attendance/tiers.ts';
import { extensionPapers } from '../../../000000-national/leave/extension/papers.ts';
import { guestEndsAtRegistered } from '../../../000000-national/leave/guest-study/end.ts';
import { schoolTakesNoGuests } from '../../../000000-national/leave/guest-study/school-takes-none.ts';
import { guestRegistration } from '../../../000000-national/leave/guest-study/second-registration.ts';
import { returnPapers } from '../../../000000-national/leave/return/papers.ts';
import { graduatingLeave } from './graduating-grade.ts';
import { termStart } from './term-start.ts';

const chain = ['SCHOOL', 'AUTHORITY'] as const;

export const leave = (text: Instrument): PackPart => ({
  rules: [...leaveRules(text), ...returnRules(text), ...guestRules(text), ...attendanceRules(text)],
  settings: [setting(guestRegistration, { live: 1 }, cite(text, '三', 'S4-3.3'))],
});

const leaveRules = (text: Instrument) => [
  graduatingLeave(cite(text, '四', 'S4-4.4')),
  leavePapers({
    id: 'leave-papers-of-school',
    basis: cite(text, '四', 'S4-4.1'),
    application: '家长的书面申请',
    hospitalPapers: ['ORIGINAL_RECORD'],
    yields: true,
  }),
  approval('leave', {
    id: 'leave-approval-of-school',
    basis: cite(text, '四', 'S4-4.2'),
    chain,
    does: { SCHOOL: '审查同意，填写休学证明' },
    yields: true,
  }),
  leaveTerm({ id: 'leave-term-of-school', basis: cite(text, '四', 'S4-4.3'), force: 'PRINCIPLE', yields: true }),
  extensionPapers({
    id: 'leave-extension-papers-of-school',
    basis: cite(text, '四', 'S4-4.3'),
    application: '续办休学的申请',
    otherProof: 'NONE',
    yields: true,
  }),
  approval('leave-extension', {
    id: 'leave-extension-approval-of-school',
    basis: cite(text, '四', 'S4-4.3', 'S4-4.2'),
    chain,
    does: { SCHOOL: '审查同意' },
    yields: true,
  }),
];

const returnRules = (text: Instrument) => [
  returnPapers({
    id: 'return-papers-of-school',
    basis: cite(text, '四', 'S4-4.5'),
    application: '复学申请',
    recovery: { what: '医院建议复学证明', hospital: 'BELOW_COUNTY' },
    certificate: true,
    yields: true,
  }),
  approval('return', {
    id: 'return-approval-of-school',
    basis: cite(text, '四', 'S4-4.5'),
    chain,
    does: { SCHOOL: '审查同意' },
    afterwards: [step('SCHOOL', '重新注册')],
    yields: true,
  }),
];

const guestRules = (text: Instrument) => [
  schoolTakesNoGuests(cite(text, '三', 'S4-3.1', 'S4-3.2')),
  approval('guest-study', {
    id: 'guest-study-approval-of-school',
    basis: cite(text, '三', 'S4-3.2', 'S4-3.3'),
    chain: ['GUEST_SCHOOL', 'REGISTERED_SCHOOL', 'AUTHORITY'],
    does: { GUEST_SCHOOL: '同意', REGISTERED_SCHOOL: '同意' },
    papers: [paper('GUARDIAN', '书面申请和暂读申请表')],
    afterwards: [step('GUEST_SCHOOL', '毕业时把暂读材料移交学籍所在学校，由其完成毕业生档案')],
  }),
  guestEndsAtRegistered({
    id: 'guest-study-end-of-school',
    basis: cite(text, '三', 'S4-3.4'),
    what: '毕业成绩归学籍所在学校，由其发放毕业证书，但不列入该校的保送范围',
  }),
];

const attendanceRules = (text: Instrument) => [
  leaveTiers({
    basis: cite(text, '七、2', 'S4-7.3'),
    first: { by: 'CLASS_TEACHER', days: 1 },
    second: { by: undefined, days: 6 },
    third: { by: 'ACADEMIC_OFFICE', days: 14 },
    beyond: 'PRINCIPAL',
    gap: '两天至六天',
  }),
  leaveProof(cite(text, '七、2', 'S4-7.2'), true),
  termStart(cite(text, '七、1', 'S4-7.0', 'S4-7.1')),
];
