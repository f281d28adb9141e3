/** 临时离校: the class teacher calls the guardian and signs a slip; the gate checks it and lets the child go. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Institution } from '../../../authorities/index.ts';
import { classGroupName, gradeOf, listClassGroups } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import type { GateView } from '../attendance.api.ts';
import { findingsOf } from '../findings.ts';
import { getSeatedStudent, lawPlaceOf } from '../reach.ts';
import { insertSlip, listSlips, lockUnusedSlip, setReleased } from './gate.store.ts';

/** Answers with the slip's id. Refuses NOT_FOUND, LAW_REFUSES where the law wants the guardian called first. */
export async function signSlip(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { studentId, reason, guardianCalled }: { studentId: string; reason: string; guardianCalled: boolean },
): Promise<string> {
  const { student, school } = await getSeatedStudent(tx, actor, studentId);
  refuseByLaw(tx, services, school, { stage: student.stage, guardianCalled, slipSigned: true });
  const { classGroupId, path } = student;
  const on = dayOf(tx.now);
  const id = await insertSlip(tx, { studentId, classGroupId, reason, guardianCalled, on, path }, actor);
  await record(tx, asAuditActor(actor), {
    action: 'SIGN_GATE_SLIP',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path,
    detail: { slip: id, guardianCalled },
  });
  return id;
}

/** Logs that the gate let the child go. Refuses NOT_FOUND, LAW_REFUSES without a slip signed today, CONFLICT where no law asks for one. */
export async function letGo(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  studentId: string,
): Promise<void> {
  const { student, school } = await getSeatedStudent(tx, actor, studentId);
  const slip = await lockUnusedSlip(tx, studentId, dayOf(tx.now));
  const facts = { stage: student.stage, guardianCalled: slip?.guardianCalled ?? false, slipSigned: slip !== undefined };
  refuseByLaw(tx, services, school, facts);
  if (!slip) throw refuse('BAD_INPUT', { what: '今天没有班主任签署的假条，请班主任联系家长后签署' });
  await setReleased(tx, slip, actor.personName);
  await record(tx, asAuditActor(actor), {
    action: 'LET_GO_AT_GATE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: student.path,
    detail: { slip: slip.id },
  });
}

/** Today's slips; a class teacher sees those of the own class groups. */
export async function viewGate(tx: Transaction, actor: Actor): Promise<GateView> {
  const today = dayOf(tx.now);
  const groups = new Map((await listClassGroups(tx, actor.institution.id, today)).map((group) => [group.id, group]));
  const rows = await listSlips(tx, actor.institution.path, today);
  const own = rows.filter(
    ({ classGroupId }) => actor.role !== 'CLASS_TEACHER' || actor.classGroupIds.includes(classGroupId),
  );
  return {
    today,
    items: own.map((slip) => {
      const group = groups.get(slip.classGroupId);
      return {
        ...{ id: slip.id, studentId: slip.studentId, name: slip.name, reason: slip.reason },
        ...{ guardianCalled: slip.guardianCalled, signedByName: slip.signedByName },
        classGroupName: group ? classGroupName(gradeOf(group, today), group.ordinal) : '',
        signedAt: slip.signedAt.toISOString(),
        releasedAt: slip.releasedAt?.toISOString() ?? null,
        releasedByName: slip.releasedByName,
      };
    }),
  };
}

function refuseByLaw(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  school: Institution,
  facts: { stage: Stage; guardianCalled: boolean; slipSigned: boolean },
): void {
  const findings = findingsOf(law.ask('leaving-during-school', lawPlaceOf(school, dayOf(tx.now)), facts));
  const refusal = findings.find(({ verdict }) => verdict === 'REFUSE');
  if (!refusal) return;
  const { sentence, remedy, chip } = refusal;
  throw refuse('LAW_REFUSES', { sentence: `${sentence}（${chip}）${remedy ? `，${remedy}` : ''}` });
}
