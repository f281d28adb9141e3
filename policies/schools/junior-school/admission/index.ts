/** 学校文本 篇三 招生入学: the district's plan, and the notice with which an entrant reports. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { withinPlan } from '../../../000000-national/admission/within-plan.ts';
import { entryPapers } from './entry-papers.ts';

export const admission = (text: Instrument): PackPart => ({
  rules: [
    withinPlan(cite(text, '一', 'S3-1.0.1'), 'within-district-plan'),
    entryPapers(cite(text, '一', 'S3-1.0.2', 'S3-1.1')),
  ],
});
