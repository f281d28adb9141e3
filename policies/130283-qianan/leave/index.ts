/** 迁安 休学复学: leave for illness from a year to two; the centre school approves; no guests in principle. */
import { cite, type PackPart, paper, setting, step } from '../../../src/policy/index.ts';
import { leaveCap } from '../../000000-national/leave/application/cap.ts';
import { leavePapers } from '../../000000-national/leave/application/papers.ts';
import { approval } from '../../000000-national/leave/approval.ts';
import { extensionCap } from '../../000000-national/leave/extension/cap.ts';
import { guestEndsAtRegistered } from '../../000000-national/leave/guest-study/end.ts';
import { guestStudyGround } from '../../000000-national/leave/guest-study/ground.ts';
import { guestInSameGrade } from '../../000000-national/leave/guest-study/same-grade.ts';
import { guestRegistration } from '../../000000-national/leave/guest-study/second-registration.ts';
import { inCompulsory } from '../../000000-national/leave/in-compulsory.ts';
import { gradeBySchool } from '../../000000-national/leave/return/grade-by-school.ts';
import { returnPapers } from '../../000000-national/leave/return/papers.ts';
import { system as text } from '../instruments.ts';
import { leaveAtLeast, leaveGround, leaveShare, returnNotEarly } from './application.ts';
import { guestStudyWindow } from './guest-study-window.ts';
import { notApplied } from './not-applied.ts';

const chain = ['SCHOOL', 'CENTRE_SCHOOL'] as const;
const does = {
  SCHOOL: '调查并写出调查报告，开具休学证明一式两份',
  CENTRE_SCHOOL: '审批乡镇小学的休学',
} as const;

const leaveRules = [
  leaveGround,
  leavePapers({
    basis: cite(text, '二、（四）', 'S5-2.4.1'),
    application: '书面休学申请',
    hospitalPapers: ['RECEIPT', 'RECORD_COPY'],
  }),
  leaveAtLeast,
  leaveCap(cite(text, '二、（四）', 'S5-2.4.5')),
  leaveShare,
  approval('leave', { basis: cite(text, '二、（四）', 'S5-2.4.2'), chain, does }),
  extensionCap(cite(text, '二、（四）', 'S5-2.4.5')),
  approval('leave-extension', { basis: cite(text, '二、（四）', 'S5-2.4.5', 'S5-2.4.2'), chain, does }),
];

const returnBasis = cite(text, '二、（四）', 'S5-2.4.4');
const returnRules = [
  returnNotEarly,
  returnPapers({
    basis: returnBasis,
    application: '复学申请',
    recovery: { what: '县级以上医院康复证明', hospital: 'COUNTY' },
    certificate: false,
  }),
  gradeBySchool(returnBasis, '由学校编入相应的年级就读'),
  approval('return', { basis: returnBasis, chain: ['SCHOOL'], does: { SCHOOL: '批准' } }),
];

const guestRules = [
  guestInSameGrade(cite(text, '二、（三）2', 'S5-2.3.4')),
  guestStudyWindow,
  approval('guest-study', {
    basis: cite(text, '二、（三）2', 'S5-2.3.3'),
    chain: ['AUTHORITY'],
    does: { AUTHORITY: '审核盖章；乡镇之间小学借读的，由乡镇中心校审核盖章' },
    papers: [
      paper('GUARDIAN', '暂住证'),
      paper('GUARDIAN', '就业证明或工商营业执照'),
      paper('REGISTERED_SCHOOL', '借读证明信'),
    ],
    afterwards: [step('REGISTERED_SCHOOL', '保留借读证明和学籍')],
  }),
  guestEndsAtRegistered({
    basis: cite(text, '二、（三）3', 'S5-2.3.6'),
    what: '毕业、升学考试回学籍所在学校参加',
  }),
];

export const leave: PackPart = {
  rules: [...leaveRules, ...returnRules, ...guestRules].map(inCompulsory),
  settings: [
    setting(guestStudyGround, { grounds: [], otherwise: 'NOT_IN_PRINCIPLE' }, cite(text, '二、（三）', 'S5-2.3.1')),
    setting(guestRegistration, { live: 1 }, cite(text, '二、（三）3', 'S5-2.3.5')),
  ],
  notApplied,
};
