/** 学校文本 篇三 离校: dropout by absence, retention and skipping. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { dropoutByAbsence } from './dropout.ts';
import { retentionByMeeting, skippingOfGifted } from './grade-change.ts';

export const departure = (text: Instrument): PackPart => ({
  rules: [
    dropoutByAbsence(cite(text, '四、5', 'S3-4.5.1', 'S3-4.5.2', 'S3-4.5.3')),
    retentionByMeeting(cite(text, '五、1', 'S3-5.1')),
    skippingOfGifted(cite(text, '五、2', 'S3-5.2.1', 'S3-5.2.2')),
  ],
});
