/** 特教与工读: where the registration stays when a child goes to or from a special or work-study school. */
import { allow, type Citation, deny, rule, silent } from '../../../src/policy/index.ts';
import { ordinaryTransfer } from './ordinary-transfer.ts';

/** Between special education and inclusive study it may move or stay; for work-study school and guardian agree on it. */
export const specialSchools = (basis: Citation) =>
  rule('transfer')({
    id: 'registration-stays',
    title: '特教、工读学生的学籍去留',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ specialSchool, registrationAgreed }) => {
      if (!specialSchool) return silent;
      if (specialSchool === 'INCLUSIVE') return allow('MAY_STAY');
      return registrationAgreed ? allow('AGREED') : deny('NOT_AGREED');
    },
    sentences: {
      MAY_STAY: '学籍可以转入新学校，也可以保留在原学校',
      AGREED: '学籍去留已由原学校与监护人商定',
      NOT_AGREED: '进入工读学校，学籍是否转入须由原学校与监护人商定',
    },
    remedies: { NOT_AGREED: '由原学校与监护人商定，上传双方签字的商定记录' },
    examples: [
      { name: 'inclusive study', facts: { ...ordinaryTransfer, specialSchool: 'INCLUSIVE' }, expect: 'MAY_STAY' },
      {
        name: 'work-study, agreed',
        facts: { ...ordinaryTransfer, specialSchool: 'WORK_STUDY', registrationAgreed: true },
        expect: 'AGREED',
      },
      {
        name: 'work-study, not agreed',
        facts: { ...ordinaryTransfer, specialSchool: 'WORK_STUDY' },
        expect: 'NOT_AGREED',
      },
      { name: 'any other transfer', facts: ordinaryTransfer, expect: 'NONE' },
    ],
  });
