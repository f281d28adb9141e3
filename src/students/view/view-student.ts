/** 看学生: one student's record as the caller may see it; opening it leaves its row in the trail. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { classGroupName, gradeName, gradeOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { ageOn, dayOf } from '../../kernel/civil-date.ts';
import type { StudentView } from '../api/students.api.ts';
import { labelOf } from '../code-tables/code-table.ts';
import { familyRelations } from '../code-tables/family-tables.ts';
import { identityTypes } from '../code-tables/identity-tables.ts';
import { genders } from '../code-tables/person-tables.ts';
import { maskIdentityNumber, maskName, maskPhone, maskRegistrationNumber } from '../identity/masking.ts';
import { economyFields } from '../record/fields/economy-fields.ts';
import { FIELD_GROUPS, type Field, type FieldGroup } from '../record/fields/field.ts';
import { studentFields } from '../record/fields/form.ts';
import { guardianFields } from '../record/fields/guardian-fields.ts';
import { courseOf } from './course.ts';
import { checkMaySee } from './may-see.ts';
import { type ShownItem, shownItem } from './shown-items.ts';
import {
  findClassGroup,
  getStudentRow,
  listGuardians,
  listKeyData,
  listNumbers,
  listOpenCases,
  listRegistrations,
} from './student.store.ts';

/** 学籍状态 in words. */
export const REGISTRATION_STATES: Record<string, string> = {
  ENROLLED: '在读',
  ON_LEAVE: '休学',
  ABROAD: '出国',
  DROPPED_OUT: '辍学',
  MISSING: '失踪',
};

/** What the trail's acts on a student are called. */
export const ACTS: Record<string, string> = {
  VIEW_STUDENT: '查看学生',
  REVEAL_VALUE: '查看完整值',
  UPDATE_STUDENT: '维护信息项',
  REGISTER_STUDENT: '建立学籍',
  ISSUE_FORMAL_NUMBER: '发放正式学籍号',
  PLACE_STUDENT: '编入班级',
  PRINT_REGISTRATION_CARD: '打印学籍卡',
};

/** Everything the student's page shows. Refuses NOT_FOUND outside the caller's scope. Leaves a VIEW_STUDENT row. */
export async function viewStudent(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  id: string,
): Promise<StudentView> {
  const row = await getStudentRow(tx, id);
  await checkMaySee(tx, actor, id);
  const today = dayOf(tx.now);
  const keyData = await listKeyData(tx, id);
  const now = keyData.at(-1)!;
  const number = (cipher.open('key_data', id, now.sealed) as { number: string | null }).number;
  const classified = cipher.open('students', id, row.sealed) as Record<string, unknown>;
  const registrations = await listRegistrations(tx, id);
  const open = registrations.find(({ valid_to }) => valid_to === null);
  const group = await findClassGroup(tx, id);
  const groupGrade = group ? gradeOf({ firstGrade: group.first_grade, intakeYear: group.intake_year }, today) : null;
  const numbers = (await listNumbers(tx, id)).map((one) => ({
    kind: one.kind,
    masked: maskRegistrationNumber(cipher.open('numbers', id, one.sealed) as string),
    from: one.valid_from,
    to: one.valid_to,
  }));
  const guardians = await listGuardians(tx, id);
  const values = {
    ...(row.details as Record<string, unknown>),
    ...classified,
    name: now.name,
    namePinyin: now.pinyin,
    gender: now.gender,
    bornOn: now.born_on,
    identityType: now.identity_type,
    identityNumber: number,
    grade: open?.grade,
    classGroup: group && groupGrade ? classGroupName(groupGrade, group.ordinal) : undefined,
    seatNo: group?.seat_no,
    studyMode: open?.study_mode,
  };
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_STUDENT',
    subjectKind: 'STUDENT',
    subjectId: id,
    path: row.path,
  });
  return {
    studentId: id,
    name: now.name,
    pinyin: now.pinyin,
    genderWords: labelOf(genders, now.gender) ?? '',
    bornOn: now.born_on,
    age: ageOn(now.bornOn, today),
    photoId: row.photo_id,
    state: open?.state ?? 'LEFT',
    stateWords: open ? REGISTRATION_STATES[open.state]! : '不在籍',
    numberMasked: numbers.at(-1)?.masked ?? '',
    identityMasked: number ? maskIdentityNumber(number) : '',
    identityTypeWords: labelOf(identityTypes, now.identity_type) ?? '',
    schoolId: open?.school_id ?? null,
    schoolName: open?.school_name ?? null,
    gradeWords: open ? gradeName(open.grade) : null,
    classGroupId: group?.class_group_id ?? null,
    classGroupName: group && groupGrade ? classGroupName(groupGrade, group.ordinal) : null,
    seatNo: group?.seat_no ?? null,
    teacherName: group?.person_name ?? null,
    openCases: (await listOpenCases(tx, id)).map((one) => ({
      caseId: one.case_id,
      title: one.title,
      stateWords: one.state,
    })),
    groups: groupsOf(values),
    guardians: guardians.map((one) => guardianView(cipher, id, one)),
    numbers,
    ...courseOf({ registrations, keyData, numbers }),
    version: row.version,
  };
}

/** 个人、辅助、学籍、联系、扩展, then 家庭经济情况: as the form has them. */
function groupsOf(values: Record<string, unknown>): StudentView['groups'] {
  const economy = (values['economy'] ?? {}) as Record<string, unknown>;
  const sections: [FieldGroup, ShownItem[]][] = [];
  for (const field of studentFields as readonly Field[]) {
    if (field.kind === 'photo' || field.key === 'registrationNumber' || field.key === 'schoolCode') continue;
    const section = sections.find(([group]) => group === field.group);
    const item = shownItem(field, values[field.key]);
    if (section) section[1].push(item);
    else sections.push([field.group, [item]]);
  }
  const items = (economyFields as readonly Field[]).map((field) => shownItem(field, economy[field.key]));
  sections.push(['economy', items]);
  return sections.map(([group, items]) => ({ title: FIELD_GROUPS[group], items }));
}

function guardianView(
  cipher: Services['cipher'],
  studentId: string,
  row: Awaited<ReturnType<typeof listGuardians>>[number],
): StudentView['guardians'][number] {
  const sealed = cipher.open('guardians', studentId, row.sealed) as Record<string, unknown>;
  const phone = typeof sealed['phone'] === 'string' ? sealed['phone'] : '';
  return {
    ordinal: row.ordinal,
    name: maskName(row.name),
    relationWords: labelOf(familyRelations, row.relation) ?? '',
    isGuardian: row.is_guardian,
    phoneMasked: phone ? maskPhone(phone) : '',
    items: (guardianFields as readonly Field[])
      .filter(({ key }) => !['name', 'relation', 'isGuardian'].includes(key))
      .map((field) => shownItem(field, sealed[field.key])),
  };
}
