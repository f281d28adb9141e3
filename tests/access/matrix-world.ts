/** 权限矩阵的世界: two counties of two provinces that are alike, and one person of every role at every level of one. */
import sharp from 'sharp';
import type { Level, Role } from '../../src/access/index.ts';
import { rolesFor } from '../../src/authorities/accounts/account.ts';
import { setTeacher } from '../../src/authorities/classes/class-group.store.ts';
import { type Institution, institutionLevelOf } from '../../src/authorities/index.ts';
import { caseRows } from '../../src/cases/case.store.ts';
import type { Case } from '../../src/cases/index.ts';
import { dayOf } from '../../src/kernel/civil-date.ts';
import { newId } from '../../src/kernel/ids.ts';
import { chainOf } from '../../src/kernel/place-codes.ts';
import { beginArrangement } from '../../src/study-elsewhere/arrangement.store.ts';
import type { TestApplication } from '../application.ts';
import {
  aCentreSchool,
  aClassGroup,
  anAccount,
  anAuthority,
  aSchool,
  LONG_AGO,
  type TestAccount,
  writing,
} from '../builders.ts';
import { childRow, workbookOf } from '../entrant-rows.ts';
import { aReadablePdf } from '../sample-pdf.ts';
import { someStudents } from '../students.ts';
import { someAttendance, someConduct } from './attendance.ts';
import type { MatrixPlace } from './call.ts';
import { aClassPlan } from './class-plan.ts';
import { aDeparture, anInvitation, aRunningTransfer } from './departure.ts';
import { aDispute } from './dispute.ts';
import { aFamilySide } from './family-side.ts';
import { somePackages } from './packages.ts';
import { aFiledPaper, someCertificates } from './papers.ts';
import { aFailedMessage, aPartnerSystem } from './partner.ts';

/** Somebody who calls, in the words of the matrix: 县·教育局学籍管理员. */
export interface MatrixCaller {
  role: Role;
  level: Level;
  account: TestAccount;
}

/** A county with one of everything. */
export async function aMatrixPlace(app: TestApplication, placeCode: string): Promise<MatrixPlace> {
  const authority = await anAuthority(app, { placeCode });
  const centre = await aCentreSchool(app, { under: authority });
  const school = await aSchool(app, { under: centre });
  const classGroup = await aClassGroup(app, { school, ordinal: 1 });
  const emptyClassGroup = await aClassGroup(app, { school, ordinal: 2 });
  const [studentId = '', movedStudentId = ''] = await someStudents(app, { school, classGroup }, { school, classGroup });
  const subject = await anAccount(app, { at: school });
  const [officeId, campusId] = [newId(), newId()];
  await writing(app, async (tx) => {
    const whole = { institution_id: school.id, valid_from: LONG_AGO };
    await tx.sql
      .insertInto('offices')
      .values({ ...whole, id: officeId, path: school.path, post: 'VICE_PRINCIPAL', person_name: '周志强' })
      .execute();
    await tx.sql
      .insertInto('campuses')
      .values({ ...whole, id: campusId, name: '西校区' })
      .execute();
  });
  const caseId = await aCase(app, school, authority, subject.id);
  const endedCaseId = await aCase(app, school, authority, subject.id, { refused: true });
  const [evidenceId = '', spareEvidenceId = ''] = await somePapers(app, authority, caseId);
  const entrants = await someEntrants(app, await anAccount(app, { at: school }));
  await anArrangement(app, school, { studentId, caseId });
  const { departureId, handOverId } = await aDeparture(app, school, studentId);
  const invitationId = await anInvitation(app, school, studentId);
  const spareInvitationId = await anInvitation(app, school, movedStudentId);
  const transferId = await aRunningTransfer(app, school, authority, studentId);
  const classPlanId = await aClassPlan(app, school, classGroup, studentId);
  const ids = {
    studentId,
    movedStudentId,
    accountId: subject.id,
    officeId,
    campusId,
    caseId,
    endedCaseId,
    departureId,
    handOverId,
    invitationId,
    spareInvitationId,
    transferId,
    disputeId: await aDispute(app, school, authority, { entrantId: entrants.entrantId, studentId }),
    classPlanId,
    promotionId: await aRehearsal(app, school),
    restructuringId: await aNewName(app, authority, school),
    evidenceId,
    spareEvidenceId,
    ...entrants,
    ...(await aPartnerSystem(app, authority)),
    failedMessageId: await aFailedMessage(app, school),
    ...(await aFamilySide(app, school, {
      classGroupId: classGroup.id,
      studentId: movedStudentId,
      invitationId: spareInvitationId,
    })),
    ...(await someAttendance(app, school, studentId)),
    ...(await someConduct(app, school, studentId)),
    ...(await someCertificates(app, school, studentId)),
    filePaperId: await aFiledPaper(app, school, studentId),
    ...(await somePackages(app, authority, school)),
  };
  return { authority, centre, school, classGroup, emptyClassGroup, ...ids };
}

/** Two workbooks that a school sent and that were read, a child put forward on the form, and one on the roll. */
async function someEntrants(app: TestApplication, registrar: TestAccount) {
  const school = app.as(registrar);
  const importIds: string[] = [];
  for (const first of [70_000, 70_010]) {
    const bytes = await workbookOf([childRow(first, { name: '王 浩' }), childRow(first + 1)]);
    const { body } = await school.upload<{ id: string }>('/api/admissions/imports', { name: '报名表.xlsx', bytes });
    await app.features.jobs.find(({ name }) => name === 'read-import')!.run({ importId: body.id }, NEVER);
    importIds.push(body.id);
  }
  const [importId = '', spareImportId = ''] = importIds;
  const { body: page } = await school.get<{ items: { id: string }[] }>(`/api/admissions/imports/${importId}/rows`);
  const entrantId = page.items[0]!.id;
  const grey = { width: 358, height: 441, channels: 3, background: '#cfd8e3' } as const;
  const bytes = await sharp({ create: grey }).jpeg().toBuffer();
  await school.upload(`/api/admissions/entrants/${entrantId}/photo`, { name: 'photo.jpg', bytes });
  const { body: draft } = await school.post<{ id: string }>('/api/admissions/entrants', { values: { name: '张晚晴' } });
  const rows = [{ row: 1, values: { name: '王子涵', way: '划片入学' } }];
  await school.post('/api/admission-roll', { stage: 'PRIMARY', rows });
  const { body: roll } = await school.get<{ items: { id: string }[] }>('/api/admission-roll');
  return { importId, spareImportId, entrantId, draftId: draft.id, rollId: roll.items[0]!.id };
}

/** A child in inclusive study. */
const anArrangement = (app: TestApplication, { path, name }: Institution, of: { studentId: string; caseId: string }) =>
  writing(app, (tx) =>
    beginArrangement(tx, {
      ...{ ...of, path, kind: 'INCLUSIVE', thereId: null, therePath: null, thereName: name, grade: 1 },
      ...{ begunOn: dayOf(tx.now), untilOn: null },
    }),
  );

async function aNewName(app: TestApplication, authority: Institution, school: Institution): Promise<string> {
  const registrar = app.as(await anAccount(app, { at: authority, role: 'AUTHORITY_REGISTRAR' }));
  const matter = { kind: 'SCHOOLING', name: `${school.name}新校` };
  const wish = { schoolId: school.id, matter, opinion: '县政府批准更名' };
  return (await registrar.post<{ caseId: string }>('/api/restructurings', wish)).body.caseId;
}

async function aRehearsal(app: TestApplication, school: Institution): Promise<string> {
  const leader = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
  return (await leader.post<{ id: string }>('/api/promotions')).body.id;
}

const NEVER = new AbortController().signal;

/** A registration that the school has handed in and that nobody has looked at, or that was refused. */
function aCase(
  app: TestApplication,
  school: Institution,
  authority: Institution,
  accountId: string,
  { refused = false } = {},
): Promise<string> {
  const today = dayOf(app.clock.now());
  const one: Case = {
    id: newId(),
    subjectId: school.id,
    subjectKind: 'INSTITUTION',
    number: `RX-${school.code}`,
    kind: 'REGISTRATION',
    workflow: 'registration',
    title: '一年级',
    schoolId: school.id,
    authorityId: authority.id,
    parties: { school: school.id, authority: authority.id },
    path: school.path,
    counterpartPath: null,
    lawDay: today,
    data: { enteredOn: '2026-09-01', signedForms: true },
    openedAt: app.clock.now(),
  };
  return writing(app, async (tx) => {
    await tx.together(caseRows(one, accountId));
    await tx.sql
      .insertInto('case_events')
      .values({
        case_id: one.id,
        seq: 1,
        path: one.path,
        action: 'SUBMIT',
        step: 'SIGNED',
        from_state: 'PREPARING',
        to_state: refused ? 'REFUSED' : 'WITH_AUTHORITY',
        holder_id: refused ? null : authority.id,
        holder_role: refused ? null : 'AUTHORITY_REGISTRAR',
        account_id: accountId,
        person_name: '周志强',
        institution_id: school.id,
        institution_name: school.name,
        started_on: today,
        at: app.clock.now(),
      })
      .execute();
    return one.id;
  });
}

/** Papers that somebody of the authority, who has the case, handed in. */
async function somePapers(app: TestApplication, authority: Institution, caseId: string): Promise<string[]> {
  const officer = await anAccount(app, { at: authority, role: 'AUTHORITY_REGISTRAR' });
  const ids: string[] = [];
  for (const what of ['居民户口簿', '居住证']) {
    const file = { name: `${what}.pdf`, bytes: Buffer.concat([aReadablePdf(1), Buffer.alloc(ids.length, 10)]) };
    const query = new URLSearchParams({ what });
    const { body } = await app.as(officer).upload<{ id: string }>(`/api/cases/${caseId}/evidence?${query}`, file);
    ids.push(body.id);
  }
  return ids;
}

/** One person of every role at every level that has it, lowest first; the class teacher leads the class group. */
export async function everyCaller(app: TestApplication, place: MatrixPlace): Promise<MatrixCaller[]> {
  const chain = chainOf(place.authority.placeCode).reverse();
  const authorities = await Promise.all(chain.map((placeCode) => anAuthority(app, { placeCode })));
  const callers: MatrixCaller[] = [];
  for (const at of [place.school, place.centre, ...authorities]) {
    const level = institutionLevelOf(at);
    for (const role of rolesFor(level)) callers.push({ role, level, account: await anAccount(app, { at, role }) });
  }
  const teacher = callers.find(({ role }) => role === 'CLASS_TEACHER')!;
  await writing(app, (tx) => setTeacher(tx, place.classGroup.id, teacher.account.id));
  return callers;
}
