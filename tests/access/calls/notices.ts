/** 样例调用: notices, the choices of a person, and what did not leave. */
import { type CallExamples, placeless, scoped } from '../call.ts';

export const NOTICE_CALLS: CallExamples = {
  'GET /api/notices': placeless(),
  'GET /api/notices/unread': placeless(),
  'POST /api/notices/read': placeless({ body: {} }),
  'GET /api/notices/choices': placeless(),
  'PUT /api/notices/choices': placeless({ body: { kinds: { CASE_DECIDED: ['SITE'] }, digest: false } }),
  'GET /api/notices/messages': placeless(),
  'POST /api/notices/messages/:id/again': scoped(({ failedMessageId }) => ({ params: { id: failedMessageId } })),
};
