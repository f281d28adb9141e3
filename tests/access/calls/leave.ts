/** 样例调用: leave, its extension and return, the simple changes of a registration, and the list of dropouts. */
import { type CallExamples, placeless, scoped } from '../call.ts';

const matter = {
  kind: 'LEAVE',
  form: { reason: 'ILLNESS', orderedBySchool: false, beginsOn: '2026-09-10', endsOn: '2027-09-10' },
};

export const LEAVE_CALLS: CallExamples = {
  'GET /api/leaves': placeless(),
  'GET /api/leaves/students/:id': scoped(({ studentId }) => ({ params: { id: studentId } })),
  'POST /api/leaves/previews': scoped(({ studentId }) => ({ body: { studentId, matter } })),
  'POST /api/leaves': scoped(({ studentId }) => ({ body: { studentId, matter } })),
  'PUT /api/leaves/:id/form': scoped(({ caseId }) => ({ params: { id: caseId }, body: matter })),
  'PUT /api/leaves/students/:id/urging': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { on: '2026-09-16' },
  })),
  'PUT /api/leaves/students/:id/report': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { on: '2026-09-10', says: '多次督促未返校' },
  })),
  'PUT /api/leaves/students/:id/receipt': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { on: '2026-09-11', says: '已责令监护人送返' },
  })),
};

/** Of the simple changes. */
const withdrawal = { ground: 'EMIGRATION', initiatedBy: 'FAMILY' };

export const CHANGE_CALLS: CallExamples = {
  'GET /api/changes': placeless(),
  'GET /api/changes/kinds': scoped(({ studentId }) => ({ query: { studentId } })),
  'POST /api/changes/finds': placeless({ body: { name: '无此人', number: '510107201205120000' } }),
  'POST /api/changes/previews': scoped(({ studentId }) => ({
    body: { studentId, kind: 'WITHDRAWAL', form: withdrawal },
  })),
  'POST /api/changes': scoped(({ studentId }) => ({ body: { studentId, kind: 'WITHDRAWAL', form: withdrawal } })),
  'PUT /api/changes/:id/form': scoped(({ caseId }) => ({ params: { id: caseId }, body: { form: withdrawal } })),
};

/** The list of dropouts, and files that go home. */
export const DROPOUT_CALLS: CallExamples = {
  'GET /api/dropouts': placeless(),
  'POST /api/dropouts/:id/hand-overs': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { receiverName: '长葛市教育体育局', on: '2026-09-17', onPaper: false },
  })),
  'PUT /api/dropouts/:id/hand-over-receipt': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { on: '2026-09-17', by: '周志强' },
  })),
};
