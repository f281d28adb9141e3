/** 义务教育新生未报到: a child of compulsory age never loses the place; a postponed one is not missed at all. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { compulsoryEducationLaw } from '../instruments.ts';

const absent = { stage: 'JUNIOR', termStart: civilDate('2026-09-01'), act: 'GIVE_UP', contacts: 2 } as const;
const postponed = { ...absent, stage: 'PRIMARY', act: 'URGE', postponed: true } as const;

/** Guardians have to send the child and the child to finish: the answer to absence is to bring it to school. */
export const placeKept = rule('no-show')({
  id: 'place-kept',
  title: '义务教育入学资格不取消',
  basis: cite(compulsoryEducationLaw, '第十一条', 'MOE-1.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, act, postponed }) => {
    if (stage === 'SENIOR') return silent;
    if (act === 'GIVE_UP') return deny('PLACE_KEPT');
    if (!postponed) return silent;
    return act === 'DROPOUT' ? deny('ENTRY_POSTPONED') : allow('NOT_COUNTED');
  },
  sentences: {
    NOT_COUNTED: '已批准延缓入学，不按未报到处理',
    PLACE_KEPT: '接受义务教育的新生不因未报到取消入学资格',
    ENTRY_POSTPONED: '已批准延缓入学，不按辍学登记',
  },
  remedies: {
    PLACE_KEPT: '督促入学；督促无效的，报乡镇人民政府或县级教育行政部门责令送其入学',
    ENTRY_POSTPONED: '延缓期满仍未入学的，再督促登记',
  },
  examples: [
    { name: 'the place is taken away', facts: absent, expect: 'PLACE_KEPT' },
    { name: 'urged to come', facts: { ...absent, act: 'URGE' }, expect: 'NONE' },
    { name: 'postponed', facts: postponed, expect: 'NOT_COUNTED' },
    { name: 'postponed, listed as dropout', facts: { ...postponed, act: 'DROPOUT' }, expect: 'ENTRY_POSTPONED' },
    { name: 'senior is no question', facts: { ...absent, stage: 'SENIOR' }, expect: 'NONE' },
  ],
});
