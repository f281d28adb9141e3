/** 秋季入学: a text by which schools take in new students in autumn only. */
import { allow, type Citation, deny, rule, type Stage, silent } from '../../../src/policy/index.ts';

/** The rule for the text, in the stages it speaks of. */
export function autumnEntry(basis: Citation, stages: readonly Stage[]) {
  const [stage = 'PRIMARY'] = stages;
  return rule('admission-plan')({
    id: 'autumn-entry',
    title: '秋季入学',
    basis,
    force: 'MUST',
    parameters: {},
    decide: (given) => {
      if (!stages.includes(given.stage)) return silent;
      return given.season === 'AUTUMN' ? allow() : deny('NOT_IN_AUTUMN');
    },
    sentences: { COMPLIES: '秋季招生入学', NOT_IN_AUTUMN: '实行秋季招生入学，其他季节不招新生' },
    remedies: { NOT_IN_AUTUMN: '秋季再办入学；中途来就读的，办理转学' },
    examples: [
      { name: 'in autumn', facts: { stage, season: 'AUTUMN' }, expect: 'COMPLIES' },
      { name: 'in spring', facts: { stage, season: 'SPRING' }, expect: 'NOT_IN_AUTUMN' },
      ...(['PRIMARY', 'JUNIOR', 'SENIOR'] as const)
        .filter((other) => !stages.includes(other))
        .map((other) => ({
          name: `not asked of ${other}`,
          facts: { stage: other, season: 'SPRING' as const },
          expect: 'NONE',
        })),
    ],
  });
}
