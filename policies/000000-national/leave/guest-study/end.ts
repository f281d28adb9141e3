/** 借读生毕业: a guest's last exams and certificates belong to the school of the registration. */
import { allow, type Citation, deny, rule, silent, step } from '../../../../src/policy/index.ts';

const guest = {
  stage: 'JUNIOR',
  graduatingGrade: true,
  reason: 'FIELD_WORK',
  gradeRegistered: 9,
  gradeThere: 9,
  secondRegistration: false,
} as const;

interface GuestEnd {
  id?: string;
  basis: Citation;
  /** What the text leaves to that school: 毕业证书等由学籍所在学校发放. */
  what: string;
}

/** The rule for the text that says so. */
export const guestEndsAtRegistered = ({ id, basis, what }: GuestEnd) =>
  rule('guest-study')({
    id: id ?? 'guest-study-end',
    title: '借读生的考试和证书',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ endsAt }) => {
      if (!endsAt) return silent;
      return endsAt === 'REGISTERED' ? allow('COMPLIES', { what }) : deny('AT_GUEST_SCHOOL', { what });
    },
    requires: () => [step('REGISTERED_SCHOOL', what)],
    sentences: { COMPLIES: '{what}', AT_GUEST_SCHOOL: '{what}，借读学校不办理' },
    remedies: { AT_GUEST_SCHOOL: '列入学籍所在学校的名单，由该校办理' },
    examples: [
      { name: 'at the school of the registration', facts: { ...guest, endsAt: 'REGISTERED' }, expect: 'COMPLIES' },
      { name: 'at the other school', facts: { ...guest, endsAt: 'GUEST' }, expect: 'AT_GUEST_SCHOOL' },
      { name: 'not asked yet', facts: guest, expect: 'NONE', requires: [what] },
    ],
  });
