/** 升学接续办件: each child under the law of the day, and the registrations that begin when it is approved. */
import { asAuditActor, type Services } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import { firstGradeOf, type Institution } from '../../../authorities/index.ts';
import type { CaseApplication, CaseCheck, CaseContext, CaseFinding, CaseKind } from '../../../cases/index.ts';
import { oweFiles } from '../../../hand-over/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { byVerdict, strictest } from '../../../policy/index.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import { resumeRegistration, setPhoto } from '../../../students/index.ts';
import type { Workflow } from '../../../workflow/index.ts';
import { whereOf } from '../../registering/law-of-registration.ts';
import { countAdmitted, listPlans } from '../plans/plan.store.ts';
import { cityOf } from '../roll/entering/ask-admission.ts';
import { changeAdmitted, listAdmitted } from '../roll/roll.store.ts';
import { assessContinuing, type Continuing, formerSchools, STAGE_ENTRY, type StageEntryData } from './stage-entry.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'index'>;

/** The kind with its workflow. */
export function stageEntryKind(services: Needs, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === STAGE_ENTRY),
    check: (context) => checkStageEntry(services, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for going on')),
    application: (context) => applicationOf(services, context),
    effects: {
      COMPLETED: (context) => continueAll(services, context),
      WITHDRAWN: (context) => letGo(context),
    },
  };
}

const dataOf = ({ data }: { data: Record<string, unknown> }): StageEntryData => data as unknown as StageEntryData;

async function childrenOf(services: Needs, { tx, theCase, school }: CaseContext): Promise<Continuing[]> {
  const rows = await listAdmitted(tx, { caseId: theCase.id });
  return assessContinuing(tx, services, { school, day: theCase.lawDay }, rows);
}

async function checkStageEntry(services: Needs, context: CaseContext): Promise<CaseCheck> {
  const { tx, theCase, school } = context;
  const { stage, intakeYear, size } = dataOf(theCase);
  const all = await childrenOf(services, context);
  if (all.length > 0 && all.every(({ row }) => row.registered)) {
    return { findings: [], red: 0, amber: 0, green: size, note: `${size}人已接续学籍`, unsound: 0 };
  }
  const counted = new Map<string, CaseFinding>();
  const add = (finding: CaseFinding) => {
    const key = `${finding.ruleId} ${finding.code} ${finding.sentence}`;
    counted.set(key, { ...finding, count: (counted.get(key)?.count ?? 0) + 1 });
  };
  let [red, amber] = [0, 0];
  for (const { findings, unready } of all) {
    for (const finding of findings) add({ ...finding, count: 1 });
    if (unready) add(waiting(unready));
    const verdict = unready ? 'REFUSE' : strictest(findings);
    if (verdict === 'REFUSE') red++;
    if (verdict === 'DISCRETIONARY') amber++;
  }
  const plan = (await listPlans(tx, intakeYear, [school.id])).find((one) => one.stage === stage);
  if (plan) {
    const { admitted } = await countAdmitted(tx, { schoolId: school.id, stage, intakeYear }, cityOf(school.placeCode));
    const facts = { stage, season: 'AUTUMN', places: plan.places, admitted } as const;
    for (const finding of services.law.ask('admission-plan', whereOf(school, theCase.lawDay), facts).findings) {
      add({ ...finding, count: 1 });
    }
  }
  const findings = [...counted.values()].toSorted(byVerdict);
  return { findings, red, amber, green: all.length - red - amber, note: `${all.length}人接续学籍`, unsound: red };
}

/** What no text says but every record needs: the stage before is over. */
const waiting = (sentence: string): CaseFinding => ({
  ruleId: 'stage-entry',
  verdict: 'REFUSE',
  force: 'MUST',
  code: 'NOT_READY',
  sentence,
  remedy: '退回学校，原学校办结后再上报',
  chip: '一人一籍',
  instrument: '一人一籍、籍随人走',
  clauses: [],
  facts: {},
  count: 1,
});

/** Registrations begin, photos follow, the former schools owe their files; nothing where one child is not as it was. */
async function continueAll(services: Needs, context: CaseContext): Promise<void> {
  const { tx, theCase, school } = context;
  const { stage, intakeYear } = dataOf(theCase);
  const on = dayOf(tx.now);
  const all = await childrenOf(services, context);
  const grade = firstGradeOf(stage, school.years);
  await tx.beyondScope(async () => {
    const former = await formerSchools(tx, all);
    for (const { row, record } of all) {
      const { studentId } = record;
      await resumeRegistration(tx, services, {
        ...{ studentId, caseId: theCase.id, on, to: school, stage, grade, intakeYear },
      });
      if (row.photoId) await setPhoto(tx, studentId, row.photoId);
    }
    const moved = all.filter(({ record }) => record.last.schoolId !== school.id);
    await oweFiles(
      tx,
      services,
      moved.map(({ row, record }) => ({
        ...{ studentId: record.studentId, name: row.name, caseId: theCase.id, reason: 'STAGE_UP', stage },
        ...{ from: former.get(record.last.schoolId)!, to: school, completedOn: on },
      })),
    );
    await traceAll(context, all, former);
  });
  if (all.length === 0) throw refuse('CONFLICT', { what: '此件中没有可以接续学籍的人' });
}

async function traceAll(
  { tx, actor, theCase, school }: CaseContext,
  all: readonly Continuing[],
  former: ReadonlyMap<string, Institution>,
): Promise<void> {
  await recordAll(
    tx,
    asAuditActor(actor),
    all.flatMap(({ record }) => {
      const from = former.get(record.last.schoolId);
      const detail = { case: theCase.number, from: from?.code, to: school.code };
      const event = { action: 'CONTINUE_RECORD', subjectKind: 'STUDENT', subjectId: record.studentId, detail } as const;
      const paths = from && from.path !== school.path ? [from.path, school.path] : [school.path];
      return paths.map((path) => ({ ...event, path }));
    }),
  );
}

/** The children go back to the roll as they were. */
async function letGo({ tx, theCase }: CaseContext): Promise<void> {
  const rows = await listAdmitted(tx, { caseId: theCase.id, lock: true });
  await changeAdmitted(
    tx,
    rows.map(({ id }) => id),
    { caseId: null },
  );
}

/** 升学接续名单: who goes on, from which school. */
async function applicationOf(services: Needs, context: CaseContext): Promise<CaseApplication> {
  const { stage, intakeYear, schoolName } = dataOf(context.theCase);
  const all = await childrenOf(services, context);
  return {
    fields: [
      ['学校', schoolName],
      ['学段', STAGES[stage]],
      ['招生年度', `${intakeYear}年`],
      ['接续学籍', `${all.length}人`],
    ],
    lists: [
      {
        title: '接续学籍的学生',
        columns: [
          { heading: '姓名', width: 36, align: 'left' },
          { heading: '身份证件号', width: 48, align: 'left' },
          { heading: '原就读学校', width: 64, align: 'left' },
          { heading: '录取通知书', width: 30, align: 'left' },
        ],
        rows: all.map(({ row }) => [row.name, row.identityMasked, row.formerSchool ?? '', row.noticeNumber ?? '']),
      },
    ],
    signers: ['学校经办人', '学校主管领导', '学籍主管部门'],
  };
}
