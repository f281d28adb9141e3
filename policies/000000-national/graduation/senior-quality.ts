/** 普通高中毕业的品行和年限: quality, discipline, and the years of study. */
import { allow, type Citation, deny, fixed, rule } from '../../../src/policy/index.ts';
import { graduate } from './senior-standards.ts';

/** `cleanRecord`: a text that also wants no major fault, discipline revoked by the end counting as none. */
export const seniorQuality = (basis: Citation, cleanRecord: boolean) =>
  rule('senior-graduation')({
    id: 'senior-quality',
    title: '综合素质评价',
    basis,
    force: 'MUST',
    parameters: { cleanRecord: fixed(cleanRecord, 'ONCE', '处分未撤销的不予毕业') },
    decide: ({ qualityPassed, unrevokedDiscipline }, law) => {
      if (!qualityPassed) return deny('QUALITY_FAILED');
      return law.cleanRecord && unrevokedDiscipline ? deny('UNREVOKED_DISCIPLINE') : allow();
    },
    sentences: {
      COMPLIES: '综合素质评价合格',
      QUALITY_FAILED: '综合素质评价未达到合格',
      ...(cleanRecord ? { UNREVOKED_DISCIPLINE: '有重大错误或处分尚未撤销' } : {}),
    },
    remedies: {
      QUALITY_FAILED: '评价有误的更正后再办；无误的，按结业办理',
      ...(cleanRecord ? { UNREVOKED_DISCIPLINE: '学习期满前撤销处分的，凭撤销决定再办；未撤销的，按结业办理' } : {}),
    },
    examples: [
      { name: 'passed', facts: graduate, expect: 'COMPLIES' },
      { name: 'not passed', facts: { ...graduate, qualityPassed: false }, expect: 'QUALITY_FAILED' },
      {
        name: 'discipline not revoked',
        facts: { ...graduate, unrevokedDiscipline: true },
        expect: cleanRecord ? 'UNREVOKED_DISCIPLINE' : 'COMPLIES',
      },
    ],
  });

/** Who has not studied the years out does not graduate. */
export const seniorYears = (basis: Citation) =>
  rule('senior-graduation')({
    id: 'senior-years',
    title: '修业年限',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ finished }) => (finished ? allow() : deny('NOT_FINISHED')),
    sentences: { COMPLIES: '修业期满', NOT_FINISHED: '修业尚未期满，不办理毕业' },
    remedies: { NOT_FINISHED: '读满修业年限后再办；不再就读的，按肄业办理' },
    examples: [
      { name: 'finished', facts: graduate, expect: 'COMPLIES' },
      { name: 'not finished', facts: { ...graduate, finished: false }, expect: 'NOT_FINISHED' },
    ],
  });
