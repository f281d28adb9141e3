/** 普通高中处分种类: a text that lists the kinds of discipline for senior students. */
import { allow, type Citation, deny, fixed, rule, silent, worded } from '../../../src/policy/index.ts';
import { DISCIPLINES, type Discipline } from '../../../src/policy/questions/conduct.ts';

const senior = {
  stage: 'SENIOR',
  kind: 'PROBATION',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;

export const seniorDisciplineKinds = (basis: Citation) =>
  rule('discipline')({
    id: 'senior-discipline-kinds',
    title: '普通高中处分种类',
    basis,
    force: 'MUST',
    parameters: {
      kinds: worded(
        fixed<readonly Discipline[]>(
          ['WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION', 'EXPULSION'],
          'SUBSET',
          '普通高中可给予的处分',
        ),
        DISCIPLINES,
      ),
    },
    decide: ({ stage, kind }, law) => {
      if (stage !== 'SENIOR') return silent;
      const facts = { words: DISCIPLINES[kind], kindWords: law.kinds.map((one) => DISCIPLINES[one]).join('、') };
      return law.kinds.includes(kind) ? allow('COMPLIES', facts) : deny('NO_SUCH_KIND', facts);
    },
    sentences: {
      COMPLIES: '普通高中可给予{words}处分',
      NO_SUCH_KIND: '普通高中的处分为{kindWords}，没有{words}',
    },
    remedies: { NO_SUCH_KIND: '按{kindWords}处分' },
    examples: [
      { name: 'probation', facts: senior, expect: 'COMPLIES' },
      { name: 'expulsion', facts: { ...senior, kind: 'EXPULSION', approvedBy: 'CITY' }, expect: 'COMPLIES' },
      { name: 'told to leave', facts: { ...senior, kind: 'ORDERED_WITHDRAWAL' }, expect: 'NO_SUCH_KIND' },
      { name: 'junior is asked elsewhere', facts: { ...senior, stage: 'JUNIOR' }, expect: 'NONE' },
    ],
  });
