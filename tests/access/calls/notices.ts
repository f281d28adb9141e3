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

const ofSigned = scoped(({ movedStudentId, familySignatureId }) => ({
  params: { id: movedStudentId, signatureId: familySignatureId },
}));
const family = { secret: 'A'.repeat(22), bornOn: '2020-02-27', lastFour: '2046' };

/** Guardians have no office: their own routes answer no role at all, and the rest is the school's side of them. */
export const FAMILY_CALLS: CallExamples = {
  'POST /api/family/session': placeless({ body: family }),
  'GET /api/family/session': placeless(),
  'DELETE /api/family/session': placeless(),
  'GET /api/family/record': placeless(),
  'POST /api/family/reveals': placeless({ body: { field: 'homeAddress' } }),
  'GET /api/family/photo': placeless(),
  'GET /api/family/cases': placeless(),
  'GET /api/family/viewers': placeless(),
  'GET /api/family/form': placeless(),
  'POST /api/family/form/signatures': placeless({
    query: { digest: '0'.repeat(64), step: 'FILLED' },
    file: { name: 'sign.png', bytes: new Uint8Array(8) },
  }),
  'GET /api/students/:id/family-signatures/:signatureId': ofSigned,
  'GET /api/students/:id/family-signatures/:signatureId/drawing': ofSigned,
  'POST /api/students/:id/family-signatures/:signatureId/check': ofSigned,
  'GET /api/class-groups/:id/family-links': scoped(({ classGroup }) => ({ params: { id: classGroup.id } })),
  'POST /api/family-links': scoped(({ studentId }) => ({ body: { studentId, renew: true } })),
  'POST /api/students/:id/family-links/:linkId/revocation': scoped(({ studentId, familyLinkId }) => ({
    params: { id: studentId, linkId: familyLinkId },
  })),
};
