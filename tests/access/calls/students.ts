/** 样例调用: students and their records, placing into class groups, papers. */
import sharp from 'sharp';
import { type Call, type CallExample, type CallExamples, type MatrixPlace, placeless, scoped } from '../call.ts';

const ofStudent = (rest: Call = {}) => scoped(({ studentId }) => ({ params: { id: studentId }, ...rest }));
const ofSchool = (rest: (place: MatrixPlace) => Call = () => ({})) =>
  scoped((place) => ({ params: { id: place.school.id }, ...rest(place) }));
const ofClassGroup = (rest: Call = {}) => scoped(({ classGroup }) => ({ params: { id: classGroup.id }, ...rest }));
const GREY = { width: 358, height: 441, channels: 3, background: '#cfd8e3' } as const;
const PHOTO = { name: 'photo.jpg', bytes: await sharp({ create: GREY }).jpeg().toBuffer() };

export const STUDENT_CALLS: CallExamples = {
  'GET /api/students/fields': placeless(),
  'GET /api/students/areas': placeless({ query: { text: '长葛' } }),
  'GET /api/students': placeless(),
  'GET /api/students/left': placeless(),
  'GET /api/students/filters': placeless(),
  'GET /api/students/:id': ofStudent(),
  'GET /api/students/:id/viewers': ofStudent(),
  'POST /api/students/:id/reveals': ofStudent({ body: { field: 'identityNumber', reason: '核对户口簿' } }),
  'GET /api/students/:id/photo': ofStudent(),
  'PATCH /api/students/:id/items': ofStudent({ body: { values: { postalCode: '461500' }, version: 1 } }),
  'POST /api/students/:id/photo': ofStudent({ file: PHOTO }),
  'POST /api/students/formal-numbers': placeless({ body: {} }),
};

export const PLACEMENT_CALLS: CallExamples = {
  'GET /api/schools/:id/class-groups': ofSchool(),
  'GET /api/schools/:id/unplaced': ofSchool(() => ({ query: { stage: 'PRIMARY', grade: '1', intakeYear: '2026' } })),
  'GET /api/class-groups/:id/roster': ofClassGroup(),
  'GET /api/class-groups/:id/changes': ofClassGroup(),
  'POST /api/schools/:id/placements': ofSchool(({ classGroup, movedStudentId }) => ({
    body: { assignments: [{ classGroupId: classGroup.id, studentIds: [movedStudentId] }] },
  })),
  'POST /api/schools/:id/class-group-moves': ofSchool(({ classGroup, movedStudentId }) => ({
    body: { studentIds: [movedStudentId], fromClassGroupId: classGroup.id, toClassGroupId: null, reason: '分班有误' },
  })),
  'POST /api/class-groups/:id/seat-numbers': ofClassGroup({ body: { order: 'PINYIN' } }),
  'POST /api/schools/:id/placement-reviews': ofSchool(() => ({
    body: { stage: 'PRIMARY', intakeYear: 2026, opinion: '名册已核对' },
  })),
};

const ofPlan = (body?: Record<string, unknown>): CallExample =>
  scoped(({ classPlanId }) => ({ params: { id: classPlanId }, ...(body ? { body: { version: 1, ...body } } : {}) }));

export const PLAN_CALLS: CallExamples = {
  'POST /api/class-groups/:id/merge': scoped(({ classGroup, emptyClassGroup }) => ({
    params: { id: classGroup.id },
    body: { fromClassGroupIds: [emptyClassGroup.id], reason: '生源减少' },
  })),
  'POST /api/class-groups/:id/split': ofClassGroup({ body: { parts: 6, reason: '班额过大' } }),
  'GET /api/schools/:id/class-plans': ofSchool(),
  'GET /api/class-plans/:id': ofPlan(),
  'POST /api/schools/:id/class-plans': ofSchool(() => ({ body: { stage: 'PRIMARY', grade: 1, intakeYear: 2026 } })),
  'POST /api/class-plans/:id/draws': ofPlan({ reason: '按约定重抽' }),
  'POST /api/class-plans/:id/adjustments': scoped(({ classPlanId, studentId, classGroup }) => ({
    params: { id: classPlanId },
    body: { version: 1, studentId, toClassGroupId: classGroup.id, reason: '双胞胎同班' },
  })),
  'POST /api/class-plans/:id/adjustments/undo': ofPlan({}),
  'PUT /api/class-plans/:id/wishes': ofPlan({ wishes: [] }),
  'POST /api/class-plans/:id/teacher-draw': ofPlan({}),
  'POST /api/class-plans/:id/submission': ofPlan({}),
  'POST /api/class-plans/:id/discard': ofPlan({ reason: '改期分班' }),
};

export const NUMBERING_CALLS: CallExamples = {
  'GET /api/students/:id/secondary-numbers': ofStudent(),
  'GET /api/schools/:id/secondary-numbers': ofSchool(),
  'POST /api/schools/:id/secondary-numbers': ofSchool(() => ({
    body: { kind: 'SCHOOL', stage: 'PRIMARY', intakeYear: 2026 },
  })),
  'POST /api/students/:id/secondary-numbers': ofStudent({ body: { kind: 'SCHOOL', event: 'ENTRY' } }),
};

/** A run is known to whoever started it only. */
const NO_RUN = '01990000-0000-7000-8000-000000000000';

const A_SHEET = {
  ...{ size: 'A4', landscape: false, margins: { top: 16, bottom: 22, left: 20, right: 14 }, body: 11 },
  ...{ head: '', foot: '', copies: '' },
};

export const PAPER_CALLS: CallExamples = {
  'GET /api/forms/:form/wording': placeless({ params: { form: 'student-base' } }),
  'PUT /api/forms/:form/wording': placeless({
    params: { form: 'student-base' },
    body: { title: '学生登记表', note: null, labels: {} },
  }),
  'GET /api/paper-styles': placeless(),
  'GET /api/paper-styles/:paper': placeless({ params: { paper: 'notice' } }),
  'PUT /api/paper-styles/:paper/sheet': placeless({ params: { paper: 'notice' }, body: A_SHEET }),
  'GET /api/paper-styles/:paper/preview.pdf': placeless({
    params: { paper: 'notice' },
    query: { sheet: JSON.stringify(A_SHEET) },
  }),
  'GET /api/paper-styles/:paper/kit.zip': placeless({ params: { paper: 'notice' } }),
  'POST /api/paper-styles/:paper/templates': placeless({ params: { paper: 'notice' } }),
  'GET /api/paper-templates/:id/preview.pdf': placeless({ params: { id: NO_RUN } }),
  'GET /api/paper-templates/:id/source.typ': placeless({ params: { id: NO_RUN } }),
  'POST /api/paper-templates/:id/confirmation': placeless({ params: { id: NO_RUN }, body: { from: '2026-09-17' } }),
  'DELETE /api/paper-templates/:id': placeless({ params: { id: NO_RUN } }),
  'GET /api/schools/:id/forms': ofSchool(),
  'GET /api/students/:id/forms/:form': scoped(({ studentId }) => ({ params: { id: studentId, form: 'student-base' } })),
  'GET /api/class-groups/:id/forms/:form': scoped(({ classGroup }) => ({
    params: { id: classGroup.id, form: 'practice-record' },
  })),
  'GET /api/schools/:id/forms/:form': scoped(({ school }) => ({ params: { id: school.id, form: 'school-base' } })),
  'GET /api/schools/:id/forms/increase-decrease.xlsx': ofSchool(),
  'POST /api/print-runs': scoped(({ school }) => ({ body: { form: 'student-base', schoolId: school.id } })),
  'GET /api/print-runs': placeless(),
  'GET /api/print-runs/:id/progress': placeless({ params: { id: NO_RUN } }),
  'DELETE /api/print-runs/:id': placeless({ params: { id: NO_RUN } }),
  'GET /api/print-runs/:id/papers.zip': placeless({ params: { id: NO_RUN } }),
  'GET /api/students/:id/papers': ofStudent(),
  'POST /api/students/:id/proofs-of-registration': ofStudent({ body: { days: 30 } }),
  'POST /api/students/:id/papers/:paperId/revocation': scoped(({ studentId }) => ({
    params: { id: studentId, paperId: studentId },
    body: { reason: '家长申请' },
  })),
  'POST /api/verifications': placeless({ body: { code: '0410-6105-0R3G-G2E8-Q' } }),
  'GET /api/class-groups/:id/roster.pdf': ofClassGroup(),
  'GET /api/class-groups/:id/roster.xlsx': ofClassGroup(),
  'GET /api/schools/:id/roster.pdf': ofSchool(),
  'GET /api/schools/:id/roster.xlsx': ofSchool(),
  'GET /api/students/:id/registration-card.pdf': ofStudent(),
  'GET /api/class-groups/:id/registration-cards.pdf': ofClassGroup(),
};
