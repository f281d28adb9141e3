/** 样例调用: the workbench, cases and local settings. */
import { aReadablePdf } from '../../sample-pdf.ts';
import { type CallExamples, placeless, scoped } from '../call.ts';

export const CASE_CALLS: CallExamples = {
  'GET /api/workbench': placeless(),
  'GET /api/workbench/:list': placeless({ params: { list: 'mine' } }),
  'GET /api/overdue': scoped(({ school }) => ({ query: { under: school.id } })),
  'GET /api/overdue/league': placeless({ query: { month: '2026-09' } }),
  'GET /api/overdue/league.xlsx': placeless({ query: { month: '2026-09' } }),
  'GET /api/cases/:id': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'POST /api/cases/:id/acts': scoped(({ caseId }) => ({ params: { id: caseId }, body: { action: 'APPROVE' } })),
  'GET /api/offline-consents': placeless(),
  'POST /api/cases/:id/offline-consent': scoped(({ caseId }) => ({ params: { id: caseId }, body: { agreed: true } })),
  'GET /api/cases/:id/reversal': scoped(({ endedCaseId }) => ({ params: { id: endedCaseId } })),
  'POST /api/cases/:id/reversal': scoped(({ endedCaseId }) => ({
    params: { id: endedCaseId },
    body: { reason: '经查系误办' },
  })),
  'GET /api/cases/:id/evidence': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'POST /api/cases/:id/evidence': scoped(({ caseId }) => ({
    params: { id: caseId },
    query: { paper: 'HOUSEHOLD', what: '居民户口簿' },
    file: { name: '户口簿.pdf', bytes: aReadablePdf(2) },
  })),
  'GET /api/cases/:id/evidence/:evidenceId': scoped(({ caseId, evidenceId }) => ({
    params: { id: caseId, evidenceId },
  })),
  'DELETE /api/cases/:id/evidence/:evidenceId': scoped(({ caseId, spareEvidenceId }) => ({
    params: { id: caseId, evidenceId: spareEvidenceId },
  })),
  'POST /api/cases/:id/evidence/:evidenceId/returns': scoped(({ caseId, evidenceId }) => ({
    params: { id: caseId, evidenceId },
    body: { reason: '缺户主页' },
  })),
  'GET /api/cases/:id/application.pdf': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'GET /api/cases/:id/notice.pdf': scoped(({ endedCaseId }) => ({ params: { id: endedCaseId } })),
  'GET /api/local-settings': placeless(),
  'POST /api/local-settings/trials': placeless({
    body: { items: [{ kind: 'PARAMETER', ruleId: 'build-file', parameter: 'limit', value: { days: 20 } }] },
  }),
  'POST /api/local-settings': placeless({
    body: {
      notice: { title: '关于义务教育招生工作的通知', issuedOn: '2026-04-01' },
      from: '2026-10-01',
      items: [{ kind: 'TERM', schoolYear: 2026, term: 1, startsOn: '2026-09-01', endsOn: '2027-01-22' }],
    },
  }),
  'GET /api/duplicates': placeless(),
  'GET /api/duplicates/pairs': placeless(),
  'POST /api/duplicates/finds': placeless({ body: { name: '无此人', number: '510107201601010011' } }),
  'POST /api/duplicates/previews': scoped(({ studentId, movedStudentId }) => ({
    body: { own: { kind: 'STUDENT', id: studentId }, other: { by: 'PAIR', id: movedStudentId } },
  })),
  'POST /api/duplicates': scoped(({ studentId, movedStudentId }) => ({
    body: {
      own: { kind: 'STUDENT', id: studentId },
      other: { by: 'PAIR', id: movedStudentId },
      statement: 'UPHOLD',
      words: '本校学生在校就读',
    },
  })),
  'GET /api/duplicates/:id/records': scoped(({ disputeId }) => ({ params: { id: disputeId } })),
  'GET /api/duplicates/:id/photos/:side': scoped(({ disputeId }) => ({ params: { id: disputeId, side: 'first' } })),
  'PUT /api/duplicates/:id/correction': scoped(({ disputeId }) => ({
    params: { id: disputeId },
    body: { values: { name: '李沐晨' } },
  })),
};
