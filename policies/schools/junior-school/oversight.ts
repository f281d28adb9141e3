/** 学校文本 篇三 监管: a review each term. */
import { cite, type Instrument, type PackPart } from '../../../src/policy/index.ts';
import { termReview } from '../../000000-national/oversight/reviews/term-review.ts';

export const oversight = (text: Instrument): PackPart => ({
  rules: [termReview(cite(text, '二、4', 'S3-2.4'), ['SCHOOL'])],
});
