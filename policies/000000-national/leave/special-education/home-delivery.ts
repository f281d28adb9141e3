/** 送教上门: a child too severely disabled to attend is registered by the school that teaches it at home. */
import { allow, cite, deny, fixed, rule, silent, worded } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const SCHOOLS = {
  HOME_DELIVERY_SCHOOL: '承担送教上门的学校',
  SCHOOL_BEFORE: '原学校',
  SCHOOL_ATTENDED: '就读学校',
} as const;
const taught = { stage: 'PRIMARY', way: 'HOME_DELIVERY' } as const;

export const homeDelivery = rule('special-education')({
  id: 'home-delivery-registration',
  title: '送教上门学生的学籍',
  basis: cite(measures, '第六条', 'MOE-6.6'),
  force: 'MUST',
  parameters: {
    registeredAt: worded(
      fixed<readonly (keyof typeof SCHOOLS)[]>(['HOME_DELIVERY_SCHOOL'], 'SUBSET', '送教上门学生的建籍学校'),
      SCHOOLS,
    ),
  },
  decide: ({ way, registeredAt }, law) => {
    if (way !== 'HOME_DELIVERY' || !registeredAt) return silent;
    return law.registeredAt.includes(registeredAt) ? allow() : deny('OTHER_SCHOOL');
  },
  sentences: {
    COMPLIES: '由承担送教上门的学校建立学籍',
    OTHER_SCHOOL: '残疾程度较重、由学校送教上门的，学籍应建在承担送教上门的学校',
  },
  remedies: { OTHER_SCHOOL: '由承担送教上门的学校建籍；已有学籍的，由该校发起转学' },
  examples: [
    {
      name: 'at the school that teaches at home',
      facts: { ...taught, registeredAt: 'HOME_DELIVERY_SCHOOL' },
      expect: 'COMPLIES',
    },
    { name: 'at another school', facts: { ...taught, registeredAt: 'SCHOOL_BEFORE' }, expect: 'OTHER_SCHOOL' },
    { name: 'not known yet', facts: taught, expect: 'NONE' },
    {
      name: 'a child at a special school',
      facts: { ...taught, way: 'SPECIAL_SCHOOL', registeredAt: 'SCHOOL_ATTENDED' },
      expect: 'NONE',
    },
  ],
});
