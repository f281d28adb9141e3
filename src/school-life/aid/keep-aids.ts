/** 资助登记: what students received, entered by the registrar; a wrong entry is taken out with its reason. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record, recordAll } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getOwnStudent } from '../attendance/reach.ts';
import { groupNames } from '../class-group-names.ts';
import type { AidEntry, AidList } from './aid.api.ts';
import { aidRows, endAid, listAids, listPoor, SCHEMES } from './aid.store.ts';
import { DEGREES } from './hardship.store.ts';

/** Who is recognised as poor, and what was received in a school year; class teachers see the former of their class groups. */
export async function viewAids(tx: Transaction, actor: Actor, asked: number | undefined): Promise<AidList> {
  const today = dayOf(tx.now);
  const schoolYear = asked ?? schoolYearOf(today);
  const { id, path, county } = actor.institution;
  const teacher = actor.role === 'CLASS_TEACHER';
  const names = await groupNames(tx, id, today);
  const poor = await listPoor(tx, { path, county }, teacher ? actor.classGroupIds : undefined);
  const received = teacher ? [] : await listAids(tx, path, { schoolYear });
  return {
    schoolYear,
    poor: poor.map(({ studentId, name, classGroupId, degree, from }) => ({
      ...{ studentId, name, from, degreeWords: DEGREES[degree], classGroupName: names.get(classGroupId ?? '') ?? '' },
    })),
    items: received.map((one) => ({
      ...{ id: one.id, studentId: one.studentId, name: one.name, amount: one.amount, givenOn: one.givenOn },
      ...{ note: one.note, schemeWords: SCHEMES[one.scheme], termWords: `第${one.term === 1 ? '一' : '二'}学期` },
    })),
  };
}

/** Refuses NOT_FOUND for a student of another school, BAD_INPUT for a day to come. */
export async function enterAids(tx: Transaction, actor: Actor, entry: AidEntry): Promise<number> {
  const givenOn = entry.givenOn as CivilDate;
  if (givenOn > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '发放日期还没有到，发放后再登记' });
  const amounts = [...new Map(entry.amounts.map((one) => [one.studentId, one])).values()];
  for (const { studentId } of amounts) await getOwnStudent(tx, actor, studentId);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const { scheme, term, note } = entry;
  const aid = { scheme, term, givenOn, note: note || null, schoolYear: schoolYearOf(givenOn) };
  await tx.together(aidRows(tx, aid, { amounts, school, by: actor }));
  await recordAll(
    tx,
    asAuditActor(actor),
    amounts.map(({ studentId }) => ({
      ...{ action: 'ENTER_AID', subjectKind: 'STUDENT' as const, subjectId: studentId, path: school.path },
      detail: { scheme, term, schoolYear: aid.schoolYear },
    })),
  );
  return amounts.length;
}

/** Refuses NOT_FOUND for an entry of another school, or one that was taken out before. */
export async function takeOutAid(
  tx: Transaction,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const studentId = await endAid(tx, id, { schoolId: actor.institution.id, by: actor, reason });
  if (!studentId) throw refuse('NOT_FOUND', { what: '此项资助' });
  await record(tx, asAuditActor(actor), {
    ...{ action: 'TAKE_OUT_AID', subjectKind: 'STUDENT', subjectId: studentId, path: actor.institution.path },
    ...{ reason, detail: { aid: id } },
  });
}
