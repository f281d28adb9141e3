/** 学籍号不重编: the number is made once from the identity number and never again, whatever changes. */
import { allow, cite, deny, rule, silent } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const born = { items: ['BIRTH_DATE'], stage: 'JUNIOR', papers: ['HOUSEHOLD_REGISTER', 'COPY'] } as const;

/** The registry knows the person by the number; a number made anew would make a second person. */
export const numberKept = rule('key-data-change')({
  id: 'number-kept',
  title: '学籍号终身不变',
  basis: cite(measures, '第五条', 'MOE-5.2'),
  force: 'MUST',
  parameters: {},
  decide: ({ items, newNumberWanted }) => {
    if (newNumberWanted) return deny('NEW_NUMBER');
    return items.includes('BIRTH_DATE') || items.includes('IDENTITY') ? allow('KEPT') : silent;
  },
  sentences: {
    KEPT: '出生日期、证件号码变更后，学籍号不变',
    NEW_NUMBER: '学籍号一人一号，终身不变，不重编',
  },
  remedies: { NEW_NUMBER: '沿用原学籍号，只变更有误的项目' },
  examples: [
    { name: 'a date of birth', facts: born, expect: 'KEPT' },
    { name: 'an identity number', facts: { ...born, items: ['IDENTITY'] }, expect: 'KEPT' },
    { name: 'a name says nothing of the number', facts: { ...born, items: ['NAME'] }, expect: 'NONE' },
    { name: 'a new number is wanted', facts: { ...born, newNumberWanted: true }, expect: 'NEW_NUMBER' },
    { name: 'no new number is wanted', facts: { ...born, newNumberWanted: false }, expect: 'KEPT' },
  ],
});
