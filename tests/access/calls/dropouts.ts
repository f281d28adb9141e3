/** 样例调用: the list of dropouts, and files that go home. */
import { type CallExamples, placeless, scoped } from '../call.ts';

export const DROPOUT_CALLS: CallExamples = {
  'GET /api/dropouts': placeless(),
  'POST /api/dropouts/:id/hand-overs': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { receiverName: '长葛市教育体育局', on: '2026-09-17', onPaper: false },
  })),
  'PUT /api/dropouts/:id/hand-over-receipt': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { on: '2026-09-17', by: '周志强' },
  })),
};
