/** 样例调用: changes of key data, and the heads of a student's file. */

import { childRow, workbookOf } from '../../entrant-rows.ts';
import { aReadablePdf } from '../../sample-pdf.ts';
import { type CallExamples, placeless, scoped } from '../call.ts';

const CHANGE = { values: { name: '李沐阳' }, papers: ['HOUSEHOLD_REGISTER', 'COPY'], reason: '户口簿已更名' };

export const KEY_DATA_CALLS: CallExamples = {
  'POST /api/key-data-changes': scoped(({ movedStudentId }) => ({ body: { studentId: movedStudentId, ...CHANGE } })),
  'PUT /api/key-data-changes/:id': scoped(({ caseId }) => ({ params: { id: caseId }, body: CHANGE })),
  'POST /api/key-data-changes/:id/reveals': scoped(({ caseId }) => ({
    params: { id: caseId },
    body: { reason: '核对户口簿' },
  })),
};

const inFile = scoped(({ studentId, filePaperId }) => ({ params: { id: studentId, paperId: filePaperId } }));
const ofStudent = scoped(({ studentId }) => ({ params: { id: studentId } }));
const ofGroup = scoped(({ classGroup }) => ({ params: { id: classGroup.id } }));
const HEALTH_WORKBOOK = await workbookOf([childRow(81_000)]);
const PAPER = { paper: 'HOUSEHOLD', datedOn: '2026-09-01' };

export const FILE_CALLS: CallExamples = {
  'GET /api/students/:id/file': ofStudent,
  'POST /api/students/:id/file/papers': scoped(({ studentId }) => ({
    params: { id: studentId },
    query: PAPER,
    file: { name: '户口簿.pdf', bytes: aReadablePdf(1) },
  })),
  'GET /api/students/:id/file/papers/:paperId': inFile,
  'DELETE /api/students/:id/file/papers/:paperId': inFile,
  'POST /api/file-papers': scoped(({ studentId }) => ({ body: { ...PAPER, studentIds: [studentId] } })),
  'POST /api/file-notes': scoped(({ studentId }) => ({ body: { head: 'AID', studentIds: [studentId] } })),
  'GET /api/file-gaps': scoped(({ school }) => ({ query: { schoolId: school.id } })),
  'GET /api/file-gaps/overview': placeless(),
  'GET /api/class-groups/:id/file-gaps': ofGroup,
  'GET /api/class-groups/:id/health': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    query: { kind: 'FITNESS' },
  })),
  'PUT /api/class-groups/:id/health': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: {
      ...{ kind: 'FITNESS', measuredOn: '2026-09-16' },
      entries: [{ studentId, seenId: null, values: { height: '120' } }],
    },
  })),
  'GET /api/class-groups/:id/health.xlsx': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    query: { kind: 'FITNESS' },
  })),
  'POST /api/class-groups/:id/health/readings': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    query: { kind: 'FITNESS' },
    file: { name: '体质健康.xlsx', bytes: HEALTH_WORKBOOK },
  })),
  'GET /api/students/:id/health': ofStudent,
  'GET /api/form-checks': placeless(),
  'GET /api/class-groups/:id/form-check': ofGroup,
  'POST /api/class-groups/:id/form-check/ticks': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: { studentIds: [studentId] },
  })),
  'POST /api/class-groups/:id/form-check/signature': ofGroup,
  'POST /api/class-groups/:id/form-check/review': ofGroup,
  'GET /api/file-fields': placeless(),
  'GET /api/class-groups/:id/file-fields': ofGroup,
  'GET /api/class-groups/:id/file-fields.xlsx': ofGroup,
  'POST /api/class-groups/:id/file-fields/readings': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    file: { name: 'a.xlsx', bytes: Buffer.from('PK') },
  })),
  'PUT /api/class-groups/:id/file-fields': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: { entries: [{ studentId, values: {} }] },
  })),
};
