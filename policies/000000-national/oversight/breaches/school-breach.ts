/** 学校违规: what a text lists as breaches of a school, and what follows; the school does not close its own matter. */
import {
  allow,
  BREACHES,
  type Breach,
  type Citation,
  deny,
  fixed,
  rule,
  silent,
  step,
  worded,
} from '../../../../src/policy/index.ts';

/** The item of the text per kind: 第三项. What is not listed falls under OTHER. */
export type BreachList = Partial<Record<Breach, string>> & { OTHER: string };

export function schoolBreach(basis: Citation, items: BreachList) {
  const listed = Object.keys(items) as Breach[];
  const unlisted = (Object.keys(BREACHES) as Breach[]).filter((kind) => !listed.includes(kind));
  const [first = 'OTHER'] = listed;
  const one = { by: 'SCHOOL', kind: first, serious: false } as const;
  return rule('breach')({
    id: 'school-breach',
    title: '学校违规处理',
    basis,
    force: 'MUST',
    parameters: { kinds: worded(fixed<readonly Breach[]>(listed, 'NEVER', '列明的违规情形'), BREACHES) },
    decide: ({ by, kind, serious, closedBy }, law) => {
      if (by !== 'SCHOOL') return silent;
      if (closedBy === 'SCHOOL') return deny('OWN_MATTER');
      const found = law.kinds.includes(kind) ? kind : 'OTHER';
      const facts = { item: items[found] ?? items.OTHER, what: BREACHES[found], kind: found };
      if (closedBy) return allow('CLOSED', facts);
      return deny(serious ? 'SERIOUS' : 'BREACH', facts);
    },
    requires: ({ by, serious }) => {
      if (by !== 'SCHOOL') return [];
      const steps = [step('AUTHORITY', '责令改正'), step('SCHOOL', '改正并报告')];
      return serious ? [...steps, step('AUTHORITY', '依法追究校长和相关人员责任')] : steps;
    },
    sentences: {
      BREACH: '属{item}：{what}，由主管部门责令改正',
      SERIOUS: '属{item}：{what}，情节严重，依法追究校长和相关人员责任',
      OWN_MATTER: '学校违规由主管部门处理，学校不自行结案',
      CLOSED: '主管部门已处理{item}情形',
    },
    remedies: {
      BREACH: '按要求改正，把改正情况报主管部门',
      SERIOUS: '立即改正，配合主管部门查清责任',
      OWN_MATTER: '改正后报主管部门，由主管部门结案',
    },
    examples: [
      ...listed.map((kind) => ({ name: `listed: ${kind}`, facts: { ...one, kind }, expect: 'BREACH' })),
      ...unlisted.map((kind) => ({ name: `other: ${kind}`, facts: { ...one, kind }, expect: 'BREACH' })),
      {
        name: 'a serious one',
        facts: { ...one, serious: true },
        expect: 'SERIOUS',
        requires: ['责令改正', '改正并报告', '依法追究校长和相关人员责任'],
      },
      { name: 'not serious', facts: one, expect: 'BREACH', requires: ['责令改正', '改正并报告'] },
      { name: 'closed by the school', facts: { ...one, closedBy: 'SCHOOL' }, expect: 'OWN_MATTER' },
      { name: 'closed by the authority', facts: { ...one, closedBy: 'AUTHORITY' }, expect: 'CLOSED' },
      { name: 'an authority in breach', facts: { ...one, by: 'AUTHORITY' }, expect: 'NONE', requires: [] },
    ],
  });
}
