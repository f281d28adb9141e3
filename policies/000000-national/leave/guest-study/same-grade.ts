/** 借读年级: a guest studies in the grade of the registration. */
import { allow, type Citation, deny, rule } from '../../../../src/policy/index.ts';

const guest = {
  stage: 'PRIMARY',
  graduatingGrade: false,
  reason: 'FIELD_WORK',
  gradeRegistered: 4,
  gradeThere: 4,
  secondRegistration: false,
} as const;

/** The rule for the text that says so. */
export const guestInSameGrade = (basis: Citation) =>
  rule('guest-study')({
    id: 'guest-study-grade',
    title: '借读年级',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ gradeRegistered, gradeThere }) =>
      gradeRegistered === gradeThere ? allow() : deny('OTHER_GRADE', { gradeRegistered, gradeThere }),
    sentences: {
      COMPLIES: '借读年级与学籍所在年级相同',
      OTHER_GRADE: '学籍在{gradeRegistered}年级，不得借读{gradeThere}年级；已借读的，取消借读',
    },
    remedies: { OTHER_GRADE: '改在{gradeRegistered}年级借读，或回学籍所在学校就读' },
    examples: [
      { name: 'the same grade', facts: guest, expect: 'COMPLIES' },
      { name: 'a grade above', facts: { ...guest, gradeThere: 5 }, expect: 'OTHER_GRADE' },
      { name: 'a grade below', facts: { ...guest, gradeThere: 3 }, expect: 'OTHER_GRADE' },
    ],
  });
