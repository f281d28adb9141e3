/** 不招收补习生: who has finished junior school is not taken in again to repeat it. */
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const junior = { sameNumberElsewhere: false, suspicions: 0, graduatedSenior: false, stage: 'JUNIOR' } as const;

export const juniorGraduatesStayOut = rule('one-registration')({
  id: 'junior-graduates-stay-out',
  title: '初中不招收补习生',
  basis: cite(measures, '第三十九条', 'SC-39.5'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, graduatedJunior }) => (stage === 'JUNIOR' && graduatedJunior ? deny('GRADUATED') : silent),
  sentences: { GRADUATED: '已初中毕业，初中学校不招收补习生' },
  remedies: { GRADUATED: '记录有误的，凭证明更正后再报；无误的，不予注册' },
  examples: [
    { name: 'a junior graduate', facts: { ...junior, graduatedJunior: true }, expect: 'GRADUATED' },
    { name: 'an entrant from primary school', facts: { ...junior, graduatedJunior: false }, expect: 'NONE' },
    { name: 'not known', facts: junior, expect: 'NONE' },
    { name: 'on to senior school', facts: { ...junior, stage: 'SENIOR', graduatedJunior: true }, expect: 'NONE' },
  ],
});
