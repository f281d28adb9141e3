/** 样例调用: the workbench and cases. */
import { type CallExamples, placeless, scoped } from '../call.ts';

export const CASE_CALLS: CallExamples = {
  'GET /api/workbench': placeless(),
  'GET /api/workbench/:list': placeless({ params: { list: 'mine' } }),
  'GET /api/cases/:id': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'POST /api/cases/:id/acts': scoped(({ caseId }) => ({ params: { id: caseId }, body: { action: 'APPROVE' } })),
};
