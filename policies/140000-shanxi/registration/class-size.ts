/** 班额: how many students a class group may hold. */
import { allow, cite, deny, fixed, rule, STAGES, weigh } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const SENIOR_ONE = 10;

const primary = { stage: 'PRIMARY', grade: 3 } as const;
const junior = { stage: 'JUNIOR', grade: 7 } as const;
const seniorOne = { stage: 'SENIOR', grade: SENIOR_ONE } as const;
const seniorTwo = { stage: 'SENIOR', grade: 11 } as const;

/** Primary and junior have a number kept in principle and one never passed; senior one only the hard one. */
export const classSize = rule('class-size')({
  id: 'class-size',
  title: '班额',
  basis: cite(rules, '第十三条', 'SX-13.3', 'SX-13.4', 'SX-13.5', 'SX-26.3', 'SX-46.3'),
  force: 'MUST',
  parameters: {
    primaryPreferred: fixed(45, 'SMALLER', '小学班额原则上不超过', '人'),
    primaryMost: fixed(50, 'SMALLER', '小学班额最大', '人'),
    juniorPreferred: fixed(50, 'SMALLER', '初中班额原则上不超过', '人'),
    juniorMost: fixed(55, 'SMALLER', '初中班额最大', '人'),
    seniorOneMost: fixed(50, 'SMALLER', '普通高中高一班额最大', '人'),
    seniorMost: fixed(56, 'SMALLER', '普通高中班额最大', '人'),
  },
  decide: ({ stage, grade, size }, law) => {
    const within = (most: number, preferred = most) => {
      const facts = { stageWords: grade === SENIOR_ONE ? '高一' : STAGES[stage], size, preferred, most };
      if (size > most) return deny('TOO_LARGE', facts);
      return size > preferred ? weigh('OVER_PREFERRED', facts, 'PRINCIPLE') : allow('COMPLIES', facts);
    };
    if (stage === 'PRIMARY') return within(law.primaryMost, law.primaryPreferred);
    if (stage === 'JUNIOR') return within(law.juniorMost, law.juniorPreferred);
    return within(grade === SENIOR_ONE ? law.seniorOneMost : law.seniorMost);
  },
  sentences: {
    COMPLIES: '{stageWords}班额{preferred}人以内，现{size}人',
    OVER_PREFERRED: '{stageWords}班额原则上{preferred}人以内，最多{most}人，现{size}人',
    TOO_LARGE: '{stageWords}班额最多{most}人，现{size}人',
  },
  remedies: {
    OVER_PREFERRED: '写明理由，或调整到其他班级',
    TOO_LARGE: '调整到其他班级，或增设班级',
  },
  examples: [
    { name: 'primary, 45', facts: { ...primary, size: 45 }, expect: 'COMPLIES' },
    { name: 'primary, 46', facts: { ...primary, size: 46 }, expect: 'OVER_PREFERRED' },
    { name: 'primary, 50', facts: { ...primary, size: 50 }, expect: 'OVER_PREFERRED' },
    { name: 'primary, 51', facts: { ...primary, size: 51 }, expect: 'TOO_LARGE' },
    { name: 'junior, 50', facts: { ...junior, size: 50 }, expect: 'COMPLIES' },
    { name: 'junior, 51', facts: { ...junior, size: 51 }, expect: 'OVER_PREFERRED' },
    { name: 'junior, 55', facts: { ...junior, size: 55 }, expect: 'OVER_PREFERRED' },
    { name: 'junior, 56', facts: { ...junior, size: 56 }, expect: 'TOO_LARGE' },
    { name: 'senior one, 50', facts: { ...seniorOne, size: 50 }, expect: 'COMPLIES' },
    { name: 'senior one, 51', facts: { ...seniorOne, size: 51 }, expect: 'TOO_LARGE' },
    { name: 'senior two, 56', facts: { ...seniorTwo, size: 56 }, expect: 'COMPLIES' },
    { name: 'senior two, 57', facts: { ...seniorTwo, size: 57 }, expect: 'TOO_LARGE' },
  ],
});
