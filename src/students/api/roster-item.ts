/** 名册行: a row of the roster in words. Pure. */
import { classGroupName, gradeName, gradeOf } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { labelOf } from '../code-tables/code-table.ts';
import { ethnicGroups, genders } from '../code-tables/person-tables.ts';
import { studyModes } from '../code-tables/schooling-tables.ts';
import type { RosterRow } from '../search/search.store.ts';
import { REGISTRATION_STATES } from '../view/registration-states.ts';
import type { RosterItem } from './students.api.ts';

/** The row as a list shows it on a day. */
export function rosterItem(row: RosterRow, today: CivilDate): RosterItem {
  const { firstGrade, intakeYear, ordinal } = row;
  const inGrade = firstGrade === null ? row.grade : gradeOf({ firstGrade, intakeYear }, today);
  return {
    studentId: row.studentId,
    name: row.name,
    gender: labelOf(genders, row.gender) ?? '',
    bornOn: row.bornOn,
    numberMasked: row.numberMasked,
    identityMasked: row.identityMasked,
    schoolId: row.schoolId,
    schoolName: row.schoolName,
    stage: row.stage,
    grade: row.grade,
    gradeWords: gradeName(row.grade),
    classGroupId: row.classGroupId,
    classGroupName: ordinal === null ? null : classGroupName(inGrade, ordinal),
    seatNo: row.seatNo,
    ethnicWords: labelOf(ethnicGroups, row.ethnicGroup) ?? '',
    studyModeWords: labelOf(studyModes, row.studyMode) ?? '',
    registeredOn: row.registeredOn,
    state: row.state,
    stateWords: REGISTRATION_STATES[row.state] ?? row.state,
    photoId: row.photoId,
  };
}
