/** 学校文本 篇四 毕业: five ways in which a junior leaver completes without graduating. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, rule, silent, weigh } from '../../../../src/policy/index.ts';
import { monthDayWords } from '../../../wording.ts';

const passed = {
  stage: 'JUNIOR',
  finished: true,
  qualityPassed: true,
  failedCore: 0,
  failedSciences: 0,
  failedOthers: 0,
  moralPassed: true,
  schoolDiscipline: false,
  satExamination: true,
} as const;

/** Where the province says who graduates, this steps back. */
export const juniorGraduation = (basis: Citation) =>
  rule('compulsory-graduation')({
    id: 'junior-graduation',
    title: '初中毕业和结业',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {
      core: fixed(2, 'NEVER', '语文、数学、外语不及格即结业', '门'),
      sciences: fixed(2, 'NEVER', '三科有一科不及格时，政治、物理、化学不及格即结业', '门'),
      others: fixed(4, 'NEVER', '三科均及格时，其他学科不及格即结业', '门'),
      revokedBy: fixed('06-30', 'NEVER', '校级处分最迟撤销日'),
    },
    decide: (given, law, at) => {
      if (given.stage !== 'JUNIOR') return silent;
      const { failedCore, failedSciences, failedOthers, moralPassed, qualityPassed, schoolDiscipline } = given;
      if (!given.finished || given.satExamination === false) return deny('NOT_EXAMINED');
      const facts = { failedCore, failedSciences, failedOthers, lastDay: monthDayWords(law.revokedBy) };
      if (failedCore !== undefined && failedCore >= law.core) return deny('CORE_FAILED', facts);
      if (failedCore === 1 && (failedSciences ?? 0) >= law.sciences) return deny('CORE_AND_SCIENCES_FAILED', facts);
      if (failedCore === 0 && (failedOthers ?? 0) >= law.others) return deny('OTHERS_FAILED', facts);
      if (moralPassed === false) return deny('MORAL_FAILED');
      if (schoolDiscipline && at.day.slice(5) > law.revokedBy) return deny('DISCIPLINE_STANDS', facts);
      if (schoolDiscipline) return weigh('DISCIPLINE_NOT_YET_REVOKED', facts);
      const known = [failedCore, failedSciences, failedOthers, moralPassed, qualityPassed, schoolDiscipline];
      return known.includes(undefined) || !qualityPassed ? silent : allow('GRADUATES');
    },
    sentences: {
      GRADUATES: '修业期满，德、智、体等方面合格，准予毕业',
      NOT_EXAMINED: '未参加毕业考试或者中途离校，不发毕业证书',
      CORE_FAILED: '语文、数学、外语有{failedCore}科不及格，发给结业证书',
      CORE_AND_SCIENCES_FAILED:
        '语文、数学、外语有一科不及格，政治、物理、化学有{failedSciences}科不及格，发给结业证书',
      OTHERS_FAILED: '语文、数学、外语以外有{failedOthers}科不及格，发给结业证书',
      MORAL_FAILED: '思想品德评定不及格，发给结业证书',
      DISCIPLINE_STANDS: '校级处分在{lastDay}前未撤销，发给结业证书',
      DISCIPLINE_NOT_YET_REVOKED: '校级处分尚未撤销，{lastDay}前仍未撤销的发给结业证书',
    },
    remedies: {
      NOT_EXAMINED: '需要证明学历的，可以发给学历证明',
      CORE_FAILED: '成绩有误的更正后再办；无误的，按结业办理',
      CORE_AND_SCIENCES_FAILED: '成绩有误的更正后再办；无误的，按结业办理',
      OTHERS_FAILED: '成绩有误的更正后再办；无误的，按结业办理',
      MORAL_FAILED: '评定有误的更正后再办；无误的，按结业办理',
      DISCIPLINE_STANDS: '处分已撤销的，补登撤销决定；未撤销的，按结业办理',
      DISCIPLINE_NOT_YET_REVOKED: '有明显进步的，在{lastDay}前撤销处分后再办',
    },
    examples: [
      { name: 'all passed', facts: passed, expect: 'GRADUATES' },
      {
        name: 'one of the three failed, and one science',
        facts: { ...passed, failedCore: 1, failedSciences: 1 },
        expect: 'GRADUATES',
      },
      { name: 'two of the three failed', facts: { ...passed, failedCore: 2 }, expect: 'CORE_FAILED' },
      { name: 'three of the three failed', facts: { ...passed, failedCore: 3 }, expect: 'CORE_FAILED' },
      {
        name: 'one of the three failed, and two sciences',
        facts: { ...passed, failedCore: 1, failedSciences: 2 },
        expect: 'CORE_AND_SCIENCES_FAILED',
      },
      { name: 'three others failed', facts: { ...passed, failedSciences: 3, failedOthers: 3 }, expect: 'GRADUATES' },
      { name: 'four others failed', facts: { ...passed, failedOthers: 4 }, expect: 'OTHERS_FAILED' },
      { name: 'moral assessment failed', facts: { ...passed, moralPassed: false }, expect: 'MORAL_FAILED' },
      {
        name: 'discipline on the last of June',
        on: civilDate('2026-06-30'),
        facts: { ...passed, schoolDiscipline: true },
        expect: 'DISCIPLINE_NOT_YET_REVOKED',
      },
      {
        name: 'discipline on the first of July',
        on: civilDate('2026-07-01'),
        facts: { ...passed, schoolDiscipline: true },
        expect: 'DISCIPLINE_STANDS',
      },
      { name: 'not examined', facts: { ...passed, satExamination: false }, expect: 'NOT_EXAMINED' },
      { name: 'left early', facts: { ...passed, finished: false }, expect: 'NOT_EXAMINED' },
      { name: 'results not known', facts: { stage: 'JUNIOR', finished: true }, expect: 'NONE' },
      { name: 'primary is no question', facts: { ...passed, stage: 'PRIMARY' }, expect: 'NONE' },
    ],
  });
