/** 演示毕业班: last summer's leavers of a primary school, graduated by a decided list, with their certificates. */
import { createHash } from 'node:crypto';
import type { Services } from '../../access/index.ts';
import { classGroupCode, classGroupName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, civilDate, startOfDay } from '../../kernel/civil-date.ts';
import { idOf } from '../chance.ts';
import { neighbourhoodOf } from '../people/addresses.ts';
import { drawClassGroup } from '../people/draw-class-group.ts';
import { numbersOf, SCHOOLS_A_PLACE } from '../people/school-numbers.ts';
import type { PlannedClassGroup } from '../region/class-groups.ts';
import { elsewhereFor, OTHER_SCHOOL } from '../region/counties.ts';
import { gradesTaught, opensOn, type PlannedSchool } from '../region/directory.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planPair } from '../region/posts.ts';
import { insertClosedCase } from '../writing/closed-case.store.ts';
import { insertClassGroups } from '../writing/directory.store.ts';
import { caseIdOf, writePortion } from '../writing/write-students.ts';
import { insertCertificates, insertGraduation } from './graduates.store.ts';

type Needs = Pick<Services, 'cipher' | 'index' | 'randomBytes'>;
type Plan = Omit<PartPlan, 'countiesAfter'>;

const SIZE = 28;
/** Whose certificates still lie with the school. */
const WAITING = 3;
/** A share of numbers that no school of the demonstration draws from. */
const SHARE = { slot: SCHOOLS_A_PLACE - 1, ordinal: 999 };

/** One class group of the year before; everything decided by the school, as no text of the place asks for more. */
export async function writeGraduates(tx: Transaction, needs: Needs, plan: Plan): Promise<void> {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL);
  if (!school) return;
  const year = plan.schoolYear;
  const on = civilDate(`${year}-07-01`);
  const group = lastGroup(school, year);
  await insertClassGroups(tx, [group]);
  const students = [...drawClassGroup(rollOf(plan, school, group))];
  const begun = { caseId: caseIdOf(school, group.stage, plan), registeredOn: group.validFrom as CivilDate };
  await writePortion(
    needs,
    tx,
    school,
    students.map((student) => ({ student, group })),
    begun,
  );
  const pair = { institution: school, ...planPair(plan.seed, school) };
  const [caseId, certificatesId] = ['graduation', 'certificates'].map((what) => idOf(`${what}-case/${year}`, +tx.now));
  const studentIds = students.map(({ id }) => id);
  const graduated = { school, group, studentIds, caseId: caseId!, year, on, by: pair.registrar };
  await insertGraduation(tx, graduated);
  const outcomes = { GRADUATED: SIZE, COMPLETED: 0, LEFT_PARTIAL: 0 };
  const lines = studentIds.map((id) => `${id} GRADUATED\n`).toSorted();
  const digest = createHash('sha256').update(lines.join('')).digest('hex');
  const authorityId = school.supervisedBy[group.stage]!.authorityId;
  const closed = { subject: school, steps: [{ pair, action: 'SUBMIT', from: 'PREPARING', to: 'COMPLETED' }] };
  await insertClosedCase(tx, {
    ...{ ...closed, id: caseId!, number: `BY-${year}-0701-YSBY`, kind: 'GRADUATION', workflow: 'graduation-school' },
    ...{
      title: `${year}年小学毕业 毕业${SIZE}人`,
      authorityId,
      parties: { school: school.id, authority: authorityId },
    },
    data: {
      ...{ stage: group.stage, year, schoolName: school.name, byCity: false, tally: { ...outcomes, stays: 0 } },
      done: { on, outcomes, digest, stayed: [], closed: [group.id] },
    },
  });
  const made = await insertCertificates(tx, needs, graduated, { caseId: certificatesId!, waiting: WAITING });
  await insertClosedCase(tx, {
    ...{ ...closed, id: certificatesId!, number: `ZS-${year}-0701-YSZS`, kind: 'CERTIFICATE_BATCH' },
    ...{ workflow: 'certificates-school', title: `${year}年小学毕业证书 ${SIZE}人`, authorityId: school.id },
    parties: { school: school.id },
    data: {
      ...{ stage: group.stage, year, outcome: 'GRADUATED', schoolName: school.name, students: SIZE },
      ...{ numberedBy: 'SCHOOL', makerName: school.name, basis: '编号单位约定', marks: ['SCHOOL'] },
      done: { on, students: SIZE, ...made },
    },
  });
}

/** The last grade of the school's first stage as it stood in the spring. */
function lastGroup(school: PlannedSchool, year: number): PlannedClassGroup {
  const { stage, grade, first } = gradesTaught(school).findLast(({ stage }) => stage === school.stages[0])!;
  const intakeYear = year - 1 - (grade - first);
  const code = classGroupCode(stage, intakeYear, 1);
  const validFrom = opensOn(intakeYear);
  return {
    ...{ id: idOf(`class-group/${school.code}/${code}`, startOfDay(validFrom).getTime()), schoolId: school.id },
    ...{ path: school.path, county: school.county, stage, grade, firstGrade: first, intakeYear, ordinal: 1, code },
    ...{ kind: '10', teacherId: null, validFrom, validTo: null, name: classGroupName(grade, 1), size: SIZE },
  };
}

function rollOf({ seed, schoolYear }: Plan, school: PlannedSchool, group: PlannedClassGroup) {
  const { placeCode, text, postalCode, code } = school;
  return {
    ...{ seed: `${seed}/${code}/${group.code}`, size: SIZE, schoolYear: schoolYear - 1, stage: group.stage },
    ...{ grade: group.grade, classGroup: group.name, admittedIn: `${group.intakeYear}-09`, boarding: 0 },
    ...{ numbers: numbersOf({ placeCode, ...SHARE }), near: neighbourhoodOf(placeCode, text.town, postalCode) },
    ...{ awayFrom: elsewhereFor(SHARE.ordinal), idsFrom: startOfDay(opensOn(group.intakeYear)).getTime() },
  };
}
