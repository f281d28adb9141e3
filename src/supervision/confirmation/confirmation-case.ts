/** 花名册确认办件: its law, its last day, and what is kept of it. */
import type { Services } from '../../access/index.ts';
import { countBeyondPlan } from '../../admissions/index.ts';
import { getInstitution, gradeName, type Institution } from '../../authorities/index.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseKind,
  updateCase,
} from '../../cases/index.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { byVerdict, type Decision } from '../../policy/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { tallyRoster } from './confirmation.store.ts';
import { type ConfirmationData, ROSTER_CONFIRMATION, studentsOf } from './roster-confirmation.ts';

/** The kind with its workflows. */
export function confirmationKind({ law }: Pick<Services, 'law'>, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === ROSTER_CONFIRMATION),
    check: (context) => checkConfirmation(law, context),
    dueOn: async ({ theCase, school }) => {
      const due = lastDayFor(law, school, dataOf(theCase));
      if (!due) throw new Error('no rule in force says until when a roster is confirmed');
      return due;
    },
    application: async ({ theCase, school }) => applicationOf(dataOf(theCase), school.name),
    effects: {
      COMPLETED: async ({ tx, theCase, school }) => {
        const data = dataOf(theCase);
        const wanted = { schoolId: school.id, county: school.county, stage: data.stage, on: dayOf(tx.now) };
        const confirmed = await tx.beyondScope(() => tallyRoster(tx, wanted));
        await updateCase(tx, theCase.id, { title: theCase.title, data: { ...data, confirmed } });
      },
    },
  };
}

/** What is asked about; `beyondPlan` is how many were admitted beyond the plan of the year. */
type Asked = Pick<ConfirmationData, 'stage' | 'termStart' | 'outside'> & { beyondPlan?: number };

/** What the law of the school's place says of confirming on a day. */
export function askConfirmation(
  law: Services['law'],
  { placeCode, code }: Pick<Institution, 'placeCode' | 'code'>,
  { stage, termStart, outside, beyondPlan = 0 }: Asked,
  confirmedOn: CivilDate,
): Decision {
  const where = { placeCode, day: confirmedOn, ...(code ? { schoolCode: code } : {}) };
  // Whom the authority has marked may be the very ones beyond the plan: the larger number counts, not the sum.
  const looked = outside || beyondPlan > 0 ? { outsideRules: Math.max(outside?.length ?? 0, beyondPlan) } : {};
  return law.ask('roster-confirmation', where, { stage, termStart, confirmedOn, ...looked });
}

/** 确认期限: the last day that the law of the place names for it; undefined where it names none. */
export function lastDayFor(
  law: Services['law'],
  school: Pick<Institution, 'placeCode' | 'code'>,
  data: Pick<ConfirmationData, 'stage' | 'termStart'>,
): CivilDate | undefined {
  const { findings } = askConfirmation(law, school, data, data.termStart);
  const days = findings.map(({ facts }) => facts['dueOn']).filter((day) => typeof day === 'string');
  return days.toSorted()[0] as CivilDate | undefined;
}

async function checkConfirmation(law: Services['law'], { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const data = dataOf(theCase);
  const school = await tx.beyondScope(() => getInstitution(tx, { id: theCase.schoolId }));
  const { stage, schoolYear } = data;
  const beyondPlan = (await countBeyondPlan(tx, { schoolId: school.id, stage, intakeYear: schoolYear })) ?? 0;
  const decision = askConfirmation(law, school, { ...data, beyondPlan }, dayOf(tx.now));
  const findings = decision.findings.toSorted(byVerdict).map((one) => ({ ...one, count: 1 }));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  return {
    findings,
    ...{ red: count('REFUSE'), amber: count('DISCRETIONARY'), green: count('ALLOW') },
    note: first?.sentence ?? `在籍${studentsOf(data.tally)}人`,
    unsound: 0,
  };
}

/** 花名册汇总表: by grade, signed at the school; the names are in the roster that is printed beside it. */
const applicationOf = ({ tally, schoolYear, outside = [] }: ConfirmationData, schoolName: string): CaseApplication => ({
  fields: [
    ['学校', schoolName],
    ['学年', `${schoolYear}—${schoolYear + 1}学年`],
    ['名册日期', tally.on],
    ['在籍人数', `${studentsOf(tally)}人`],
    ['不予注册', outside.length > 0 ? outside.map(({ name }) => name).join('、') : '无'],
  ],
  lists: [
    {
      title: '各年级人数',
      columns: [
        { heading: '年级', width: 28, align: 'left' },
        ...['班数', '在籍', '男', '女', '休学'].map((heading) => ({ heading, width: 30 })),
      ],
      rows: tally.grades.map(({ grade, classGroups, students, boys, onLeave }) => [
        gradeName(grade),
        ...[classGroups, students, boys, students - boys, onLeave].map(String),
      ]),
    },
  ],
  signers: ['学校经办人', '学校主管领导'],
});

export const dataOf = ({ data }: { data: Record<string, unknown> }): ConfirmationData =>
  data as unknown as ConfirmationData;
