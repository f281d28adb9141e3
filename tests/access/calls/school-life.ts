/** 样例调用: attendance, leave of absence, the gate, and who stays away. */
import { type CallExamples, placeless, scoped } from '../call.ts';

const day = { on: '2026-09-17', morningPeriods: 4, afternoonPeriods: 3 };

export const SCHOOL_LIFE_CALLS: CallExamples = {
  'GET /api/attendance': placeless(),
  'GET /api/class-groups/:id/register': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    query: { from: '2026-09-14', to: '2026-09-18' },
  })),
  'PUT /api/class-groups/:id/register': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    body: { days: [{ ...day, absences: [] }] },
  })),
  'GET /api/class-groups/:id/attendance-sums': scoped(({ classGroup }) => ({ params: { id: classGroup.id } })),
  'GET /api/leaves-of-absence': placeless(),
  'POST /api/leaves-of-absence': scoped(({ studentId }) => ({
    body: {
      ...{ studentId, reason: 'ILLNESS', beginsOn: '2026-09-21', endsOn: '2026-09-21' },
      ...{ guardianProof: true, diagnosis: false },
    },
  })),
  'POST /api/leaves-of-absence/:id/decisions': scoped(({ awayId }) => ({
    params: { id: awayId },
    body: { grant: true, grantedAs: 'CLASS_TEACHER' },
  })),
  'GET /api/gate-slips': placeless(),
  'POST /api/gate-slips': scoped(({ studentId }) => ({
    body: { studentId, reason: '身体不适', guardianCalled: true },
  })),
  'POST /api/gate-releases': scoped(({ studentId }) => ({ body: { studentId } })),
  'GET /api/truancy': placeless(),
  'GET /api/truancy/students/:id': scoped(({ studentId }) => ({ params: { id: studentId } })),
  'POST /api/truancy/students/:id/contacts': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { on: '2026-09-16', way: 'PHONE', who: '母亲', outcome: '答应次日到校' },
  })),
  'POST /api/truancy/students/:id/reports': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { recipient: 'TOWNSHIP', recipientName: '和尚桥镇人民政府', on: '2026-09-16' },
  })),
  'PUT /api/written-reports/:id/receipt': scoped(({ reportId }) => ({
    params: { id: reportId },
    body: { on: '2026-09-17', by: '周志强' },
  })),
};
