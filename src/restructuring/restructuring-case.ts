/** 学校变动办件: its law, what stands in its way, and the act itself. */
import { asAuditActor, type Services } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { getInstitution } from '../authorities/index.ts';
import { type CaseApplication, type CaseCheck, type CaseContext, type CaseKind, updateCase } from '../cases/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { byVerdict } from '../policy/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { askRestructuring } from './deciding/ask-law.ts';
import { carryOut } from './moving/carry-out.ts';
import { MATTER_WORDS, RESTRUCTURING, type RestructuringData } from './restructuring.ts';

/** The kind with its workflows. */
export function restructuringKind(services: Services, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === RESTRUCTURING),
    check: (context) => checkRestructuring(services, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for the change of a school')),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    effects: { COMPLETED: (context) => completeRestructuring(services, context) },
  };
}

async function checkRestructuring(services: Services, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const { matter } = dataOf(theCase);
  const decision = await tx.beyondScope(async () =>
    askRestructuring(tx, services, {
      ...{ school: await getInstitution(tx, { id: theCase.subjectId }), matter, day: theCase.lawDay },
      ...{ byTownship: theCase.parties.reviewer !== undefined, withCounty: true },
    }),
  );
  const findings = (decision?.findings ?? []).toSorted(byVerdict).map((one) => ({ ...one, count: 1 }));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  return {
    findings,
    ...{ red: count('REFUSE'), amber: count('DISCRETIONARY'), green: count('ALLOW') },
    note: first?.sentence ?? null,
    unsound: 0,
  };
}

async function completeRestructuring(
  services: Pick<Services, 'law'>,
  { tx, actor, theCase, opinion }: CaseContext & { opinion: string | null },
): Promise<void> {
  const data = dataOf(theCase);
  const on = dayOf(tx.now);
  await tx.beyondScope(async () => {
    const school = await getInstitution(tx, { id: theCase.subjectId });
    const reason = opinion ?? MATTER_WORDS[data.matter.kind];
    const plan = await carryOut(tx, services, actor, { school, matter: data.matter, caseId: theCase.id, on, reason });
    const { moves, students, files } = plan;
    await updateCase(tx, theCase.id, { title: theCase.title, data: { ...data, done: { on, moves, students, files } } });
    await record(tx, asAuditActor(actor), {
      action: `CARRY_OUT_${data.matter.kind}`,
      subjectKind: 'INSTITUTION',
      subjectId: school.id,
      path: school.path,
      detail: { case: theCase.number, students, moves: moves.length, formerFiles: files.former?.files ?? 0 },
    });
  });
}

/** 学校变动审批表. */
const applicationOf = ({ schoolName, said, done }: RestructuringData): CaseApplication => ({
  fields: [['学校', schoolName], ...said.map(({ label, words }) => [label, words] as const)],
  lists: done
    ? [
        {
          title: '学生去向',
          columns: [
            { heading: '原班级', width: 46, align: 'left' },
            { heading: '人数', width: 22 },
            { heading: '去向', width: 74, align: 'left' },
            { heading: '转入后班级', width: 36 },
          ],
          rows: done.moves.map(({ groupWords, students, toName, groupThere }) => [
            ...[groupWords, String(students), toName ?? '', groupThere ?? '待编班'],
          ]),
        },
      ]
    : [],
  signers: ['经办人', '主管领导'],
});

export const dataOf = ({ data }: { data: Record<string, unknown> }): RestructuringData =>
  data as unknown as RestructuringData;
