/** 学校文本 篇六 休学借读: leave after three months of absence; a guest changes the kind of student, nothing else. */
import { cite, type Instrument, type PackPart, setting } from '../../../../src/policy/index.ts';
import { approval } from '../../../000000-national/leave/approval.ts';
import { guestRegistration } from '../../../000000-national/leave/guest-study/second-registration.ts';
import { schoolLeaveGround } from './ground.ts';

export const leave = (text: Instrument): PackPart => ({
  rules: [
    schoolLeaveGround(cite(text, '第十五条', 'S6-15.1')),
    approval('leave', {
      id: 'leave-approval-of-school',
      basis: cite(text, '第十五条', 'S6-15.2'),
      chain: ['SCHOOL', 'AUTHORITY'],
      does: { SCHOOL: '提交申请', AUTHORITY: '审核，审核后自动生效' },
      yields: true,
    }),
  ],
  settings: [setting(guestRegistration, { live: 1 }, cite(text, '第十一条', 'S6-11.1'))],
});
