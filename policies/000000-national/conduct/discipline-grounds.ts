/** 处分事由: a text that says for what a student may be disciplined, and what comes before. */
import { allow, type Citation, deny, fixed, rule, worded } from '../../../src/policy/index.ts';
import { DISCIPLINE_GROUNDS, type DisciplineGround } from '../../../src/policy/questions/conduct.ts';

interface Grounds {
  grounds: readonly DisciplineGround[];
  /** Does the text want education first, and discipline only where it was of no use? */
  afterEducation: boolean;
}

const facts = {
  stage: 'SENIOR',
  kind: 'WARNING',
  grounds: ['CODE', 'OTHER'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;

export const disciplineGrounds = (basis: Citation, text: Grounds) =>
  rule('discipline')({
    id: 'discipline-grounds',
    title: '处分事由',
    basis,
    force: 'MUST',
    parameters: {
      grounds: worded(fixed(text.grounds, 'SUBSET', '可给予处分的事由'), DISCIPLINE_GROUNDS),
      afterEducation: fixed(text.afterEducation, 'ONCE', '经教育不改方可处分'),
    },
    decide: ({ grounds, educated }, law) => {
      const shown = { groundWords: law.grounds.map((one) => DISCIPLINE_GROUNDS[one]).join('，') };
      if (!grounds.some((one) => law.grounds.includes(one))) return deny('NO_GROUND', shown);
      return law.afterEducation && !educated ? deny('NOT_EDUCATED', shown) : allow('COMPLIES', shown);
    },
    sentences: {
      COMPLIES: '处分事由符合规定：{groundWords}',
      NO_GROUND: '处分须有下列事由之一：{groundWords}',
      ...(text.afterEducation ? { NOT_EDUCATED: '经教育不改的，方可给予处分' } : {}),
    },
    remedies: {
      NO_GROUND: '写明违反哪一条守则或规定，没有的不予处分',
      ...(text.afterEducation ? { NOT_EDUCATED: '先教育帮助学生改正，写明教育经过和结果' } : {}),
    },
    examples: [
      { name: 'one ground of several counts', facts, expect: 'COMPLIES' },
      { name: 'other reasons alone', facts: { ...facts, grounds: ['OTHER'] }, expect: 'NO_GROUND' },
      { name: 'no ground at all', facts: { ...facts, grounds: [] }, expect: 'NO_GROUND' },
      {
        name: 'public security rules broken',
        facts: { ...facts, grounds: ['PUBLIC_SECURITY'] },
        expect: text.grounds.includes('PUBLIC_SECURITY') ? 'COMPLIES' : 'NO_GROUND',
      },
      {
        name: 'without education before it',
        facts: { ...facts, educated: false },
        expect: text.afterEducation ? 'NOT_EDUCATED' : 'COMPLIES',
      },
    ],
  });
