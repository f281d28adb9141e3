/** 样例调用: attendance, leave of absence, the gate, who stays away, and assessments. */
import { aReadablePdf } from '../../sample-pdf.ts';
import { type Call, type CallExamples, placeless, scoped } from '../call.ts';

const day = { on: '2026-09-17', morningPeriods: 4, afternoonPeriods: 3 };

const term = { schoolYear: 2026, term: 1 };
const asked = { schoolYear: '2026', term: '1' };
const ofClassGroup = (call: Omit<Call, 'params'> = {}) =>
  scoped(({ classGroup }) => ({ params: { id: classGroup.id }, ...call }));

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
  'POST /api/shown-papers': scoped(({ awayId }) => ({
    query: { entryKind: 'LEAVE_OF_ABSENCE', entryId: awayId, paper: 'DIAGNOSIS' },
    file: { name: '诊断书.pdf', bytes: aReadablePdf(2) },
  })),
  'GET /api/shown-papers/:id': scoped(({ shownPaperId }) => ({ params: { id: shownPaperId } })),
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
  'GET /api/assessments': placeless(),
  'GET /api/subjects': placeless(),
  'PUT /api/subjects': placeless({
    body: {
      ...{ stage: 'PRIMARY', name: '剪纸', grades: [1], scale: 'RATING' },
      ...{ fullPoints: null, category: null, credits: null },
    },
  }),
  'GET /api/class-groups/:id/assessments': ofClassGroup({ query: { ...asked, kind: 'FINAL' } }),
  'PUT /api/class-groups/:id/assessments': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: { ...term, kind: 'FINAL', cells: [{ studentId, subject: 'CHINESE', was: '', text: '' }] },
  })),
  'GET /api/class-groups/:id/assessments.xlsx': ofClassGroup({ query: { ...asked, kind: 'FINAL' } }),
  'POST /api/class-groups/:id/assessments/readings': ofClassGroup({
    query: { ...asked, kind: 'FINAL' },
    file: { name: '成绩.xlsx', bytes: new Uint8Array([80, 75]) },
  }),
  'GET /api/students/:id/assessments': scoped(({ studentId }) => ({ params: { id: studentId } })),
  'GET /api/students/:id/earlier-term': scoped(({ studentId }) => ({ params: { id: studentId } })),
  'PUT /api/students/:id/earlier-term': scoped(({ studentId }) => ({
    params: { id: studentId },
    body: { ...term, kind: 'FINAL', from: '河滨小学', cells: [] },
  })),
  'GET /api/electives': placeless(),
  'POST /api/electives': placeless({ body: { ...term, subject: 'OWN-2', places: 30, teacherName: '冯玉兰' } }),
  'GET /api/electives/:id': scoped(({ electiveId }) => ({ params: { id: electiveId } })),
  'POST /api/electives/:id/closing': scoped(({ electiveId }) => ({ params: { id: electiveId } })),
  'GET /api/class-groups/:id/elective-choices': ofClassGroup({ query: asked }),
  'PUT /api/class-groups/:id/elective-choices': scoped(({ classGroup, studentId, electiveId }) => ({
    params: { id: classGroup.id },
    body: { ...term, cells: [{ studentId, offerId: electiveId, was: false, chosen: true }] },
  })),
  'GET /api/class-groups/:id/credits': ofClassGroup(),
  'GET /api/class-groups/:id/quality-reports': ofClassGroup({ query: { ...asked, occasion: 'FINAL' } }),
  'PUT /api/class-groups/:id/quality-reports': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: {
      ...{ ...term, occasion: 'FINAL' },
      reports: [{ studentId, seenVersion: 0, ratings: { MORAL: 'A' }, teacherWords: '勤学守纪' }],
    },
  })),
  'POST /api/class-groups/:id/quality-reports/signatures': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: { ...term, occasion: 'FINAL', studentIds: [studentId] },
  })),
  'GET /api/class-groups/:id/practice': ofClassGroup(),
  'POST /api/class-groups/:id/practice': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: {
      ...{ kind: 'LABOUR', activity: '校园植树', heldOn: '2026-09-12', hours: 2 },
      ...{ partTaken: '浇水', confirmedByName: '实验小学', studentIds: [studentId] },
    },
  })),
  'POST /api/class-groups/:id/practice/endings': scoped(({ classGroup, caseId }) => ({
    params: { id: classGroup.id },
    body: { ids: [caseId], reason: '登记有误' },
  })),
  'POST /api/class-groups/:id/practice/records': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: {
      records: [
        {
          ...{ studentId, kind: 'LABOUR', activity: '校园植树', heldOn: '2026-09-12', hours: 2 },
          ...{ partTaken: '浇水', confirmedByName: '实验小学' },
        },
      ],
    },
  })),
  'GET /api/class-groups/:id/entry-table.xlsx': ofClassGroup({ query: { table: 'PRACTICE' } }),
  'POST /api/class-groups/:id/entry-table/readings': ofClassGroup({
    query: { table: 'AWARDS' },
    file: { name: '奖励.xlsx', bytes: new Uint8Array([80, 75]) },
  }),
  'POST /api/class-groups/:id/awards': scoped(({ classGroup, studentId }) => ({
    params: { id: classGroup.id },
    body: {
      awards: [
        {
          ...{ studentId, category: 'TITLE', level: 'CLASS', title: '劳动之星' },
          ...{ givenOn: '2026-09-10', giver: '本校' },
        },
      ],
    },
  })),
  'GET /api/disciplines': placeless(),
  'GET /api/school-life/dues': placeless(),
  'GET /api/school-filings': placeless(),
  'GET /api/awards': placeless(),
  'POST /api/awards': scoped(({ studentId }) => ({
    body: {
      ...{ studentIds: [studentId], category: 'TITLE', level: 'SCHOOL', title: '三好学生' },
      ...{ givenOn: '2026-09-10', giver: '本校' },
    },
  })),
  'POST /api/awards/decisions': scoped(({ awardId }) => ({ body: { ids: [awardId], grant: true } })),
  'POST /api/awards/:id/cancel': scoped(({ spareAwardId }) => ({
    params: { id: spareAwardId },
    body: { reason: '误录，表彰文件无此人' },
  })),
  'GET /api/aids': placeless(),
  'POST /api/aids': scoped(({ studentId }) => ({
    body: { scheme: 'LIVING', term: 1, givenOn: '2026-09-10', amounts: [{ studentId, amount: 625 }] },
  })),
  'POST /api/aids/:id/take-out': scoped(({ aidId }) => ({
    params: { id: aidId },
    body: { reason: '重复登记，以财务台账为准' },
  })),
};
