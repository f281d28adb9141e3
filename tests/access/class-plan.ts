/** 样例分班方案: a drawn plan of one student in a place of the matrix. */
import type { ClassGroup, Institution } from '../../src/authorities/index.ts';
import { newId } from '../../src/kernel/ids.ts';
import { insertPlan, writeDraw } from '../../src/placements/plan/plan.store.ts';
import type { TestApplication } from '../application.ts';
import { writing } from '../builders.ts';

/** The plan's id. */
export async function aClassPlan(
  app: TestApplication,
  school: Institution,
  { id: groupId, stage, firstGrade, intakeYear }: ClassGroup,
  studentId: string,
): Promise<string> {
  const id = newId();
  const basis = { special: [], origins: {}, results: {} };
  await writing(app, async (tx) => {
    const plan = {
      id,
      schoolId: school.id,
      path: school.path,
      county: school.county,
      stage,
      grade: firstGrade,
      intakeYear,
      state: 'OPEN',
      caseId: null,
      seed: '20260917-000000',
      draws: 1,
      drawnAt: tx.now,
      groupIds: [groupId],
      wishes: [],
      teachers: null,
      sealed: app.services.cipher.seal('class_plans', id, basis),
      madeByName: '周志强',
      version: 1,
    } as const;
    await insertPlan(tx, plan, newId());
    await writeDraw(tx, plan, new Map([[studentId, groupId]]));
  });
  return id;
}
