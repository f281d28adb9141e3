/** 按计划招生: a text by which a school admits strictly within its plan. */
import { allow, type Citation, deny, rule, silent } from '../../../src/policy/index.ts';

const last = { stage: 'JUNIOR', season: 'AUTUMN', places: 200, admitted: 200 } as const;

/** The rule for the text, a school's own under its own id; the number of places is a fact of the school and the year, and no parameter. */
export const withinPlan = (basis: Citation, id = 'within-plan') =>
  rule('admission-plan')({
    id,
    title: '按计划招生',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ places, admitted }) => {
      if (places === undefined || admitted === undefined) return silent;
      const facts = { places, admitted };
      if (admitted > places) return deny('PLAN_EXCEEDED', facts);
      return allow(admitted === places ? 'PLAN_FULL' : 'COMPLIES', facts);
    },
    sentences: {
      COMPLIES: '招生计划{places}人，已录取{admitted}人',
      PLAN_FULL: '招生计划{places}人，至此录满',
      PLAN_EXCEEDED: '招生计划{places}人已满，不得超计划录取',
    },
    remedies: { PLAN_EXCEEDED: '请教育行政部门调整计划，或安排到其他学校入学' },
    examples: [
      { name: 'the last place', facts: last, expect: 'PLAN_FULL' },
      { name: 'places are left', facts: { ...last, admitted: 199 }, expect: 'COMPLIES' },
      { name: 'one too many', facts: { ...last, admitted: 201 }, expect: 'PLAN_EXCEEDED' },
      { name: 'no plan known', facts: { stage: 'JUNIOR', season: 'AUTUMN', admitted: 9 }, expect: 'NONE' },
    ],
  });
