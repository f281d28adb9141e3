/** 样例调用: admission: workbooks, entrants, submissions. */

import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { writeTemplate } from '../../../src/workbooks/template.ts';
import { childRow, workbookOf } from '../../entrant-rows.ts';
import { type Call, type CallExamples, placeless, scoped } from '../call.ts';

const GREY = { width: 358, height: 441, channels: 3, background: '#cfd8e3' } as const;
const PHOTO = { name: 'photo.jpg', bytes: await sharp({ create: GREY }).jpeg().toBuffer() };
const WORKBOOK = { name: '报名表.xlsx', bytes: await workbookOf([childRow(80_000)]) };
const ARCHIVE = { name: '照片.zip', bytes: await zipOf('nobody.jpg', PHOTO.bytes) };
const COLUMNS = ['姓名', '录取方式'].map((heading) => ({ key: heading, heading }));
const ROLL = {
  name: '录取名册.xlsx',
  bytes: await writeTemplate({
    title: '录取名册',
    sheet: '名册',
    columns: COLUMNS,
    notes: [],
    madeAt: new Date(0),
    lastRow: 9,
  }),
};
const LINES = { stage: 'PRIMARY', rows: [{ row: 1, values: { name: '赵一鸣', way: '划片入学' } }] };
const REVIEW = {
  ground: 'FRAUD',
  reason: '经查系冒名顶替',
  paper: { title: '录取资格核查报告', issuedOn: '2026-09-01' },
};
const CAUSE = { code: 'NAME_SPACES', field: 'name' };
const DECLARATION = { signedForms: true, enteredOn: '2026-09-01' };

const ofImport = (rest: Call = {}) => scoped(({ importId }) => ({ params: { id: importId }, ...rest }));
const ofSpareImport = (rest: Call = {}) => scoped(({ spareImportId }) => ({ params: { id: spareImportId }, ...rest }));
const ofEntrant = (rest: Call = {}) => scoped(({ entrantId }) => ({ params: { id: entrantId }, ...rest }));

const ofRoll = (rest: Call = {}) => scoped(({ rollId }) => ({ params: { id: rollId }, ...rest }));

export const ADMISSION_CALLS: CallExamples = {
  'GET /api/admissions/overview': placeless(),
  'GET /api/admissions/signed-forms': placeless(),
  'GET /api/admissions/template.xlsx': placeless(),
  'POST /api/admissions/imports': placeless({ file: WORKBOOK }),
  'GET /api/admissions/imports': placeless(),
  'GET /api/admissions/imports/:id/progress': ofImport(),
  'POST /api/admissions/imports/:id/cancel': ofSpareImport(),
  'GET /api/admissions/imports/:id': ofImport(),
  'GET /api/admissions/imports/:id/rows': ofImport(),
  'POST /api/admissions/imports/:id/cures': ofImport({ body: { ...CAUSE, apply: false } }),
  'GET /api/admission-plans': placeless(),
  'POST /api/admission-plans': scoped(({ school }) => ({
    body: {
      intakeYear: 2026,
      paper: { title: '2026年义务教育招生计划', issuedOn: '2026-06-01' },
      items: [{ schoolId: school.id, stage: 'PRIMARY', places: 90 }],
    },
  })),
  'GET /api/admission-roll/template.xlsx': placeless(),
  'POST /api/admission-roll/read': placeless({ query: { stage: 'PRIMARY' }, file: ROLL }),
  'POST /api/admission-roll/check': placeless({ body: LINES }),
  'POST /api/admission-roll': placeless({ body: LINES }),
  'GET /api/admission-roll': placeless(),
  'GET /api/admission-roll/:id': ofRoll(),
  'POST /api/admission-roll/:id/correction': ofRoll({ body: { reason: '与他校重复登记' } }),
  'POST /api/admission-roll/:id/acts': ofRoll({ body: { act: 'CHECK_IN', papers: ['NOTICE'] } }),
  'POST /api/admission-roll/:id/photo': ofRoll({ file: PHOTO }),
  'POST /api/admission-roll/:id/cancellation': ofRoll({ body: REVIEW }),
  'POST /api/admission-roll/registrations': scoped(({ rollId }) => ({ body: { ids: [rollId] } })),
  'GET /api/admission-no-shows': placeless(),
  'POST /api/admissions/imports/:id/confirmations': ofImport({ body: CAUSE }),
  'GET /api/admissions/imports/:id/marked.xlsx': ofImport(),
  'POST /api/admissions/imports/:id/submissions': ofSpareImport({ body: { mode: 'GOOD', ...DECLARATION } }),
  'POST /api/admissions/imports/:id/undo': ofSpareImport(),
  'GET /api/admissions/entrants': placeless(),
  'POST /api/admissions/entrants': placeless({ body: { values: { name: '李沐辰' } } }),
  'GET /api/admissions/entrants/:id': ofEntrant(),
  'PATCH /api/admissions/entrants/:id': ofEntrant({ body: { values: { name: '李沐辰' }, version: 1 } }),
  'DELETE /api/admissions/entrants/:id': scoped(({ draftId }) => ({ params: { id: draftId } })),
  'POST /api/admissions/entrants/:id/confirm': ofEntrant({ body: CAUSE }),
  'POST /api/admissions/entrants/:id/skip': ofEntrant(),
  'POST /api/admissions/entrants/:id/unskip': ofEntrant(),
  'GET /api/admissions/entrants/:id/suspicions': ofEntrant(),
  'POST /api/admissions/photos': placeless({ file: ARCHIVE }),
  'POST /api/admissions/entrants/:id/photo': ofEntrant({ file: PHOTO }),
  'GET /api/admissions/entrants/:id/photo': ofEntrant(),
  'POST /api/admissions/submissions': scoped(({ draftId }) => ({ body: { entrantIds: [draftId], ...DECLARATION } })),
  'GET /api/cases/:id/entrants': scoped(({ caseId }) => ({ params: { id: caseId } })),
  'POST /api/admissions/cases/:id/returns': scoped(({ caseId, draftId }) => ({
    params: { id: caseId },
    body: { entrantIds: [draftId], opinion: '户口簿复印件不清' },
  })),
};

function zipOf(name: string, bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}
