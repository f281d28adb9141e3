/** 借读不另建学籍: a guest keeps the one registration, at the school that had it before. */
import { allow, cite, deny, fixed, rule } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const guest = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'FIELD_WORK',
  gradeRegistered: 7,
  gradeThere: 7,
  secondRegistration: false,
} as const;

export const guestRegistration = rule('guest-study')({
  id: 'guest-study-registration',
  title: '借读期间的学籍',
  basis: cite(measures, '第六条', 'MOE-6.2'),
  force: 'MUST',
  parameters: { live: fixed(1, 'SMALLER', '借读期间可有的学籍', '个') },
  decide: ({ secondRegistration }, law) =>
    (secondRegistration ? 2 : 1) > law.live ? deny('SECOND_REGISTRATION') : allow(),
  sentences: {
    COMPLIES: '学籍仍在原学校，借读学校只作借读记录',
    SECOND_REGISTRATION: '学籍仍在原学校，借读学校不得另建学籍或临时学籍',
  },
  remedies: { SECOND_REGISTRATION: '借读学校改作借读记录；学生要转学籍的，由借读学校发起转学' },
  examples: [
    { name: 'a record alone', facts: guest, expect: 'COMPLIES' },
    { name: 'a second registration', facts: { ...guest, secondRegistration: true }, expect: 'SECOND_REGISTRATION' },
  ],
});
