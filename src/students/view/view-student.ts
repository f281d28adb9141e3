/** 看学生: one student's record as the caller may see it; opening it leaves its row in the trail. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { gradeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { ageOn, dayOf } from '../../kernel/civil-date.ts';
import type { StudentView } from '../api/students.api.ts';
import { labelOf } from '../code-tables/code-table.ts';
import { familyRelations } from '../code-tables/family-tables.ts';
import { identityTypes } from '../code-tables/identity-tables.ts';
import { genders } from '../code-tables/person-tables.ts';
import { maskIdentityNumber, maskName, maskPhone, maskRegistrationNumber } from '../identity/masking.ts';
import { FIELD_GROUPS, type FieldGroup } from '../record/fields/field.ts';
import { type Column, columns } from '../record/fields/form.ts';
import { rawOf } from '../record/raw-values.ts';
import type { Guardian } from '../record/student-record.ts';
import { courseOf } from './course.ts';
import { endReasonWords } from './end-reasons.ts';
import { checkMaySee } from './may-see.ts';
import { type HeldRecord, readRecord } from './read-record.ts';
import { REGISTRATION_STATES } from './registration-states.ts';
import { shownItem } from './shown-items.ts';
import { listOpenCases } from './student.store.ts';

/** Everything the student's page shows. Refuses NOT_FOUND outside the caller's scope. Leaves a VIEW_STUDENT row. */
export async function viewStudent(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  id: string,
): Promise<StudentView> {
  await checkMaySee(tx, actor, id);
  const { view, path } = await showStudent(tx, services, id);
  await record(tx, asAuditActor(actor), { action: 'VIEW_STUDENT', subjectKind: 'STUDENT', subjectId: id, path });
  return view;
}

/** The same without a row of its own, for the answer to an act that leaves one. */
export async function showStudent(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  id: string,
): Promise<{ view: StudentView; path: string }> {
  const held = await readRecord(tx, services, id);
  const { row, keyData, registrations, open, group, numbers: issued } = held;
  const { identityNumber } = held.record;
  const now = keyData.at(-1)!;
  const numbers = issued.map(({ kind, number, from, to }) => ({
    kind,
    masked: maskRegistrationNumber(number),
    from,
    to,
  }));
  const view: StudentView = {
    studentId: id,
    name: now.name,
    pinyin: now.pinyin,
    genderWords: labelOf(genders, now.gender) ?? '',
    bornOn: now.born_on,
    age: ageOn(now.bornOn, dayOf(tx.now)),
    photoId: row.photo_id,
    state: open?.state ?? 'LEFT',
    stateWords: open ? (REGISTRATION_STATES[open.state] ?? open.state) : leftWords(held.registrations),
    left: leftOf(held.registrations),
    numberMasked: numbers.at(-1)?.masked ?? '',
    identityMasked: identityNumber ? maskIdentityNumber(identityNumber) : '',
    identityTypeWords: labelOf(identityTypes, now.identity_type) ?? '',
    schoolId: open?.school_id ?? null,
    schoolName: open?.school_name ?? null,
    gradeWords: open ? gradeName(open.grade) : null,
    classGroupId: group?.class_group_id ?? null,
    classGroupName: held.groupName ?? null,
    seatNo: group?.seat_no ?? null,
    teacherName: group?.person_name ?? null,
    openCases: await listOpenCases(tx, id),
    groups: groupsOf(rawOf(held.record)),
    guardians: held.record.guardians.map((guardian, ordinal) => guardianView(guardian, ordinal)),
    numbers,
    ...courseOf({ registrations, keyData, numbers }),
    version: row.version,
  };
  return { view, path: row.path };
}

type Ended = Pick<HeldRecord['registrations'][number], 'valid_to' | 'end_reason' | 'school_name'>;

/** 已退学; 不在籍 where the registration ended without a reason of its own. */
const leftWords = (registrations: readonly Ended[]): string => {
  const reason = registrations.at(-1)?.end_reason ?? null;
  return reason === null ? '不在籍' : (LEFT_WORDS[reason] ?? `已${endReasonWords(reason)}`);
};

const LEFT_WORDS: Readonly<Record<string, string>> = {
  DECEASED: '已去世',
  WENT_ABROAD: '已出国（境）',
  PAST_COMPULSORY: '已超过义务教育年限',
  EXPELLED: '已开除学籍',
  CANCELLED: '学籍已撤销',
};

/** When the last registration ended, and where; null while one is open. */
function leftOf(registrations: readonly Ended[]): StudentView['left'] {
  const last = registrations.at(-1);
  return last?.valid_to ? { on: last.valid_to, words: leftWords(registrations), schoolName: last.school_name } : null;
}

/** Shown in the head of the page, or not an item of the form's body. */
const ELSEWHERE = new Set(['photo', 'registrationNumber', 'schoolCode']);

/** 个人、辅助、学籍、联系、扩展, then 家庭经济情况: as the form has them. */
function groupsOf(values: Readonly<Record<string, unknown>>): StudentView['groups'] {
  const groups = new Map<FieldGroup, Column[]>();
  for (const column of columns) {
    const { group } = column.field;
    if (group === 'guardian' || ELSEWHERE.has(column.path)) continue;
    groups.set(group, [...(groups.get(group) ?? []), column]);
  }
  return [...groups].map(([key, items]) => ({
    key,
    title: FIELD_GROUPS[key],
    items: items.map((column) => shownItem(column, values[column.path])),
  }));
}

function guardianView(guardian: Guardian, ordinal: number): StudentView['guardians'][number] {
  const { name = '', relation = '', isGuardian = false, phone } = guardian;
  const own = columns.filter(({ path }) => path.startsWith(`guardians.${ordinal}.`));
  return {
    ordinal,
    name: maskName(name),
    relationWords: labelOf(familyRelations, relation) ?? '',
    isGuardian,
    phoneMasked: phone ? maskPhone(phone) : '',
    items: own.map((column) => shownItem(column, guardian[column.field.key as keyof Guardian])),
  };
}
