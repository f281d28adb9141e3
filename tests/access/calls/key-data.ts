/** 样例调用: changes of key data. */
import { type CallExamples, scoped } from '../call.ts';

const CHANGE = { values: { name: '李沐阳' }, papers: ['HOUSEHOLD_REGISTER', 'COPY'], reason: '户口簿已更名' };

export const KEY_DATA_CALLS: CallExamples = {
  'POST /api/key-data-changes': scoped(({ movedStudentId }) => ({ body: { studentId: movedStudentId, ...CHANGE } })),
  'PUT /api/key-data-changes/:id': scoped(({ caseId }) => ({ params: { id: caseId }, body: CHANGE })),
  'POST /api/key-data-changes/:id/reveals': scoped(({ caseId }) => ({
    params: { id: caseId },
    body: { reason: '核对户口簿' },
  })),
};
