/** 教育行政部门违规: an authority is corrected by the one above it. */
import { allow, type Citation, deny, rule, silent, step } from '../../../../src/policy/index.ts';

const late = { by: 'AUTHORITY', kind: 'OTHER', serious: false } as const;

/** The rule for a text that says so; no authority closes its own matter. */
export const authorityBreach = (basis: Citation) =>
  rule('breach')({
    id: 'authority-breach',
    title: '教育行政部门违规处理',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ by, serious, closedBy }) => {
      if (by !== 'AUTHORITY') return silent;
      if (closedBy === 'SUPERIOR') return allow('CLOSED');
      if (closedBy) return deny('OWN_MATTER');
      return deny(serious ? 'SERIOUS' : 'BREACH');
    },
    requires: ({ by, serious }) => {
      if (by !== 'AUTHORITY') return [];
      return serious
        ? [step('AUTHORITY', '上一级责令改正'), step('AUTHORITY', '依法处理直接责任人员')]
        : [step('AUTHORITY', '上一级责令改正')];
    },
    sentences: {
      BREACH: '教育行政部门违规，由上一级教育行政部门责令改正',
      SERIOUS: '情节严重，对直接负责的主管人员和其他直接责任人员依法处理',
      OWN_MATTER: '教育行政部门违规由上一级处理，不自行结案',
      CLOSED: '上一级教育行政部门已处理',
    },
    remedies: {
      BREACH: '按上一级要求改正并报告',
      SERIOUS: '立即改正，配合上一级查清责任',
      OWN_MATTER: '改正后报上一级教育行政部门结案',
    },
    examples: [
      { name: 'a breach', facts: late, expect: 'BREACH', requires: ['上一级责令改正'] },
      {
        name: 'a serious one',
        facts: { ...late, serious: true },
        expect: 'SERIOUS',
        requires: ['上一级责令改正', '依法处理直接责任人员'],
      },
      { name: 'closed by itself', facts: { ...late, closedBy: 'AUTHORITY' }, expect: 'OWN_MATTER' },
      { name: 'closed from above', facts: { ...late, closedBy: 'SUPERIOR' }, expect: 'CLOSED' },
      { name: 'a school in breach', facts: { ...late, by: 'SCHOOL' }, expect: 'NONE', requires: [] },
    ],
  });
