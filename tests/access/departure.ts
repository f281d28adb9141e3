/** 已转出: a transfer out of a school of the matrix that is over, with the copy that the school keeps. */
import type { Institution } from '../../src/authorities/index.ts';
import { caseRows } from '../../src/cases/case.store.ts';
import { insertHandOvers } from '../../src/hand-over/hand-over.store.ts';
import { dayOf } from '../../src/kernel/civil-date.ts';
import { newId } from '../../src/kernel/ids.ts';
import { keepCopy } from '../../src/students/index.ts';
import { insertInvitation } from '../../src/transfers/invitations/invitation.store.ts';
import type { TestApplication } from '../application.ts';
import { writing } from '../builders.ts';
import { FORM } from './calls/transfers.ts';

/** Where nobody of the matrix is. */
const NOWHERE = '99/99/99/2199000001/';

const TERM = { startsOn: '2026-09-01', endsOn: '2027-01-22' };

/** The case by which the student has left, and the hand-over of the file that it began. */
export function aDeparture(app: TestApplication, from: Institution, studentId: string) {
  const [id, handOverId] = [newId(), newId()];
  return writing(app, async (tx) => {
    const side = { schoolId: from.id, schoolName: from.name, placeCode: from.placeCode };
    const one = {
      ...({ id, subjectId: studentId, subjectKind: 'STUDENT', number: `ZX-${from.code}`, kind: 'TRANSFER' } as const),
      ...{ workflow: 'transfer', title: '转学', schoolId: from.id, authorityId: from.id, parties: {} },
      data: { form: FORM, stage: 'PRIMARY', grade: 1, sending: side, receiving: side, papers: [], term: TERM },
      ...{ path: NOWHERE, counterpartPath: from.path, lawDay: dayOf(tx.now), openedAt: tx.now },
    };
    await tx.together(caseRows(one, newId()));
    await keepCopy(tx, app.services, { studentId, caseId: id, schoolId: from.id, path: from.path });
    // Owed by the school to itself, so that one place may be tried for both halves.
    await insertHandOvers(tx, [
      {
        ...({ studentId, id: handOverId, caseId: id, reason: 'TRANSFER', stage: 'PRIMARY', title: '转学' } as const),
        ...{ completedOn: dayOf(tx.now), dueOn: null, sent: null, received: null, endedOn: null },
        ...{ fromSchoolId: from.id, fromPath: from.path, toSchoolId: from.id, toPath: from.path },
      },
    ]);
    return { departureId: id, handOverId };
  });
}

/** A wish of a family that nobody has answered. */
export function anInvitation(app: TestApplication, school: Institution, studentId: string): Promise<string> {
  const id = newId();
  return writing(app, async (tx) => {
    await insertInvitation(tx, {
      ...{ id, studentId, childName: '李沐辰', stage: 'PRIMARY', grade: 1, ground: 'JOB_MOVED', moved: null },
      ...{ fromSchoolId: school.id, fromPath: school.path, toSchoolId: school.id, toPath: school.path },
      ...{ said: '父亲工作调动', askedOn: dayOf(tx.now), recordedBy: newId(), recordedByName: '周志强' },
      ...{ arrangedBy: null, state: 'OPEN', answer: null, caseId: null },
    });
    return id;
  });
}

/** A transfer that a school has handed in about its own child, and that waits for the authority. */
export function aRunningTransfer(
  app: TestApplication,
  school: Institution,
  authority: Institution,
  studentId: string,
): Promise<string> {
  const id = newId();
  const accountId = newId();
  return writing(app, async (tx) => {
    const { name: schoolName, placeCode } = school;
    const side = { schoolId: school.id, schoolName, placeCode, authorityName: authority.name };
    const parties = { 'receiving-school': school.id, 'sending-school': school.id, authority: authority.id };
    const one = {
      ...({
        id,
        subjectId: studentId,
        subjectKind: 'STUDENT',
        number: `ZX-R${school.code}`,
        kind: 'TRANSFER',
      } as const),
      ...{ workflow: 'transfer-one-authority', title: '转学', schoolId: school.id, authorityId: authority.id, parties },
      data: { form: FORM, stage: 'PRIMARY', grade: 1, sending: side, receiving: side, papers: [], term: TERM },
      ...{ path: school.path, counterpartPath: school.path, lawDay: dayOf(tx.now), openedAt: tx.now },
    };
    await tx.together(caseRows(one, accountId));
    await tx.sql
      .insertInto('case_events')
      .values({
        ...{ case_id: id, seq: 1, path: school.path, action: 'APPROVE', step: 'SIGNED' },
        ...{ from_state: 'WITH_SENDING_SCHOOL', to_state: 'WITH_AUTHORITY' },
        ...{ holder_id: authority.id, holder_role: 'AUTHORITY_REGISTRAR', account_id: accountId },
        ...{ person_name: '周志强', institution_id: school.id, institution_name: schoolName },
        ...{ started_on: dayOf(tx.now), at: tx.now },
      })
      .execute();
    return id;
  });
}
