/** 学校文本 篇三 奖惩: awards and who approves them, discipline, examinations. */
import { cite, duty, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { awardFiling } from '../../../000000-national/conduct/award-filing.ts';
import { assessmentPapers, examinationScope, qualityReport } from './assessments.ts';
import { awardChain } from './award-chain.ts';
import { schoolDisciplineFiling } from './discipline-filing.ts';
import { graduationAward } from './graduation-award.ts';
import { schoolNoExpulsion } from './no-expulsion.ts';

export const conduct = (text: Instrument): PackPart => ({
  rules: [
    ...[schoolNoExpulsion(cite(text, '九、1', 'S3-9.1')), schoolDisciplineFiling(cite(text, '二、3', 'S3-2.3'))],
    awardFiling(
      'school-award-filing',
      cite(text, '八、3', 'S3-8.3', 'S3-2.3'),
      ['SCHOOL', 'ABOVE_SCHOOL'],
      '学籍卡和学生档案',
    ),
    awardChain('ACADEMIC', cite(text, '八、5', 'S3-8.5.1')),
    awardChain('TITLE', cite(text, '八、5', 'S3-8.5.2')),
    awardChain('ACTIVITY', cite(text, '八、5', 'S3-8.5.3')),
    graduationAward(cite(text, '八、4', 'S3-8.4')),
    examinationScope(cite(text, '八、1', 'S3-8.1.2')),
    qualityReport(cite(text, '八、2', 'S3-8.2')),
    assessmentPapers(cite(text, '二、2', 'S3-2.2.4', 'S3-2.2.5')),
  ],
  duties: [
    duty({
      id: 'assess-all-round',
      title: '按课程标准对学生的德、智、体和社会实践全面考核',
      basis: cite(text, '八、1', 'S3-8.1.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'hold-examinations',
      title: '举行期中、期末考试',
      basis: cite(text, '八、1', 'S3-8.1.2'),
      holder: 'SCHOOL',
      rhythm: { kind: 'EVERY', period: 'TERM', times: 2 },
    }),
    duty({
      id: 'educate-first',
      title: '了解情况、分析原因，以教育为主帮助学生改正',
      basis: cite(text, '九、2', 'S3-9.2'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '学生严重违反规章纪律' },
    }),
  ],
});
