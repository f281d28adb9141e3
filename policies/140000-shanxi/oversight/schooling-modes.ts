/** 学制: the modes of schooling that Shanxi knows; there is no way to others. */
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
import { rules } from '../instruments.ts';

const MODES = ['SIX_THREE', 'NINE', 'SENIOR_THREE', 'SIX', 'TWELVE'] as const satisfies SchoolingMode[];
const school = { kind: 'JUNIOR', lawfullyRun: true } as const;

export const schoolingModes = rule('schooling-system')({
  id: 'schooling-modes',
  title: '学制',
  basis: cite(rules, '第九条', 'SX-9.1', 'SX-9.2'),
  force: 'MUST',
  parameters: {
    modes: worded(fixed<readonly SchoolingMode[]>(MODES, 'SUBSET', '可实行的学制'), SCHOOLING_MODES),
  },
  decide: ({ mode }, law) => {
    const facts = { modeWords: SCHOOLING_MODES[mode] };
    return law.modes.includes(mode) ? allow('COMPLIES', facts) : deny('OTHER_MODE', facts);
  },
  sentences: {
    COMPLIES: '学制为{modeWords}',
    OTHER_MODE: '义务教育九年，高中三年，不实行{modeWords}',
  },
  remedies: { OTHER_MODE: '改为六三制、九年一贯制、高中三年制或六年、十二年一贯制' },
  examples: [
    ...MODES.map((mode) => ({ name: `a mode of the text: ${mode}`, facts: { ...school, mode }, expect: 'COMPLIES' })),
    { name: 'five and four', facts: { ...school, mode: 'FIVE_FOUR' }, expect: 'OTHER_MODE' },
    {
      name: 'five and four with consent, which the text does not know',
      facts: { ...school, mode: 'FIVE_FOUR', provinceConsents: true },
      expect: 'OTHER_MODE',
    },
  ],
});
