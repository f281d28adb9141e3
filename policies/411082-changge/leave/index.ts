/** 长葛 休学复学: leave by the hours of the term, confirmed by the department; no guests, and nobody is ordered to stop. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { groundByHours } from '../../000000-national/leave/application/ground-by-hours.ts';
import { keptRegistration } from '../../000000-national/leave/application/kept-registration.ts';
import { leavePapers } from '../../000000-national/leave/application/papers.ts';
import { leaveTerm } from '../../000000-national/leave/application/term.ts';
import { approval } from '../../000000-national/leave/approval.ts';
import { leaveExpired } from '../../000000-national/leave/expired.ts';
import { extensionPapers } from '../../000000-national/leave/extension/papers.ts';
import { guestStudyGround } from '../../000000-national/leave/guest-study/ground.ts';
import { inCompulsory } from '../../000000-national/leave/in-compulsory.ts';
import { earlyReturn } from '../../000000-national/leave/return/early.ts';
import { gradeBySchool } from '../../000000-national/leave/return/grade-by-school.ts';
import { returnPapers } from '../../000000-national/leave/return/papers.ts';
import { homeDelivery } from '../../000000-national/leave/special-education/home-delivery.ts';
import { provisions as text } from '../instruments.ts';
import { duties } from './duties.ts';
import { leaveNotOrdered } from './ordered.ts';

const chain = ['SCHOOL', 'AUTHORITY'] as const;
const does = { AUTHORITY: '确认' } as const;

const leaveRules = [
  groundByHours(cite(text, '三、2（一）', 'CG-3.2.1.1', 'CG-3.2.1.2', 'CG-3.2.1.3'), 'OTHER'),
  leaveNotOrdered,
  leavePapers({
    basis: cite(text, '三、2（二）', 'CG-3.2.2.a', 'CG-3.2.2.b'),
    application: '监护人的书面申请',
    other: { proof: 'OTHER', of: ['ABSENCE', 'OTHER'] },
  }),
  leaveTerm({ basis: cite(text, '三、2（三）', 'CG-3.2.3.a'), force: 'PRINCIPLE' }),
  keptRegistration({ basis: cite(text, '三、2（三）', 'CG-3.2.3.c') }),
  approval('leave', { basis: cite(text, '三、2（二）', 'CG-3.2.2.c'), chain, does }),
].map(inCompulsory);

const extensionBasis = cite(text, '三、2（三）', 'CG-3.2.3.b');
const extensionRules = [
  extensionPapers({ basis: extensionBasis, application: '延长休学期限的申请', otherProof: 'OTHER' }),
  approval('leave-extension', { basis: extensionBasis, chain, does }),
].map(inCompulsory);

const returnRules = [
  earlyReturn({ basis: cite(text, '三、2（三）', 'CG-3.2.3.d') }),
  returnPapers({
    basis: cite(text, '三、2（三）', 'CG-3.2.3.e', 'CG-3.2.3.d'),
    application: '监护人的复学申请',
    recovery: { what: '县级以上医院认定治愈或可以正常学习的证明', hospital: 'COUNTY' },
    certificate: false,
  }),
  gradeBySchool(cite(text, '三、2（三）', 'CG-3.2.3.g'), '由学校按接续学业原则安排就读年级'),
  approval('return', { basis: cite(text, '三、2（三）', 'CG-3.2.3.d'), chain, does }),
].map(inCompulsory);

export const leave: PackPart = {
  rules: [
    ...[...leaveRules, ...extensionRules, ...returnRules],
    inCompulsory(
      leaveExpired({
        basis: cite(text, '三、2（三）', 'CG-3.2.3.f'),
        consequence: '由户口所在地乡镇人民政府或街道办事处责令监护人送学生复学',
        afterwards: { by: 'TOWNSHIP', what: '责令监护人送学生复学' },
      }),
    ),
  ],
  settings: [
    setting(guestStudyGround, { grounds: [], otherwise: 'NOT' }, cite(text, '二、2', 'CG-2.2.9', 'CG-2.2.1')),
    setting(homeDelivery, { registeredAt: ['HOME_DELIVERY_SCHOOL'] }, cite(text, '二、2', 'CG-2.2.10')),
  ],
  duties,
};
