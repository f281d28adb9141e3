/** 借读情形: nobody is taken in without a transfer, unless the text of the place names the case. */
import { allow, cite, deny, fixed, leftOpen, rule, weigh, worded } from '../../../../src/policy/index.ts';
import { GUEST_REASONS, type GuestReason } from '../../../../src/policy/questions/leave.ts';
import { measures } from '../../instruments.ts';

const OTHERWISE = { NOT: '不得借读', NOT_IN_PRINCIPLE: '原则上不借读' } as const;

const field = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'FIELD_WORK',
  gradeRegistered: 7,
  gradeThere: 7,
  secondRegistration: false,
} as const;
const open = { grounds: ['FIELD_WORK'], otherwise: 'NOT' } as const;

/**
 * The registration follows the person: a child who moves with its parents is transferred or registered where it goes
 * to school. Which other children may be guests, and how firmly the rest may not, is for the place; without a word of
 * it nobody may but by a decision of the authority.
 */
export const guestStudyGround = rule('guest-study')({
  id: 'guest-study-ground',
  title: '借读情形',
  basis: cite(measures, '第六条', 'MOE-6.5', 'MOE-6.4'),
  force: 'MUST',
  parameters: {
    grounds: worded(leftOpen<readonly GuestReason[]>('SUBSET', '可以借读的情形'), GUEST_REASONS),
    otherwise: worded(leftOpen<keyof typeof OTHERWISE>('ONCE', '其他情形的借读'), OTHERWISE),
    follows: fixed<readonly GuestReason[]>(['MIGRANT'], 'SUBSET', '学籍随人转移、不作借读的情形'),
  },
  decide: ({ reason }, law) => {
    const facts = { reason: GUEST_REASONS[reason] };
    if (law.follows.includes(reason)) return deny('TRANSFER_INSTEAD', facts);
    if (!law.grounds.includes(reason)) {
      return law.otherwise === 'NOT' ? deny('NO_GROUND', facts) : weigh('NO_GROUND_IN_PRINCIPLE', facts, 'PRINCIPLE');
    }
    return allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '{reason}，可以借读',
    TRANSFER_INSTEAD: '{reason}在就读学校建籍或转学，同等对待，不作借读',
    NO_GROUND: '{reason}不属于可以借读的情形；未办转学的，学校不接收入学',
    NO_GROUND_IN_PRINCIPLE: '{reason}不属于可以借读的情形，原则上应在学籍所在学校就读',
  },
  remedies: {
    TRANSFER_INSTEAD: '已有学籍的，由就读学校发起转学；没有学籍的，由就读学校建籍',
    NO_GROUND: '确需在该校就读的，由该校发起转学',
    NO_GROUND_IN_PRINCIPLE: '确需借读的，写明理由，由学籍主管部门酌定',
  },
  examples: [
    { name: 'a case that the place names', with: open, facts: field, expect: 'COMPLIES' },
    { name: 'a case that it does not name', with: open, facts: { ...field, reason: 'OTHER' }, expect: 'NO_GROUND' },
    {
      name: 'a case that it does not name, where it speaks of a principle',
      with: { ...open, otherwise: 'NOT_IN_PRINCIPLE' },
      facts: { ...field, reason: 'OTHER' },
      expect: 'NO_GROUND_IN_PRINCIPLE',
    },
    { name: 'a child of migrant workers', facts: { ...field, reason: 'MIGRANT' }, expect: 'TRANSFER_INSTEAD' },
    { name: 'where no text names a case', facts: field, expect: 'PARAMETER_NOT_SET' },
  ],
});
