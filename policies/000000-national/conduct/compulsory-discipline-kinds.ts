/** 义务教育阶段处分种类: a child of compulsory age is not expelled; texts below say which kinds there are. */
import { allow, cite, deny, fixed, rule, silent, worded } from '../../../src/policy/index.ts';
import { DISCIPLINES, type Discipline } from '../../../src/policy/questions/conduct.ts';
import { compulsoryEducationLaw } from '../instruments.ts';

const junior = {
  stage: 'JUNIOR',
  kind: 'WARNING',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;
const threeKinds = { kinds: ['WARNING', 'SERIOUS_WARNING', 'DEMERIT'] } as const;

/** Being told to leave is expulsion by another name. The measures name the law of compulsory education as their ground. */
export const compulsoryDisciplineKinds = rule('discipline')({
  id: 'compulsory-discipline-kinds',
  title: '义务教育阶段处分种类',
  basis: cite(compulsoryEducationLaw, '第二十七条', 'MOE-1.1'),
  force: 'MUST',
  parameters: {
    kinds: worded(
      fixed<readonly Discipline[]>(
        ['WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION'],
        'SUBSET',
        '义务教育阶段可给予的处分',
      ),
      DISCIPLINES,
    ),
  },
  decide: ({ stage, kind }, law) => {
    if (stage === 'SENIOR') return silent;
    const facts = { words: DISCIPLINES[kind], kindWords: law.kinds.map((one) => DISCIPLINES[one]).join('、') };
    if (law.kinds.includes(kind)) return allow('COMPLIES', facts);
    return kind === 'EXPULSION' || kind === 'ORDERED_WITHDRAWAL'
      ? deny('NO_EXPULSION', facts)
      : deny('NO_SUCH_KIND', facts);
  },
  sentences: {
    COMPLIES: '义务教育阶段不禁止给予{words}处分',
    NO_EXPULSION: '义务教育阶段不得开除学生或勒令学生退学',
    NO_SUCH_KIND: '义务教育阶段的处分为{kindWords}，没有{words}',
  },
  remedies: {
    NO_EXPULSION: '改为批评教育或较轻的处分，学籍保留',
    NO_SUCH_KIND: '按{kindWords}处分',
  },
  examples: [
    { name: 'a warning', facts: junior, expect: 'COMPLIES' },
    {
      name: 'probation where the place says nothing of kinds',
      facts: { ...junior, kind: 'PROBATION' },
      expect: 'COMPLIES',
    },
    {
      name: 'probation where there are three kinds',
      with: threeKinds,
      facts: { ...junior, kind: 'PROBATION' },
      expect: 'NO_SUCH_KIND',
    },
    {
      name: 'a demerit where there are three kinds',
      with: threeKinds,
      facts: { ...junior, kind: 'DEMERIT' },
      expect: 'COMPLIES',
    },
    { name: 'expulsion', facts: { ...junior, kind: 'EXPULSION' }, expect: 'NO_EXPULSION' },
    {
      name: 'told to leave',
      facts: { ...junior, stage: 'PRIMARY', kind: 'ORDERED_WITHDRAWAL' },
      expect: 'NO_EXPULSION',
    },
    {
      name: 'a senior student is asked elsewhere',
      facts: { ...junior, stage: 'SENIOR', kind: 'EXPULSION' },
      expect: 'NONE',
    },
  ],
});
