/** 跨市招生: public senior schools recruit in their own city, and elsewhere only within the province's plan. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const across = { stage: 'SENIOR', season: 'AUTUMN', crossCity: true, privateSchool: false } as const;

export const crossCity = rule('admission-plan')({
  id: 'cross-city',
  title: '普通高中跨市（州）招生',
  basis: cite(measures, '第六条', 'SC-6.4', 'SC-6.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, crossCity, provincialQuota, privateSchool }) => {
    if (stage !== 'SENIOR' || crossCity === undefined || privateSchool) return silent;
    if (!crossCity) return allow('AT_HOME');
    return provincialQuota ? allow() : deny('NOT_IN_PROVINCIAL_PLAN');
  },
  sentences: {
    AT_HOME: '属地招生',
    COMPLIES: '列入省跨市（州）招生计划',
    NOT_IN_PROVINCIAL_PLAN: '未经省教育厅批准，公办普通高中不得跨市（州）招生',
  },
  remedies: { NOT_IN_PROVINCIAL_PLAN: '在省下达的跨市（州）招生计划内录取，或在本市招生' },
  examples: [
    { name: 'in the city', facts: { ...across, crossCity: false }, expect: 'AT_HOME' },
    { name: 'in the provincial plan', facts: { ...across, provincialQuota: true }, expect: 'COMPLIES' },
    { name: 'outside it', facts: { ...across, provincialQuota: false }, expect: 'NOT_IN_PROVINCIAL_PLAN' },
    { name: 'nothing known of a plan', facts: across, expect: 'NOT_IN_PROVINCIAL_PLAN' },
    { name: 'a private school', facts: { ...across, privateSchool: true }, expect: 'NONE' },
    { name: 'junior is no question', facts: { ...across, stage: 'JUNIOR' }, expect: 'NONE' },
  ],
});
