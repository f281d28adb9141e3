/** 学校文本 篇三 休学复学请假: what the text says of leave, guests, and days away. */
import { cite, type Instrument, type PackPart, paper, step } from '../../../../src/policy/index.ts';
import { keptRegistration } from '../../../000000-national/leave/application/kept-registration.ts';
import { leavePapers } from '../../../000000-national/leave/application/papers.ts';
import { leaveTerm } from '../../../000000-national/leave/application/term.ts';
import { approval } from '../../../000000-national/leave/approval.ts';
import { leaveProof } from '../../../000000-national/leave/attendance/proof.ts';
import { leaveTiers } from '../../../000000-national/leave/attendance/tiers.ts';
import { truancy } from '../../../000000-national/leave/attendance/truancy.ts';
import { schoolTakesNoGuests } from '../../../000000-national/leave/guest-study/school-takes-none.ts';
import { earlyReturn } from '../../../000000-national/leave/return/early.ts';
import { returnPapers } from '../../../000000-national/leave/return/papers.ts';
import { extensionMayBeAsked } from './extension.ts';
import { leavingSchool } from './gate.ts';
import { schoolLeaveGround } from './ground.ts';
import { graduatingGuest } from './guest-graduating.ts';
import { schoolReturnGrade } from './return-grade.ts';

export const leave = (text: Instrument): PackPart => ({
  rules: [...leaveRules(text), ...returnRules(text), ...guestRules(text), ...attendanceRules(text)],
  notApplied: [
    {
      question: 'guest-study',
      basis: cite(text, '三、3（2）', 'S3-3.3.2'),
      says: '临时借读的，由学校建立临时学籍',
      because: '国家·第六条规定不得重复建立学籍；借读只作借读记录，学籍仍在原学校',
      conflict: 'C21',
    },
  ],
});

const leaveRules = (text: Instrument) => [
  schoolLeaveGround(cite(text, '四、1', 'S3-4.1.1', 'S3-4.1.2', 'S3-4.1.3')),
  leavePapers({
    id: 'leave-papers-of-school',
    basis: cite(text, '四、2', 'S3-4.2.1'),
    application: '家长的休学申请',
    yields: true,
  }),
  approval('leave', {
    id: 'leave-approval-of-school',
    basis: cite(text, '四、2', 'S3-4.2.2', 'S3-4.2.3'),
    chain: ['SCHOOL', 'COUNTY', 'CITY'],
    does: { SCHOOL: '审查属实' },
    afterwards: [step('SCHOOL', '发给休学证明书')],
    yields: true,
  }),
  leaveTerm({ id: 'leave-term-of-school', basis: cite(text, '四、3', 'S3-4.3.1'), force: 'MUST', yields: true }),
  extensionMayBeAsked(cite(text, '四、3', 'S3-4.3.1')),
  keptRegistration({ id: 'kept-registration-of-school', basis: cite(text, '四、3', 'S3-4.3.1'), yields: true }),
];

const returnRules = (text: Instrument) => [
  earlyReturn({ id: 'return-early-of-school', basis: cite(text, '四、4', 'S3-4.4.1'), yields: true }),
  returnPapers({
    id: 'return-papers-of-school',
    basis: cite(text, '四、3', 'S3-4.3.2'),
    application: '复学申请和有关材料',
    certificate: true,
    yields: true,
  }),
  approval('return', {
    id: 'return-approval-of-school',
    basis: cite(text, '四、3', 'S3-4.3.2', 'S3-4.4.1'),
    chain: ['SCHOOL'],
    does: { SCHOOL: '审核批准' },
    yields: true,
  }),
  schoolReturnGrade(cite(text, '四、3', 'S3-4.3.2', 'S3-4.4.2')),
];

const guestRules = (text: Instrument) => [
  schoolTakesNoGuests(cite(text, '三、3（1）', 'S3-3.3.1', 'S3-3.3.2')),
  graduatingGuest(cite(text, '三、3（3）', 'S3-3.3.3')),
  approval('guest-study', {
    id: 'guest-study-approval-of-school',
    basis: cite(text, '三、3（2）', 'S3-3.3.2'),
    chain: ['GUEST_SCHOOL', 'AUTHORITY'],
    does: { GUEST_SCHOOL: '同意', AUTHORITY: '审核' },
    papers: [paper('GUARDIAN', '临时借读申请')],
    afterwards: [step('GUEST_SCHOOL', '向学生户口所在地教育行政部门出具已入学的证明')],
  }),
];

const attendanceRules = (text: Instrument) => [
  leaveTiers({
    basis: cite(text, '七、1', 'S3-7.1.1'),
    first: { by: 'CLASS_TEACHER', days: 3 },
    second: { by: 'MORAL_OFFICE', days: 7 },
    third: { by: 'VICE_PRINCIPAL', days: 14 },
    beyond: undefined,
    gap: '两周以上',
  }),
  leaveProof(cite(text, '七、1', 'S3-7.1.1'), false),
  truancy({
    id: 'truancy-of-school',
    basis: cite(text, '七、1', 'S3-7.1.2'),
    beyondLeave: false,
    yields: true,
  }),
  leavingSchool(cite(text, '七、2', 'S3-7.2')),
];
