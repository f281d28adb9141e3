/** 借读条件: a seat at the school, and parents who are abroad for a year. */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const guest = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'PARENTS_ABROAD',
  gradeRegistered: 7,
  gradeThere: 7,
  secondRegistration: false,
} as const;

/** The size of the class group is checked when the guest is entered into it; here the school says whether it has room. */
export const guestSeat = rule('guest-study')({
  id: 'guest-study-seat',
  title: '借读学位',
  basis: cite(rules, '第二十五条', 'SX-25.2', 'SX-26.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ seat }) => {
    if (seat === undefined) return silent;
    return seat ? allow() : deny('NO_SEAT');
  },
  sentences: { COMPLIES: '借读学校有学位', NO_SEAT: '借读学校没有学位，班额不得因借读超过规定' },
  remedies: { NO_SEAT: '改向有学位的学校申请，或在学籍所在学校就读' },
  examples: [
    { name: 'a seat', facts: { ...guest, seat: true }, expect: 'COMPLIES' },
    { name: 'none', facts: { ...guest, seat: false }, expect: 'NO_SEAT' },
    { name: 'not known yet', facts: guest, expect: 'NONE' },
  ],
});

export const guestParentsAbroad = rule('guest-study')({
  id: 'guest-study-abroad',
  title: '父母出国工作的年限',
  basis: cite(rules, '第二十五条', 'SX-25.2'),
  force: 'MUST',
  parameters: { least: fixed(12, 'LARGER', '父母双方出国工作至少', '个月') },
  decide: ({ reason, monthsAbroad }, law) => {
    if (reason !== 'PARENTS_ABROAD' || monthsAbroad === undefined) return silent;
    return monthsAbroad < law.least ? deny('TOO_SHORT') : allow();
  },
  sentences: {
    COMPLIES: '父母双方出国工作满{least}个月',
    TOO_SHORT: '父母双方出国工作须满{least}个月',
  },
  remedies: { TOO_SHORT: '补交单位载明年限的证明；不足年限的，在学籍所在学校就读' },
  examples: [
    { name: 'a year', facts: { ...guest, monthsAbroad: 12 }, expect: 'COMPLIES' },
    { name: 'a month less', facts: { ...guest, monthsAbroad: 11 }, expect: 'TOO_SHORT' },
    { name: 'not known yet', facts: guest, expect: 'NONE' },
    { name: 'another reason', facts: { ...guest, reason: 'FIELD_WORK', monthsAbroad: 6 }, expect: 'NONE' },
  ],
});
