/** 义务教育毕业: primary leavers go on, junior leavers graduate, complete, or have studied in part. */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const junior = { stage: 'JUNIOR', finished: true, qualityPassed: true, failedSubjects: 2 } as const;

/**
 * The text speaks of all passed and of three failed. One or two failed subjects are between: nothing denies graduation
 * there, so the student graduates.
 */
export const compulsoryGraduation = rule('compulsory-graduation')({
  id: 'compulsory-graduation',
  title: '初中毕业',
  basis: cite(measures, '第三十九条', 'SC-39.2', 'SC-39.3', 'SC-39.4', 'SC-39.1'),
  force: 'MUST',
  parameters: { failedForCompletion: fixed(3, 'NEVER', '补考后不及格即作结业处理的科目', '门') },
  decide: (given, law) => {
    if (!given.finished) return deny('PARTIAL_STUDY');
    if (given.stage === 'PRIMARY') return allow('GOES_ON');
    const { qualityPassed, failedSubjects } = given;
    if (qualityPassed === false) return deny('QUALITY_FAILED');
    if (failedSubjects === undefined) return silent;
    if (failedSubjects >= law.failedForCompletion) return deny('SUBJECTS_FAILED', { failedSubjects });
    return qualityPassed === undefined ? silent : allow('GRADUATES');
  },
  sentences: {
    GRADUATES: '综合素质合格，补考后不及格的不到{failedForCompletion}门，准予毕业',
    GOES_ON: '小学修业期满，升入初中',
    QUALITY_FAILED: '综合素质考核不合格，作结业处理',
    SUBJECTS_FAILED: '毕业考试科目补考后仍有{failedSubjects}门不及格，{failedForCompletion}门及以上作结业处理',
    PARTIAL_STUDY: '未完成九年义务教育，作肄业处理',
  },
  remedies: {
    QUALITY_FAILED: '评价有误的更正后再办；无误的，发给结业证书',
    SUBJECTS_FAILED: '成绩有误的更正后再办；无误的，发给结业证书',
    PARTIAL_STUDY: '继续就读至期满；依法离校的，发给肄业证书',
  },
  examples: [
    { name: 'two subjects failed', facts: junior, expect: 'GRADUATES' },
    { name: 'three subjects failed', facts: { ...junior, failedSubjects: 3 }, expect: 'SUBJECTS_FAILED' },
    { name: 'quality failed', facts: { ...junior, qualityPassed: false }, expect: 'QUALITY_FAILED' },
    {
      name: 'three failed and quality not known',
      facts: { stage: 'JUNIOR', finished: true, failedSubjects: 3 },
      expect: 'SUBJECTS_FAILED',
    },
    { name: 'quality not known', facts: { stage: 'JUNIOR', finished: true, failedSubjects: 0 }, expect: 'NONE' },
    { name: 'results not known', facts: { stage: 'JUNIOR', finished: true, qualityPassed: true }, expect: 'NONE' },
    { name: 'not finished', facts: { ...junior, finished: false }, expect: 'PARTIAL_STUDY' },
    { name: 'primary', facts: { stage: 'PRIMARY', finished: true }, expect: 'GOES_ON' },
  ],
});
