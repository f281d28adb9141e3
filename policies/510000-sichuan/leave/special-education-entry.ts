/** 残疾儿童入学: a place at a special school for everyone, an ordinary school for who can follow there. */
import { allow, cite, rule, silent, weigh } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const entering = { stage: 'PRIMARY', way: 'INCLUSIVE' } as const;

export const specialEducationEntry = rule('special-education')({
  id: 'special-education-entry',
  title: '残疾儿童少年入学',
  basis: cite(measures, '第九条', 'SC-9.2', 'SC-9.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, way, ableToFollow }) => {
    if (stage === 'SENIOR') return silent;
    if (way === 'SPECIAL_SCHOOL') return allow('SPECIAL_SCHOOL');
    if (way !== 'INCLUSIVE' || ableToFollow === undefined) return silent;
    return ableToFollow ? allow('INCLUSIVE') : weigh('NOT_ABLE');
  },
  sentences: {
    SPECIAL_SCHOOL: '适龄残疾儿童少年可到特殊教育学校登记入学',
    INCLUSIVE: '具有接受普通教育的能力，可到普通学校随班就读',
    NOT_ABLE: '随班就读须具有接受普通教育的能力',
  },
  remedies: { NOT_ABLE: '到特殊教育学校登记入学；不能到校的，由学校送教上门；不得拒绝入学' },
  examples: [
    { name: 'to a special school', facts: { ...entering, way: 'SPECIAL_SCHOOL' }, expect: 'SPECIAL_SCHOOL' },
    { name: 'to an ordinary school, able', facts: { ...entering, ableToFollow: true }, expect: 'INCLUSIVE' },
    { name: 'to an ordinary school, not able', facts: { ...entering, ableToFollow: false }, expect: 'NOT_ABLE' },
    { name: 'not known yet', facts: entering, expect: 'NONE' },
    { name: 'taught at home', facts: { ...entering, way: 'HOME_DELIVERY' }, expect: 'NONE' },
    { name: 'a senior student', facts: { ...entering, stage: 'SENIOR', ableToFollow: false }, expect: 'NONE' },
  ],
});
