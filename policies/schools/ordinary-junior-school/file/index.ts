/** 学校文本 篇四 档案: files built as asked, and given away with consent only. */
import { cite, duty, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { handOverConsent } from './hand-over-consent.ts';

export const file = (text: Instrument): PackPart => ({
  rules: [handOverConsent(cite(text, '一', 'S4-1.5'))],
  duties: [
    duty({
      id: 'grade-files-built',
      title: '按规定时间和要求建立在籍学生的年级学籍档案',
      basis: cite(text, '一', 'S4-1.4'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '学生取得学籍' },
    }),
  ],
});
