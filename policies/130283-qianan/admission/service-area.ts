/** 两个统一: the child is registered in the household of its guardian, and lives where the household is. */
import { allow, cite, paper, rule, silent, weigh } from '../../../src/policy/index.ts';
import { system } from '../instruments.ts';

const near = { stage: 'PRIMARY', season: 'AUTUMN', householdWithGuardian: true, livesAtHousehold: true } as const;
const PAPERS = ['实际常住地户口簿', '房产证明'];

/** A principle of allotting schools: a child outside the area is sent where it belongs, and nobody is left without one. */
export const serviceArea = rule('admission-plan')({
  id: 'service-area',
  title: '学校服务范围',
  basis: cite(system, '二、（一）', 'S5-2.1.1', 'S5-2.1.3'),
  force: 'PRINCIPLE',
  parameters: {},
  decide: ({ stage, householdWithGuardian, livesAtHousehold }) => {
    if (stage !== 'PRIMARY' || householdWithGuardian === undefined || livesAtHousehold === undefined) return silent;
    if (!householdWithGuardian) return weigh('HOUSEHOLD_APART', {}, 'PRINCIPLE');
    return livesAtHousehold ? allow() : weigh('LIVES_ELSEWHERE', {}, 'PRINCIPLE');
  },
  requires: ({ stage }) => (stage === 'PRIMARY' ? PAPERS.map((what) => paper('GUARDIAN', what)) : []),
  sentences: {
    COMPLIES: '户籍与监护人一致，也与实际常住地一致，属学校服务范围',
    HOUSEHOLD_APART: '学生户籍与监护人户籍不一致',
    LIVES_ELSEWHERE: '学生户籍与实际常住地不一致',
  },
  remedies: {
    HOUSEHOLD_APART: '核实监护关系，到监护人户籍所在的服务范围入学；确有原因的，由教育局酌定',
    LIVES_ELSEWHERE: '到户籍所在的服务范围入学；随父母务工的，按随迁子女入学办理',
  },
  examples: [
    { name: 'both agree', facts: near, expect: 'COMPLIES', requires: PAPERS },
    { name: 'a household of its own', facts: { ...near, householdWithGuardian: false }, expect: 'HOUSEHOLD_APART' },
    { name: 'lives elsewhere', facts: { ...near, livesAtHousehold: false }, expect: 'LIVES_ELSEWHERE' },
    { name: 'nothing known', facts: { stage: 'PRIMARY', season: 'AUTUMN' }, expect: 'NONE', requires: PAPERS },
    { name: 'junior is no question', facts: { ...near, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});
