/** 学校文本 篇六 档案: names, guardians, photos, mergers, poverty; key data is not the school's alone to mend. */
import { cite, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { formerName } from './former-name.ts';
import { mergerByTownship } from './merger-by-township.ts';
import { openDataMended, photoReplaced } from './open-data.ts';
import { povertyRecognition } from './poverty-recognition.ts';

export const file = (text: Instrument): PackPart => ({
  rules: [
    formerName(cite(text, '第五条c', 'S6-5.c')),
    openDataMended(cite(text, '第二十条', 'S6-20.1', 'S6-19.1')),
    photoReplaced(cite(text, '第二十一条', 'S6-21.1')),
    mergerByTownship(cite(text, '第二十五条', 'S6-25.1')),
    povertyRecognition(cite(text, '第六条', 'S6-6.1')),
  ],
  notApplied: [
    {
      question: 'key-data-change',
      basis: cite(text, '第十九条', 'S6-19.1'),
      says: '姓名等基本信息变动或录入有误的，由学校直接修改',
      because: '国家·第四条规定学籍由学籍主管部门核准，关键数据核准后才变更；学校只直接修改一般信息',
      conflict: 'C58',
    },
  ],
});
