/** 学校文本 篇六 招生入学: class groups are entered by the registrar, and the file goes along to junior school. */
import { cite, duty, type Instrument, type PackPart } from '../../../../src/policy/index.ts';
import { fileFollows } from '../../../000000-national/admission/file-follows.ts';
import { placementByRegistrar } from './class-groups.ts';

export const admission = (text: Instrument): PackPart => ({
  rules: [
    placementByRegistrar(cite(text, '第四条', 'S6-4.1')),
    fileFollows(cite(text, '第三条', 'S6-3.2'), 'file-goes-along'),
  ],
  duties: [
    duty({
      id: 'class-groups-kept-current',
      title: '班级毕业、重新分班、合并后及时更新班级',
      basis: cite(text, '第二十二条', 'S6-22.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '班级毕业、重新分班或合并' },
    }),
  ],
});
