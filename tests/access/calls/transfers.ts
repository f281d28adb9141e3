/** 样例调用: transfers. */
import { type CallExamples, placeless, scoped } from '../call.ts';

/** An application with nothing in it. */
export const FORM = {
  ground: 'JOB_MOVED',
  moved: 'ACROSS_PROVINCES',
  forTerm: 'RUNNING',
  targetGrade: 1,
  guardianApplies: true,
  underSanction: false,
  papers: [],
};
const TOKEN = 'made-up-and-sealed-by-nobody';

export const TRANSFER_CALLS: CallExamples = {
  'GET /api/transfers': placeless(),
  'GET /api/transfers/choices': placeless(),
  'POST /api/transfers/finds': placeless({ body: { name: '无此人', number: '510107201601010011' } }),
  'POST /api/transfers/previews': placeless({ body: { token: TOKEN, form: FORM } }),
  'POST /api/transfers': placeless({ body: { token: TOKEN, form: FORM } }),
  'PUT /api/transfers/:id/form': scoped(({ caseId }) => ({ params: { id: caseId }, body: FORM })),
  'GET /api/transfers/:id/refusal-grounds': scoped(({ transferId }) => ({ params: { id: transferId } })),
  'POST /api/transfers/:id/refusals': scoped(({ departureId }) => ({
    params: { id: departureId },
    body: { reason: 'CLASS_FULL', opinion: '四年级各班均已满额', seq: 1 },
  })),
  'GET /api/file-hand-overs': placeless(),
  'GET /api/cases/:id/file-hand-over': scoped(({ departureId }) => ({ params: { id: departureId } })),
  'GET /api/file-hand-overs/:id': scoped(({ handOverId }) => ({ params: { id: handOverId } })),
  'POST /api/file-hand-overs/:id/sending': scoped(({ handOverId }) => ({
    params: { id: handOverId },
    body: { way: 'FAMILY', parts: ['BASICS'], pages: 12 },
  })),
  'POST /api/file-hand-overs/:id/receipt': scoped(({ handOverId }) => ({
    params: { id: handOverId },
    body: { complete: true },
  })),
  'GET /api/file-hand-overs/:id/receipt.pdf': scoped(({ handOverId }) => ({ params: { id: handOverId } })),
  'POST /api/file-hand-overs/scans': placeless({ body: { code: '2222222222222' } }),
  'POST /api/file-hand-overs/sendings': scoped(({ handOverId }) => ({
    body: { way: 'FAMILY', parts: ['BASICS'], files: [{ id: handOverId, pages: 12 }] },
  })),
  'POST /api/file-hand-overs/receipts': scoped(({ handOverId }) => ({
    body: { files: [{ id: handOverId, complete: true }] },
  })),
  'GET /api/file-hand-overs/send-list.pdf': placeless({ query: { on: '2026-09-16' } }),
  'GET /api/class-groups/:id/folder-labels.pdf': scoped(({ classGroup }) => ({ params: { id: classGroup.id } })),
  'GET /api/schools/:id/school-file': scoped(({ school }) => ({ params: { id: school.id } })),
  'GET /api/schools/:id/school-file.xlsx': scoped(({ school }) => ({ params: { id: school.id } })),
  'GET /api/schools/:id/school-file/:kind': scoped(({ school }) => ({ params: { id: school.id, kind: 'CHANGES' } })),
  'POST /api/school-file/proposals': placeless({ body: { year: 2025 } }),
  'POST /api/school-file/closings': placeless({ body: { year: 2025 } }),
  'GET /api/file-custody': placeless(),
  'GET /api/file-packages': placeless(),
  'POST /api/file-packages/:id/taking': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'POST /api/received-packages/checks': placeless({ file: { name: 'a.xjda', bytes: Buffer.from('AAAAA\nXJDA') } }),
  'POST /api/received-packages': placeless({ file: { name: 'a.xjda', bytes: Buffer.from('AAAAA\nXJDA') } }),
  'GET /api/received-packages': placeless(),
  'GET /api/received-packages/:id': scoped(({ receivedPackageId }) => ({ params: { id: receivedPackageId } })),
  'GET /api/received-packages/:id/entry': scoped(({ receivedPackageId }) => ({
    params: { id: receivedPackageId },
    query: { name: 'papers/paper.pdf' },
  })),
  'POST /api/received-packages/:id/attachment': scoped(({ receivedPackageId }) => ({
    params: { id: receivedPackageId },
  })),
  'GET /api/node-keys': placeless(),
  'POST /api/node-keys': placeless({
    body: { nodeName: '外地节点', suite: 'international', publicKey: 'ab'.repeat(32) },
  }),
  'POST /api/node-keys/:id/confirmation': scoped(({ nodeKeyId }) => ({ params: { id: nodeKeyId } })),
  'POST /api/node-keys/:id/end': scoped(({ nodeKeyId }) => ({ params: { id: nodeKeyId } })),
  'GET /api/transfer-invitations': placeless(),
  'POST /api/transfer-invitations': scoped(({ studentId, school }) => ({
    body: { studentId, toSchoolId: school.id, ground: 'JOB_MOVED', said: '父亲工作调动', askedOn: '2026-09-16' },
  })),
  'GET /api/transfer-invitations/:id/papers': scoped(({ spareInvitationId }) => ({
    params: { id: spareInvitationId },
  })),
  'GET /api/transfer-invitations/:id/papers/:paperId': scoped(({ spareInvitationId, wishPaperId }) => ({
    params: { id: spareInvitationId, paperId: wishPaperId },
  })),
  'POST /api/transfer-invitations/:id/withdrawal': scoped(({ invitationId }) => ({ params: { id: invitationId } })),
  'POST /api/transfer-invitations/:id/taking-up': scoped(({ invitationId }) => ({ params: { id: invitationId } })),
  'GET /api/transfer-invitations/:id/refusal-grounds': scoped(({ spareInvitationId }) => ({
    params: { id: spareInvitationId },
  })),
  'POST /api/transfer-invitations/:id/refusal': scoped(({ invitationId }) => ({
    params: { id: invitationId },
    body: { reason: 'CLASS_FULL', opinion: '各班均已满额' },
  })),
  'POST /api/transfer-invitations/:id/arrangement': scoped(({ invitationId, school }) => ({
    params: { id: invitationId },
    body: { toSchoolId: school.id },
  })),
  'GET /api/transfers/:id/copy': scoped(({ departureId }) => ({ params: { id: departureId } })),
};
