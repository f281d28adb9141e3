/** 核对学籍表: the class teacher ticks the forms that were looked through, signs the class group off, the leader reviews. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record, recordAll } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { fileTermOf } from '../gaps/file-term.ts';
import { groupOf } from '../standing/reach.ts';
import { checkRows, listSignOffs, markReviewed, putSignOff, replaceChecks } from './base-forms.store.ts';
import { formOf } from './form-of.ts';
import { viewForms } from './view-forms.ts';

type Needs = Pick<Services, 'cipher' | 'law'>;

/** Keeps the forms as they now are. Refuses NOT_FOUND, BAD_INPUT for a student of another class group. */
export async function checkForms(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { classGroupId, studentIds }: { classGroupId: string; studentIds: readonly string[] },
): Promise<number> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const here = new Set(students.map(({ studentId }) => studentId));
  const ids = [...new Set(studentIds)];
  if (ids.some((id) => !here.has(id))) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再核对' });
  const { schoolYear, term } = await fileTermOf(tx, school, dayOf(tx.now));
  const about = { classGroupId, path: school.path, schoolYear, term, by: actor };
  const checks = [];
  for (const studentId of ids) {
    const { values } = await formOf(tx, { cipher }, studentId);
    const id = tx.newId();
    checks.push({ studentId, id, sealed: cipher.seal('base_form_checks', id, values) });
  }
  await replaceChecks(tx, { ...about, studentIds: ids });
  await tx.together(checkRows(tx, checks, about));
  await recordAll(tx, asAuditActor(actor), [
    {
      ...{ action: 'CHECK_BASE_FORMS', subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
      detail: { schoolYear, term, students: ids.length },
    },
    ...ids.map((studentId) => ({
      ...{ action: 'CHECK_BASE_FORMS', subjectKind: 'STUDENT' as const, subjectId: studentId, path: school.path },
      detail: { schoolYear, term },
    })),
  ]);
  return ids.length;
}

/**
 * 班级签字. Refuses CONFLICT while a form was not looked through or has changed since: nobody signs for what nobody saw.
 * What is missing does not stand in the way; it is counted and stays on the list.
 */
export async function signOff(tx: Transaction, services: Needs, actor: Actor, classGroupId: string): Promise<void> {
  const { group, school } = await groupOf(tx, actor, classGroupId);
  const { students } = await viewForms(tx, services, actor, classGroupId);
  if (students.length === 0) throw refuse('BAD_INPUT', { what: '班里还没有学生，不用签字' });
  const open = students.filter(({ checked }) => !checked);
  if (open.length > 0) {
    const names = open.slice(0, 3).map(({ name }) => name);
    throw refuse('CONFLICT', {
      what: `还有${open.length}人没有核对，或核对后有变动（${names.join('、')}${open.length > 3 ? '等' : ''}），核对后再签字`,
    });
  }
  const { schoolYear, term } = await fileTermOf(tx, school, dayOf(tx.now));
  const lacking = students.filter(({ missing, fileLacks }) => missing.length + fileLacks.length > 0).length;
  const counts = { students: students.length, lacking };
  await putSignOff(tx, { classGroupId, path: school.path, schoolYear, term, by: actor }, counts);
  await record(tx, asAuditActor(actor), {
    ...{ action: 'SIGN_BASE_FORMS', subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
    detail: { schoolYear, term, ...counts },
  });
}

/** 主管领导审核 (SX-11.4.2b). Refuses CONFLICT before the class teacher has signed, and once it is reviewed. */
export async function reviewSignOff(tx: Transaction, actor: Actor, classGroupId: string): Promise<void> {
  const { group, school } = await groupOf(tx, actor, classGroupId);
  const of = await fileTermOf(tx, school, dayOf(tx.now));
  const [signed] = await listSignOffs(tx, [classGroupId], of);
  if (!signed) throw refuse('CONFLICT', { what: '班主任还没有签字，签字后再审核' });
  const { schoolYear, term } = of;
  if (!(await markReviewed(tx, { classGroupId, schoolYear, term, by: actor }))) {
    throw refuse('CONFLICT', { what: `已由${signed.reviewedByName ?? '其他人'}审核` });
  }
  await record(tx, asAuditActor(actor), {
    ...{ action: 'REVIEW_BASE_FORMS', subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
    detail: { schoolYear, term, students: signed.students, lacking: signed.lacking },
  });
}
