/** 班额: the size that the district sets, which its education section may let a school pass. */
import { allow, type Citation, leftOpen, rule, silent, weigh } from '../../../src/policy/index.ts';

const fifty = { juniorMost: 50 };
const junior = { stage: 'JUNIOR', grade: 8 } as const;

/** The text gives no number: until the district sets one, its education section decides class by class. */
export const districtClassSize = (basis: Citation) =>
  rule('class-size')({
    id: 'district-class-size',
    title: '区定班额',
    basis,
    force: 'MUST',
    parameters: { juniorMost: leftOpen<number>('SMALLER', '初中班额最大', '人') },
    decide: ({ stage, size }, law) => {
      if (stage !== 'JUNIOR') return silent;
      return size > law.juniorMost ? weigh('TOO_LARGE', { size }, 'PRINCIPLE') : allow('COMPLIES', { size });
    },
    sentences: {
      COMPLIES: '初中班额{juniorMost}人以内，现{size}人',
      TOO_LARGE: '初中班额按区规定{juniorMost}人以内，现{size}人',
    },
    remedies: { TOO_LARGE: '报区教育局基础教育科同意，或调整到其他班级' },
    examples: [
      { name: 'as many as the district allows', with: fifty, facts: { ...junior, size: 50 }, expect: 'COMPLIES' },
      { name: 'one more', with: fifty, facts: { ...junior, size: 51 }, expect: 'TOO_LARGE' },
      { name: 'no number set', facts: { ...junior, size: 40 }, expect: 'PARAMETER_NOT_SET' },
      { name: 'primary is no question', with: fifty, facts: { stage: 'PRIMARY', grade: 3, size: 60 }, expect: 'NONE' },
    ],
  });
