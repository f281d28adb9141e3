/** 招生计划办件: each plan against the law that says who sets it, and against the children admitted already. */
import type { Services } from '../../../access/index.ts';
import { getInstitution, institutionLevelOf, institutionsById } from '../../../authorities/index.ts';
import type { CaseApplication, CaseCheck, CaseContext, CaseFinding, CaseKind } from '../../../cases/index.ts';
import { byVerdict, chipOf, type Duty } from '../../../policy/index.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import type { Workflow } from '../../../workflow/index.ts';
import { ADMISSION_PLAN, type PlanData, type PlanItem } from './admission-plan.ts';
import { insertPlans, planKey, usesOfPlans } from './plan.store.ts';
import { planDuty, setsPlan, setterWords } from './who-sets.ts';

/** The kind with its workflow. */
export function admissionPlanKind({ law }: Pick<Services, 'law'>, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === ADMISSION_PLAN),
    check: (context) => checkPlans(law, context),
    dueOn: () => Promise.reject(new Error('an admission plan has no term')),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    effects: {
      COMPLETED: async ({ tx, actor, theCase }) => {
        const data = dataOf(theCase);
        const schools = await institutionsById(tx, [...new Set(data.items.map(({ schoolId }) => schoolId))]);
        const paths = new Map([...schools].map(([id, { path }]) => [id, path]));
        await insertPlans(tx, data, paths, { caseId: theCase.id, accountId: actor.accountId });
      },
    },
  };
}

/** 招生计划表: the paper, and each school with its places and its area. */
const applicationOf = ({ intakeYear, paper, items }: PlanData): CaseApplication => ({
  fields: [
    ['招生年度', `${intakeYear}年`],
    ['计划文件', paper.number ? `${paper.title}（${paper.number}）` : paper.title],
    ['发布日期', paper.issuedOn],
  ],
  lists: [
    {
      title: '招生计划',
      columns: [
        { heading: '学校', width: 70, align: 'left' },
        { heading: '学段', width: 28 },
        { heading: '计划人数', width: 24 },
        { heading: '跨市', width: 16 },
        { heading: '服务范围', width: 40, align: 'left' },
      ],
      rows: items.map(({ schoolName, stage, places, catchment, crossCityPlaces }) => [
        schoolName,
        STAGES[stage],
        String(places),
        crossCityPlaces ? String(crossCityPlaces) : '',
        catchment ?? '',
      ]),
    },
  ],
  signers: ['经办人', '主管领导'],
});

async function checkPlans(law: Services['law'], { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const { intakeYear, items, paper } = dataOf(theCase);
  const authority = await getInstitution(tx, { id: theCase.authorityId });
  const level = institutionLevelOf(authority);
  const schools = await institutionsById(tx, [...new Set(items.map(({ schoolId }) => schoolId))]);
  const uses = await usesOfPlans(tx, intakeYear);
  const findings = new Map<string, CaseFinding>();
  for (const item of items) {
    const duty = planDuty(law, schools.get(item.schoolId)!.placeCode, item.stage, theCase.lawDay);
    const use = uses.get(planKey(item.schoolId, item.stage));
    const below = use?.admitted ?? 0;
    const found = [
      ...(duty ? [setterFinding(duty, setsPlan(duty, level), item)] : []),
      ...(below > item.places ? [belowAdmitted(item, below, { chip: authority.shortName, paper: paper.title })] : []),
    ];
    for (const one of found) {
      const key = `${one.ruleId}/${one.sentence}`;
      const known = findings.get(key);
      if (known) known.count++;
      else findings.set(key, one);
    }
  }
  const all = [...findings.values()].sort(byVerdict);
  const count = (verdict: string) => all.filter((finding) => finding.verdict === verdict).length;
  return {
    findings: all,
    ...{ red: count('REFUSE'), amber: count('DISCRETIONARY'), green: count('ALLOW') },
    note: `${items.length}项，共${items.reduce((sum, { places }) => sum + places, 0)}人`,
    unsound: 0,
  };
}

function setterFinding(duty: Duty, mine: boolean, { stage }: PlanItem): CaseFinding {
  const words = `${STAGES[stage]}招生计划由${setterWords(duty).replace(/（.*$/, '')}下达`;
  return {
    ruleId: duty.id,
    verdict: mine ? 'ALLOW' : 'REFUSE',
    force: 'MUST',
    code: mine ? 'OWN_PLAN' : 'SET_BY_ANOTHER',
    sentence: words,
    ...(mine ? {} : { remedy: '撤销此件，请有权的教育行政部门下达' }),
    chip: chipOf(duty.basis),
    instrument: duty.basis.instrument.title,
    clauses: duty.basis.clauses,
    facts: {},
    count: 1,
  };
}

/** Nobody admitted in time loses the place because the plan is made smaller afterwards. */
const belowAdmitted = (
  { schoolName, stage, places }: PlanItem,
  admitted: number,
  { chip, paper }: { chip: string; paper: string },
): CaseFinding => ({
  ruleId: 'admission-plan',
  verdict: 'DISCRETIONARY',
  force: 'PRINCIPLE',
  code: 'BELOW_ADMITTED',
  sentence: `${schoolName}${STAGES[stage]}计划${places}人，少于已录取的${admitted}人`,
  remedy: '写明理由，或把计划改为不少于已录取人数',
  chip,
  instrument: paper,
  clauses: [],
  facts: {},
  count: 1,
});

const dataOf = ({ data }: { data: Record<string, unknown> }): PlanData => data as unknown as PlanData;
