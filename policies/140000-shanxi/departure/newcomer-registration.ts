/** 境外来晋入学: who never had a registration gets a new one under the chapter on entry. */
import { allow, cite, rule, silent, step } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const newcomer = { stage: 'PRIMARY', hadNumber: false, wants: 'NEW' } as const;

/** The article says the same of those who come back; there the nation's number for life stands against it. */
export const newcomerRegistration = rule('return-from-abroad')({
  id: 'newcomer-registration',
  title: '新移民和境外归来学生建籍',
  basis: cite(rules, '第三十条', 'SX-30.2'),
  force: 'MUST',
  parameters: {},
  decide: ({ hadNumber }) => (hadNumber ? silent : allow()),
  requires: ({ hadNumber }) => (hadNumber ? [] : [step('SCHOOL', '按入学注册的规定新建学籍')]),
  sentences: { COMPLIES: '以前没有学籍，按入学注册的规定新建学籍' },
  examples: [
    { name: 'never registered', facts: newcomer, expect: 'COMPLIES', requires: ['按入学注册的规定新建学籍'] },
    { name: 'registered before', facts: { ...newcomer, hadNumber: true }, expect: 'NONE', requires: [] },
  ],
});
