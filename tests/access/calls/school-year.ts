/** 样例调用: the school year: promotion, the confirmation of rosters and graduation. */

import type { MatrixPlace } from '../call.ts';
import { type CallExamples, placeless, scoped } from '../call.ts';

const byId = ({ promotionId }: MatrixPlace) => ({ params: { id: promotionId } });

export const PROGRESSION_CALLS: CallExamples = {
  'GET /api/promotions': placeless(),
  'POST /api/promotions': placeless(),
  'GET /api/promotions/students': placeless({ query: { fates: 'OPEN_CASE,MISFIT' } }),
  'GET /api/promotions/:id': scoped(byId),
  'POST /api/promotions/:id/order': scoped(byId),
  'POST /api/promotions/:id/cancel': scoped(byId),
  'POST /api/promotions/:id/take-back': scoped((place) => ({ ...byId(place), body: { reason: '预演有误，重新办理' } })),
};

export const SUPERVISION_CALLS: CallExamples = {
  'GET /api/change-register': scoped(({ school }) => ({ query: { schoolId: school.id } })),
  'GET /api/change-register.xlsx': scoped(({ school }) => ({ query: { schoolId: school.id } })),
  'GET /api/roster-confirmations': placeless(),
  'POST /api/roster-confirmations': placeless({ body: { stage: 'PRIMARY' } }),
  'PUT /api/roster-confirmations/:id/roster': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'GET /api/graduations': placeless(),
  'GET /api/graduations/outcomes': scoped(({ school }) => ({ query: { schoolId: school.id, stage: 'PRIMARY' } })),
  'GET /api/graduations/class-groups/:id': scoped(({ classGroup }) => ({ params: { id: classGroup.id } })),
  'PUT /api/graduations/class-groups/:id': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: { results: [{ studentId, facts: { finished: true }, seenVersion: 0 }] },
  })),
  'POST /api/graduations/class-groups/:id/trial': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: { results: [{ studentId, facts: { finished: true } }] },
  })),
  'POST /api/graduations': placeless({ body: { stage: 'PRIMARY' } }),
  'PUT /api/roster-confirmations/:id/outside-rules': scoped(({ caseId }) => ({
    params: { id: caseId },
    body: { studentIds: [] },
  })),
};

const ofBatch = ({ certificateBatchId }: MatrixPlace) => ({ params: { id: certificateBatchId } });
const ofCertificate = ({ certificateId }: MatrixPlace) => ({ params: { id: certificateId } });

export const CERTIFICATE_CALLS: CallExamples = {
  'GET /api/certificates': placeless(),
  'GET /api/certificates/stubs': placeless({ query: { q: '李' } }),
  'GET /api/former-students': placeless({ query: { q: '李' } }),
  'GET /api/academic-proofs': placeless(),
  'GET /api/academic-proofs/preview': scoped(({ studentId }) => ({
    query: { studentId, stage: 'PRIMARY', asks: 'PROOF' },
  })),
  'GET /api/academic-proofs/:id/proof.pdf': scoped(({ academicProofId }) => ({ params: { id: academicProofId } })),
  'POST /api/academic-proofs': scoped(({ studentId }) => ({
    body: { studentId, stage: 'PRIMARY', asks: 'PROOF', ground: 'LOST', purpose: '升学', fileChecked: true },
  })),
  'GET /api/cases/:id/certificate-candidates': scoped(({ certificateCaseId }) => ({
    params: { id: certificateCaseId },
  })),
  'GET /api/certificate-batches/:id': scoped(ofBatch),
  'GET /api/certificate-batches/:id/roster.pdf': scoped(ofBatch),
  'GET /api/certificate-batches/:id/roster.xlsx': scoped(ofBatch),
  'GET /api/certificate-batches/:id/certificates.pdf': scoped(ofBatch),
  'GET /api/certificates/:id/certificate.pdf': scoped(ofCertificate),
  'GET /api/students/:id/certificates': scoped(({ studentId }) => ({ params: { id: studentId } })),
  'POST /api/certificate-batches': placeless({ body: { stage: 'PRIMARY', year: 2026, outcome: 'GRADUATED' } }),
  'POST /api/certificate-batches/:id/marks': scoped((place) => ({
    ...ofBatch(place),
    body: { mark: 'SCHOOL', on: '2026-09-17' },
  })),
  'POST /api/certificates/hand-overs': scoped(({ certificateId }) => ({
    body: { certificateIds: [certificateId], on: '2026-09-17', receiver: { who: 'SELF' } },
  })),
  'POST /api/certificates/:id/call-backs': scoped((place) => ({
    ...ofCertificate(place),
    body: { reason: '印制有误' },
  })),
};

const merger = ({ school, centre }: MatrixPlace) => ({
  schoolId: school.id,
  matter: { kind: 'MERGER', intoId: centre.id },
});

export const RESTRUCTURING_CALLS: CallExamples = {
  'GET /api/restructurings': placeless(),
  'GET /api/restructurings/schools/:id': scoped(({ school }) => ({ params: { id: school.id } })),
  'POST /api/restructurings/previews': scoped((place) => ({ body: merger(place) })),
  'POST /api/restructurings/names': scoped(({ school }) => ({
    body: { schoolId: school.id, classGroupId: null, stage: 'PRIMARY', grade: 1 },
  })),
  'POST /api/restructurings': scoped((place) => ({ body: { ...merger(place), opinion: '布局调整，县政府批准' } })),
  'GET /api/restructurings/:id/plan': scoped(({ restructuringId }) => ({ params: { id: restructuringId } })),
};

const ofGuest = ({ studentId, caseId }: MatrixPlace) => ({ params: { studentId, caseId } });

export const STUDY_CALLS: CallExamples = {
  'GET /api/study-arrangements': placeless(),
  'GET /api/study-arrangements/:studentId/:caseId/record': scoped(ofGuest),
  'POST /api/study-arrangements/:studentId/:caseId/record': scoped((place) => ({
    ...ofGuest(place),
    body: { kind: 'RESULT', words: '期中考试良好' },
  })),
  'POST /api/study-arrangements/:studentId/:caseId/end': scoped((place) => ({
    ...ofGuest(place),
    body: { reason: '期满回原校' },
  })),
};
