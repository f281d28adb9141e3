/** 奖励归档: a text that makes filing an award a duty, from some level on. */
import { allow, type Citation, fixed, rule, silent, step, worded } from '../../../src/policy/index.ts';
import { LEVELS, type Level } from '../../../src/policy/questions/conduct.ts';

const ofTheClass = { stage: 'JUNIOR', category: 'ACTIVITY', level: 'CLASS' } as const;

/** `id` of its own for a school, whose text stands below the province's; `into` is what the award is entered in. */
export function awardFiling(id: string, basis: Citation, levels: readonly Level[], into = '学生学籍档案') {
  const filing = `获奖情况记入${into}`;
  const allLevels = levels.includes('CLASS');
  return rule('award')({
    id,
    title: '奖励归档',
    basis,
    force: 'MUST',
    parameters: { levels: worded(fixed(levels, 'NEVER', '须记入学籍档案的奖励'), LEVELS) },
    decide: ({ level }, law) =>
      law.levels.includes(level) ? allow('TO_BE_FILED', { words: LEVELS[level], into }) : silent,
    requires: ({ level }, law) => (law.levels.includes(level) ? [step('SCHOOL', filing)] : []),
    sentences: { TO_BE_FILED: '{words}奖励须记入{into}' },
    examples: [
      {
        name: 'an award of the school',
        facts: { ...ofTheClass, level: 'SCHOOL' },
        expect: 'TO_BE_FILED',
        requires: [filing],
      },
      { name: 'an award above the school', facts: { ...ofTheClass, level: 'ABOVE_SCHOOL' }, expect: 'TO_BE_FILED' },
      {
        name: 'an award of the class',
        facts: ofTheClass,
        expect: allLevels ? 'TO_BE_FILED' : 'NONE',
        requires: allLevels ? [filing] : [],
      },
    ],
  });
}
