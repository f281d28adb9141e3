/** 建立学籍: the effect of the approval: entrants become students with a number, in the transaction of the decision. */
import { asAuditActor, type Services } from '../../access/index.ts';
import { auditRows } from '../../audit/record.store.ts';
import type { CaseContext } from '../../cases/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { insertStudents, isConflict, type RawRecord } from '../../students/index.ts';
import { assessBatch, readIntake } from '../checking/assess.ts';
import { listEntrants, movingEntrants } from '../entrants/entrant.store.ts';
import { newStudentOf } from './new-students.ts';
import { issueNumbers } from './registration-numbers.ts';

/** So many students are written at a time: memory stays flat whatever the size of the case. */
const PORTION = 2_000;

/** Registers every entrant of the case. Refuses DUPLICATE_IDENTITY where one of them has come to be registered since. */
export async function registerEntrants(services: Services, { tx, actor, theCase, school }: CaseContext): Promise<void> {
  const intake = await readIntake(tx, services, school);
  const { today } = intake;
  for (;;) {
    const portion = await listEntrants(tx, { caseId: theCase.id, states: ['SUBMITTED'], limit: PORTION, lock: true });
    const photos = new Map(portion.map(({ id, photoId }) => [id, photoId]));
    const rows = portion.map(({ id, sealed }) => ({
      id,
      raw: services.cipher.open('entrants', id, sealed) as RawRecord,
    }));
    const assessed = await assessBatch(tx, services, intake, rows);
    if (assessed.some(({ findings }) => findings.some(({ code }) => code.startsWith('IDENTITY_')))) {
      throw refuse('DUPLICATE_IDENTITY');
    }
    const numbers = await issueNumbers(
      tx,
      services,
      assessed.map(({ id, record, identityHash }) => ({
        id,
        areaCode: school.placeCode,
        bornOn: record.bornOn!,
        documented: identityHash !== null,
      })),
    );
    const students = assessed.map((one) =>
      newStudentOf(services, school, one, numbers.get(one.id)!, photos.get(one.id) ?? null),
    );
    const ids = portion.map(({ id }) => id);
    const act = { caseId: theCase.id, registeredOn: today, numbersClaimed: true };
    try {
      await insertStudents(
        tx,
        students,
        act,
        movingEntrants(tx, ids, { caseId: theCase.id, state: 'REGISTERED' }),
        auditRows(
          tx,
          asAuditActor(actor),
          students.map((one) => ({
            action: 'REGISTER_STUDENT',
            subjectKind: 'STUDENT',
            subjectId: one.id,
            path: one.path,
            detail: { case: theCase.number, kind: one.number.kind, grade: one.grade },
          })),
        ),
      );
    } catch (error) {
      if (isConflict(error)) throw refuse('DUPLICATE_IDENTITY');
      throw error;
    }
    if (portion.length < PORTION) return;
  }
}
