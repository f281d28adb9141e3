/** 分班办件: what the engine must know of a plan of placing: its law, its printed form, and its publication. */
import type { Services } from '../../access/index.ts';
import type { CaseApplication, CaseCheck, CaseContext, CaseKind } from '../../cases/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { getPlan, listAdjustments } from './plan.store.ts';
import { findingsOf, type PlanStanding, readStanding } from './plan-standing.ts';
import { publishPlan } from './publish-plan.ts';
import { CLASS_PLACEMENT, OWN_DECISION, type PlacementCaseData } from './submit-plan.ts';

/** The kind with its workflows. */
export function placementKind(services: Services, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === CLASS_PLACEMENT),
    check: async (context) => checkPlan(services, context.theCase, await standingOf(context)),
    dueOn: () => Promise.reject(new Error('no text gives a term for reviewing a plan of placing')),
    application: async (context) => applicationOf(context.tx, await standingOf(context)),
    effects: {
      COMPLETED: async (context) => {
        const plan = await getPlan(context.tx, dataOf(context.theCase).planId, { lock: true });
        await publishPlan(services, context, plan);
      },
    },
  };
}

const dataOf = ({ data }: CaseContext['theCase']): PlacementCaseData => data as unknown as PlacementCaseData;

async function standingOf({ tx, theCase }: CaseContext): Promise<PlanStanding> {
  return readStanding(tx, await getPlan(tx, dataOf(theCase).planId));
}

function checkPlan(services: Services, theCase: CaseContext['theCase'], standing: PlanStanding): CaseCheck {
  const ownDecision = theCase.workflow === OWN_DECISION;
  const findings = findingsOf(services, standing, { on: theCase.lawDay, ownDecision });
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  return {
    findings,
    red: count('REFUSE'),
    amber: count('DISCRETIONARY'),
    green: count('ALLOW'),
    note: first?.sentence ?? '各班在限内',
    unsound: 0,
  };
}

/** 分班方案表: the draw, each class group, each adjustment with its reason. */
async function applicationOf(
  tx: CaseContext['tx'],
  { plan, groups, students }: PlanStanding,
): Promise<CaseApplication> {
  const names = new Map(students.map(({ studentId, name }) => [studentId, name]));
  const groupNames = new Map(groups.map(({ group, name }) => [group.id, name]));
  const adjustments = await listAdjustments(tx, plan.id);
  return {
    fields: [
      ['随机种子', plan.seed],
      ['抽取次数', `${plan.draws}次`],
      ['学生人数', `${students.length}人`],
      ['人工调整', `${adjustments.length}处`],
    ],
    lists: [
      {
        title: '各班情况',
        columns: [
          { heading: '班级', width: 58, align: 'left' },
          { heading: '人数', width: 40 },
          { heading: '男', width: 40 },
          { heading: '女', width: 40 },
        ],
        rows: groups.map(({ name, counts }) => [name, `${counts.total}`, `${counts.boys}`, `${counts.girls}`]),
      },
      {
        title: '人工调整',
        columns: [
          { heading: '学生', width: 34, align: 'left' },
          { heading: '由', width: 26 },
          { heading: '到', width: 26 },
          { heading: '原因', width: 92, align: 'left' },
        ],
        rows: adjustments.map(({ studentId, fromId, toId, reason }) => [
          names.get(studentId) ?? '',
          groupNames.get(fromId) ?? '',
          groupNames.get(toId) ?? '',
          reason,
        ]),
      },
    ],
    signers: ['经办人', '学校主管领导', '学籍主管部门'],
  };
}
