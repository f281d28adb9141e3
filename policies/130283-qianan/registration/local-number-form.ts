/** 地方14位号码的编排式: city, county, year, school, kind of school, serial from 0001. */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { system } from '../instruments.ts';

/** The text gives the code of the kind of school for primary schools only; for others it is left to the place. */
export const localNumberForm = rule('number-form')({
  id: 'local-number-form',
  title: '地方14位号码的编排式',
  basis: cite(system, '三、1', 'S5-3.1.2', 'S5-3.1.3'),
  force: 'MUST',
  parameters: {
    pattern: fixed('0226{year:2}{school:3}{kind:1}{serial:4}', 'NEVER', '地方14位号码编排式'),
    primary: fixed('0', 'NEVER', '小学的学校类别代码'),
  },
  decide: ({ kind, stage }, law) => {
    if (kind !== 'LOCAL') return silent;
    const facts = { kind: law.primary, within: 'PLACE' };
    return stage === 'PRIMARY' ? allow('FORM', { ...facts, pattern: law.pattern }) : deny('NO_CODE');
  },
  sentences: {
    FORM: '地方号码按{pattern}编排，顺序号从0001起，不留空号',
    NO_CODE: '原文只载明小学的学校类别代码，其他学段的地方号码由县级教育行政部门另行编排',
  },
  remedies: { NO_CODE: '报县级教育行政部门编排后登记' },
  examples: [
    { name: 'a primary school', facts: { kind: 'LOCAL', stage: 'PRIMARY' }, expect: 'FORM' },
    { name: 'a junior school', facts: { kind: 'LOCAL', stage: 'JUNIOR' }, expect: 'NO_CODE' },
    { name: 'another kind of number', facts: { kind: 'EXAM', stage: 'SENIOR' }, expect: 'NONE' },
  ],
});
