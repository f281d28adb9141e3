/** 学制: six and three years, three for seniors, in one school or several; other years are a trial by consent. */
import {
  allow,
  cite,
  deny,
  fixed,
  rule,
  SCHOOLING_MODES,
  type SchoolingMode,
  worded,
} from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const USUAL = ['SIX_THREE', 'NINE', 'SENIOR_THREE', 'SIX', 'TWELVE'] as const satisfies SchoolingMode[];
const school = { kind: 'PRIMARY', lawfullyRun: true } as const;

export const schoolingTrial = rule('schooling-system')({
  id: 'schooling-trial',
  title: '学制和学制改革试验',
  basis: cite(measures, '第五条', 'SC-5.1', 'SC-4.1', 'SC-4.2'),
  force: 'MUST',
  parameters: {
    modes: worded(fixed<readonly SchoolingMode[]>(USUAL, 'SUBSET', '不须试验同意的学制'), SCHOOLING_MODES),
  },
  decide: ({ mode, provinceConsents }, law) => {
    const facts = { modeWords: SCHOOLING_MODES[mode] };
    if (law.modes.includes(mode)) return allow('COMPLIES', facts);
    return provinceConsents ? allow('TRIAL', facts) : deny('NO_CONSENT', facts);
  },
  sentences: {
    COMPLIES: '学制为{modeWords}',
    TRIAL: '{modeWords}，已经省级教育行政部门同意试验',
    NO_CONSENT: '学制原则上小学六年、初中三年、高中三年，{modeWords}须经省级教育行政部门同意',
  },
  remedies: { NO_CONSENT: '报省级教育行政部门同意后，附文号再设定学制' },
  examples: [
    ...USUAL.map((mode) => ({ name: `the usual years: ${mode}`, facts: { ...school, mode }, expect: 'COMPLIES' })),
    { name: 'five and four without consent', facts: { ...school, mode: 'FIVE_FOUR' }, expect: 'NO_CONSENT' },
    {
      name: 'five and four with consent',
      facts: { ...school, mode: 'FIVE_FOUR', provinceConsents: true },
      expect: 'TRIAL',
    },
  ],
});
