/** 督导检查: who inspects sees everything and changes nothing. */
import { allow, cite, deny, rule } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

export const inspectionReads = rule('inspection')({
  id: 'inspection-reads',
  title: '专项督导',
  basis: cite(measures, '通知四', 'MOE-N4.4'),
  force: 'MUST',
  parameters: {},
  decide: ({ act }) => (act === 'READ' ? allow() : deny('CHANGES')),
  sentences: {
    COMPLIES: '督导检查可以查看学籍信息和办理记录',
    CHANGES: '督导检查只查看，不改动学籍信息',
  },
  remedies: { CHANGES: '写入督导意见，由学校按办件更正' },
  examples: [
    { name: 'inspectors read', facts: { by: 'INSPECTORS', act: 'READ' }, expect: 'COMPLIES' },
    { name: 'inspectors change', facts: { by: 'INSPECTORS', act: 'CHANGE' }, expect: 'CHANGES' },
    { name: 'the authority above changes', facts: { by: 'SUPERIOR', act: 'CHANGE' }, expect: 'CHANGES' },
  ],
});
