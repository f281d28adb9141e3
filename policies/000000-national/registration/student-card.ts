/** 学生卡: the card that holds data of the registration costs its student nothing. */
import { allow, cite, deny, fixed, rule } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

/** Cards come step by step, so no place is late with them; only money may not be taken. */
export const studentCard = rule('student-card')({
  id: 'student-card',
  title: '学生卡',
  basis: cite(measures, '第五条', 'MOE-5.4'),
  force: 'MUST',
  parameters: { fee: fixed(0, 'SMALLER', '学生卡收费', '元') },
  decide: ({ fee }, law) => (fee > law.fee ? deny('NOT_FREE', { taken: fee }) : allow()),
  sentences: { COMPLIES: '学生卡免费发放', NOT_FREE: '学生卡应免费发放，拟收{taken}元' },
  remedies: { NOT_FREE: '不收费，已收的退还' },
  examples: [
    { name: 'free', facts: { fee: 0 }, expect: 'COMPLIES' },
    { name: 'one yuan', facts: { fee: 1 }, expect: 'NOT_FREE' },
  ],
});
