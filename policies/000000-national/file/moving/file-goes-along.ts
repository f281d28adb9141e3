/** 学籍档案随转: the file goes to the school at which the student goes on. */

import { civilDate } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  FILE_COPIES,
  type FileCopy,
  fixed,
  rule,
  silent,
  step,
  weigh,
  worded,
} from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const done = { reason: 'TRANSFER', stage: 'PRIMARY', completedOn: civilDate('2026-09-01') } as const;
const gone = { ...done, handedOverOn: civilDate('2026-09-10') } as const;
const steps = ['转出学籍档案', '接收学籍档案'];

/** Says only where the file goes; within what time, the province or county says. */
export const fileGoesAlong = rule('file-hand-over')({
  id: 'file-goes-along',
  title: '学籍档案随转',
  basis: cite(measures, '第九条', 'MOE-9.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ handedOverOn }) => allow(handedOverOn ? 'COMPLIES' : 'TO_SEND'),
  requires: () => [step('SENDING_SCHOOL', '转出学籍档案'), step('RECEIVING_SCHOOL', '接收学籍档案')],
  sentences: {
    COMPLIES: '学籍档案已转至转入学校',
    TO_SEND: '学籍档案应转至转入学校或升入学校',
  },
  examples: [
    { name: 'sent', facts: gone, expect: 'COMPLIES', requires: steps },
    { name: 'not yet sent', facts: done, expect: 'TO_SEND' },
    { name: 'moving up, not yet sent', facts: { ...done, reason: 'STAGE_UP' }, expect: 'TO_SEND' },
  ],
});

/** What the school that sends the file keeps of it. */
export const copiesKept = rule('file-hand-over')({
  id: 'copies-kept',
  title: '转出学校留存',
  basis: cite(measures, '第九条', 'MOE-9.2'),
  force: 'MUST',
  parameters: {
    copies: worded(fixed<readonly FileCopy[]>(['ELECTRONIC', 'PAPER'], 'SUBSET', '转出学校留存'), FILE_COPIES),
  },
  decide: ({ kept }, law, at) => {
    if (!kept || at.side === 'RECEIVING') return silent;
    const missing = law.copies.filter((copy) => !kept.includes(copy)).map((copy) => FILE_COPIES[copy]);
    return missing.length > 0 ? weigh('NOT_KEPT', { missing: missing.join('、') }) : allow();
  },
  sentences: {
    COMPLIES: '转出学校已留电子备份和必要的纸质复印件',
    NOT_KEPT: '转出学校未留{missing}',
  },
  remedies: { NOT_KEPT: '补留{missing}后再转出；纸质只复印必要的' },
  examples: [
    { name: 'both kept', facts: { ...gone, kept: ['ELECTRONIC', 'PAPER'] }, expect: 'COMPLIES' },
    { name: 'no paper copies', facts: { ...gone, kept: ['ELECTRONIC'] }, expect: 'NOT_KEPT' },
    { name: 'no backup', facts: { ...gone, kept: ['PAPER'] }, expect: 'NOT_KEPT' },
    { name: 'nobody has looked', facts: gone, expect: 'NONE' },
    { name: 'asked of the receiving side', side: 'RECEIVING', facts: { ...gone, kept: [] }, expect: 'NONE' },
  ],
});
