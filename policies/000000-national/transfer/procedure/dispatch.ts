/** 档案转接: the sending school sends the student file after the registration has moved. */
import {
  type Citation,
  deadline,
  fixed,
  rule,
  type Stage,
  silent,
  type TimeLimit,
} from '../../../../src/policy/index.ts';
import { EVERY_STAGE, examplesOfOtherStages, ordinaryTransfer } from '../ordinary-transfer.ts';

/** The rule for a text that gives it a month; the receiving school goes on with the file that it gets. */
export function fileDispatch(basis: Citation, within: TimeLimit, stages: readonly Stage[] = EVERY_STAGE) {
  const facts = { ...ordinaryTransfer, stage: stages[0] ?? 'PRIMARY' };
  return rule('transfer')({
    id: 'file-dispatch',
    title: '转出学籍档案的期限',
    basis,
    force: 'MUST',
    parameters: { within: fixed<TimeLimit>(within, 'SHORTER', '转出学籍档案的期限') },
    decide: () => silent,
    requires: ({ stage }, law, at) =>
      at.side === 'RECEIVING' || !stages.includes(stage)
        ? []
        : [deadline('SENDING_SCHOOL', '转出学籍档案并办结', law.within, '学籍转接完成')],
    sentences: {},
    examples: [
      { name: 'the sending side', side: 'SENDING', facts, expect: 'NONE', requires: ['转出学籍档案并办结（1个月内）'] },
      { name: 'the receiving side sends nothing', side: 'RECEIVING', facts, expect: 'NONE', requires: [] },
      ...examplesOfOtherStages(stages, facts),
    ],
  });
}
