/**
 * 考勤的几校: a school in 成都武侯 that also works by the text of a junior school, one in 长葛 next to it that works by none,
 * and a senior school in 成都 and one in 太原, each with class teacher, registrar and leader. For tests of attendance.
 */
import { schoolTexts } from '../policies/index.ts';
import { setTeacher } from '../src/authorities/classes/class-group.store.ts';
import type { ClassGroup, Institution } from '../src/authorities/index.ts';
import type { Caller } from './access/caller.ts';
import { type TestApplication, testApplication } from './application.ts';
import {
  aClassGroup,
  anAccount,
  anAuthority,
  aSchool,
  type SchoolWish,
  type TestAccount,
  writing,
} from './builders.ts';
import { someStudents } from './students.ts';

/** A school with one class group of ten. */
export interface AttendanceDesk {
  school: Institution;
  group: ClassGroup;
  students: string[];
  accounts: { teacher: TestAccount; registrar: TestAccount; leader: TestAccount };
  teacher: Caller;
  registrar: Caller;
  leader: Caller;
}

export const CHILDREN = [
  '安静',
  '柏一鸣',
  '岑可',
  '董思远',
  '方雨桐',
  '顾海涛',
  '何静怡',
  '江文博',
  '柯晓梅',
  '陆子涵',
];

/** One more school with its class group. */
export async function anAttendanceDesk(
  app: TestApplication,
  { grade, size = CHILDREN.length, ...wish }: SchoolWish & { grade: number; size?: number },
): Promise<AttendanceDesk> {
  const school = await aSchool(app, wish);
  const formed = await aClassGroup(app, { school, grade });
  const group = { ...formed, firstGrade: grade };
  const students = await someStudents(
    app,
    ...CHILDREN.slice(0, size).map((name, at) => ({
      ...{ school, name, classGroup: group, seatNo: at + 1 },
      ...{ bornOn: `${2026 - 6 - grade}-03-12`, registeredOn: '2026-09-01' },
    })),
  );
  const accounts = {
    teacher: await anAccount(app, { at: school, role: 'CLASS_TEACHER' }),
    registrar: await anAccount(app, { at: school, role: 'SCHOOL_REGISTRAR' }),
    leader: await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }),
  };
  await writing(app, (tx) => setTeacher(tx, group.id, accounts.teacher.id));
  return {
    ...{ school, group: formed, students, accounts },
    teacher: app.as(accounts.teacher),
    registrar: app.as(accounts.registrar),
    leader: app.as(accounts.leader),
  };
}

/** The school that has a text of its own. */
const JUNIOR = '3100000003';

/** The world on Friday, 18 September 2026. Call it at the top of the file. */
export async function attendanceDesks(now = '2026-09-18T16:30:00+08:00') {
  const app = await testApplication({
    now,
    schoolPacks: [schoolTexts.S3({ schoolCode: JUNIOR, placeCode: '510107' })],
  });
  const wuhou = await anAuthority(app, { placeCode: '510107' });
  const yingze = await anAuthority(app, { placeCode: '140106' });
  const changge = await anAuthority(app);
  return {
    app,
    authorities: { wuhou, yingze, changge },
    /** Of the school text whose tiers are three days, a week, two weeks. */
    junior: await anAttendanceDesk(app, { under: wuhou, schoolType: 'JUNIOR', code: JUNIOR, grade: 7 }),
    senior: await anAttendanceDesk(app, { under: wuhou, schoolType: 'SENIOR', grade: 10 }),
    shanxi: await anAttendanceDesk(app, { under: yingze, schoolType: 'SENIOR', grade: 10 }),
    bystander: await anAttendanceDesk(app, { under: changge, schoolType: 'PRIMARY', grade: 4 }),
  };
}

/** A day of the register; `away` are students who are truant all day, `marks` anything else. */
export const rollOf = (
  on: string,
  away: readonly string[] = [],
  marks: readonly { studentId: string; half?: string; kind: string; periods?: number }[] = [],
) => ({
  ...{ on, morningPeriods: 4, afternoonPeriods: 3 },
  absences: [
    ...away.flatMap((studentId) => [
      { studentId, half: 'MORNING', kind: 'TRUANT', periods: 4 },
      { studentId, half: 'AFTERNOON', kind: 'TRUANT', periods: 3 },
    ]),
    ...marks.map(({ studentId, half = 'MORNING', kind, periods = 4 }) => ({ studentId, half, kind, periods })),
  ],
});

/** The class teacher calls the roll of these days. */
export const callRolls = (
  { teacher, group }: Pick<AttendanceDesk, 'teacher' | 'group'>,
  days: readonly ReturnType<typeof rollOf>[],
  reason?: string,
) => teacher.put(`/api/class-groups/${group.id}/register`, { days, ...(reason ? { reason } : {}) });
