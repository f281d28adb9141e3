/** 处分归档: a text that says which kinds of discipline go into the student file. */
import { allow, type Citation, fixed, rule, silent, step, worded } from '../../../src/policy/index.ts';
import { DISCIPLINES, type Discipline } from '../../../src/policy/questions/conduct.ts';

const FILING = '处分决定和有关材料载入学生学籍档案';

const warned = {
  stage: 'SENIOR',
  kind: 'SERIOUS_WARNING',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;

export function disciplineFiling(basis: Citation, filed: readonly Discipline[]) {
  const lighter = filed.includes('SERIOUS_WARNING');
  return rule('discipline')({
    id: 'discipline-filing',
    title: '处分归档',
    basis,
    force: 'MUST',
    parameters: { filed: worded(fixed(filed, 'NEVER', '须记入学籍档案的处分'), DISCIPLINES) },
    decide: ({ kind }, law) => (law.filed.includes(kind) ? allow('TO_BE_FILED', { words: DISCIPLINES[kind] }) : silent),
    requires: ({ kind }, law) => (law.filed.includes(kind) ? [step('SCHOOL', FILING)] : []),
    sentences: { TO_BE_FILED: '{words}处分须记入学生学籍档案' },
    examples: [
      { name: 'a demerit', facts: { ...warned, kind: 'DEMERIT' }, expect: 'TO_BE_FILED', requires: [FILING] },
      {
        name: 'a serious warning',
        facts: warned,
        expect: lighter ? 'TO_BE_FILED' : 'NONE',
        requires: lighter ? [FILING] : [],
      },
      { name: 'no kind of discipline', facts: { ...warned, kind: 'ORDERED_WITHDRAWAL' }, expect: 'NONE', requires: [] },
    ],
  });
}
