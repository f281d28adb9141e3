/** 转学办结: the effect of the last consent, in its transaction: the child is at no moment in two schools or in none. */
import { asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getClassGroup, getInstitution, gradeOf } from '../../authorities/index.ts';
import type { CaseContext } from '../../cases/index.ts';
import { oweFiles } from '../../hand-over/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { cancelNumbersAt } from '../../numbering/index.ts';
import { beginMembership, keepCopy, transferRegistration } from '../../students/index.ts';
import type { TransferData } from '../transfer.ts';

/** 学籍保留在原学校: the child studies at the special school; its record and its registration stay (SC-34.1, SX-21.2). */
async function studyElsewhere(
  tx: CaseContext['tx'],
  actor: CaseContext['actor'],
  { subjectId, number, path, counterpartPath }: CaseContext['theCase'],
  school: CaseContext['school'],
): Promise<void> {
  const event = { action: 'STUDY_ELSEWHERE', subjectKind: 'STUDENT', subjectId } as const;
  const detail = { case: number, at: school.code };
  await tx.beyondScope(() =>
    recordAll(tx, asAuditActor(actor), [
      { ...event, path, detail },
      { ...event, path: counterpartPath ?? path, detail },
    ]),
  );
}

/** Keeps the sending school's copy, moves the registration, seats the child. Two places are written: beyond the actor's own. */
export async function completeTransfer(
  services: Pick<Services, 'cipher' | 'law'>,
  { tx, actor, theCase, school }: CaseContext,
): Promise<void> {
  const { sending, form, child } = theCase.data as unknown as TransferData;
  if (form.registrationStays) return studyElsewhere(tx, actor, theCase, school);
  const [studentId, caseId, on] = [theCase.subjectId, theCase.id, dayOf(tx.now)];
  await tx.beyondScope(async () => {
    const from = await getInstitution(tx, { id: sending.schoolId });
    await keepCopy(tx, services, { studentId, caseId, schoolId: from.id, path: from.path });
    const moved = await transferRegistration(tx, { studentId, caseId, on, from, to: school });
    const group = form.classGroupId ? await getClassGroup(tx, form.classGroupId) : undefined;
    // Between opening and end a class group may have been closed, or gone up a grade without the child: placing sees to it.
    if (group && group.validTo === null && gradeOf(group, on) === moved.grade) {
      const { path, county } = school;
      await beginMembership(tx, { studentId, classGroupId: group.id, path, county, caseId, on });
    }
    await cancelNumbersAt(services, tx, actor, { studentId, event: 'TRANSFER', school });
    const moving = { reason: 'TRANSFER', from, to: school, stage: moved.stage, completedOn: on } as const;
    await oweFiles(tx, services, [{ studentId, name: child.name, caseId, ...moving }]);
    const event = { action: 'TRANSFER_STUDENT', subjectKind: 'STUDENT', subjectId: studentId } as const;
    const detail = { case: theCase.number, from: from.code, to: school.code, grade: moved.grade };
    await recordAll(tx, asAuditActor(actor), [
      { ...event, path: from.path, detail },
      { ...event, path: school.path, detail },
    ]);
  });
}
