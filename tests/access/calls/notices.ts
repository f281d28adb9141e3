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

const NOBODY = '00000000-0000-7000-8000-000000000000';
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
  'POST /api/family/photo': placeless({ file: { name: 'photo.jpg', bytes: Buffer.from('no picture') } }),
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
  'GET /api/family/choices': placeless(),
  'GET /api/family/fields': placeless(),
  'GET /api/family/schools': placeless({ query: { search: '实验' } }),
  'GET /api/family/papers': placeless(),
  'POST /api/family/papers': placeless({
    query: { what: '户口簿' },
    file: { name: 'a.jpg', bytes: new Uint8Array(8) },
  }),
  'GET /api/family/papers/:id': placeless({ params: { id: NOBODY } }),
  'DELETE /api/family/papers/:id': placeless({ params: { id: NOBODY } }),
  'GET /api/family/requests': placeless(),
  'POST /api/family/requests': placeless({
    body: { content: { kind: 'COMPLAINT', to: 'SCHOOL', said: '未按时办理' } },
  }),
  'POST /api/family/requests/:id/withdrawal': placeless({ params: { id: NOBODY } }),
  'GET /api/family/papers-issued': placeless(),
  'POST /api/family/proofs-of-registration': placeless({ body: { days: 7 } }),
  'POST /api/family/papers-issued/:id/revocation': placeless({ params: { id: NOBODY } }),
  'GET /api/family-requests': placeless(),
  'GET /api/family-requests/:id': scoped(({ familyRequestId }) => ({ params: { id: familyRequestId } })),
  'GET /api/family-requests/:id/papers/:paperId': scoped(({ familyRequestId, familyPaperId }) => ({
    params: { id: familyRequestId, paperId: familyPaperId },
  })),
  'POST /api/family-requests/:id/answer': scoped(({ familyRequestId }) => ({
    params: { id: familyRequestId },
    body: { accept: false, opinion: '与户口簿不符', basis: '国家·第十条' },
  })),
  'GET /api/class-groups/:id/family-links': scoped(({ classGroup }) => ({ params: { id: classGroup.id } })),
  'GET /api/entrants/family-links': placeless(),
  'POST /api/family-links': scoped(({ studentId }) => ({ body: { studentId, renew: true } })),
  'POST /api/students/:id/family-links/:linkId/revocation': scoped(({ studentId, familyLinkId }) => ({
    params: { id: studentId, linkId: familyLinkId },
  })),
};
