/** 样例调用: simple changes of a registration. */
import { type CallExamples, placeless, scoped } from '../call.ts';

const form = { ground: 'EMIGRATION', initiatedBy: 'FAMILY' };

export const CHANGE_CALLS: CallExamples = {
  'GET /api/changes': placeless(),
  'GET /api/changes/kinds': scoped(({ studentId }) => ({ query: { studentId } })),
  'POST /api/changes/finds': placeless({ body: { name: '无此人', number: '510107201205120000' } }),
  'POST /api/changes/previews': scoped(({ studentId }) => ({ body: { studentId, kind: 'WITHDRAWAL', form } })),
  'POST /api/changes': scoped(({ studentId }) => ({ body: { studentId, kind: 'WITHDRAWAL', form } })),
  'PUT /api/changes/:id/form': scoped(({ caseId }) => ({ params: { id: caseId }, body: { form } })),
};
