/** 异动办件: what the engine must know of each kind: its law, and what follows at the end. */
import { asAuditActor, type Services } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import type { CaseApplication, CaseCheck, CaseContext, CaseKind } from '../cases/index.ts';
import { listEvidence } from '../evidence/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Workflow } from '../workflow/index.ts';
import type { AnyChangeKind, AskedChange, ChangeData } from './change-kind.ts';
import { checkOf, placeOf } from './law/read-decision.ts';

/** The kinds with their workflows, by kind of case. */
export function changeKindsOf(
  services: Services,
  workflows: readonly Workflow[],
  kinds: readonly AnyChangeKind[],
): Record<string, CaseKind> {
  const caseKind = (kind: AnyChangeKind): CaseKind => ({
    workflows: workflows.filter((table) => table.kind === kind.kind),
    check: (context) => checkChange(services, kind, context),
    dueOn: () => Promise.reject(new Error(`${kind.kind} has no term that a rule gives`)),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    effects: { COMPLETED: (context) => completeChange(services, kind, context) },
    ...(kind.staysOpen ? { staysOpen: true as const } : {}),
  });
  return Object.fromEntries(kinds.map((kind) => [kind.kind, caseKind(kind)]));
}

/** 申请表: the student and what was filled in, signed by hand by the family and both persons of the school. */
const applicationOf = ({ student, schoolName, said }: ChangeData): CaseApplication => ({
  fields: [
    ['学生姓名', student.name],
    ['学籍号', student.numberMasked],
    ['学校', schoolName],
    ...said.map(({ label, words }) => [label, words] as const),
  ],
  signers: ['监护人', '学校经办人', '学校主管领导'],
});

/** The change as the application found the student: a case that has been overtaken can still be withdrawn. */
async function askedBy(kind: AnyChangeKind, { tx, theCase, school }: CaseContext): Promise<AskedChange> {
  const { form, found } = dataOf(theCase);
  const about = { form, standing: found, school, day: theCase.lawDay };
  // A county may have to decide on a school that another authority runs.
  return { ...about, known: await tx.beyondScope(async () => kind.gather?.(tx, about)) };
}

/** The law of the day of the opening. */
async function checkChange(
  { law }: Pick<Services, 'law'>,
  kind: AnyChangeKind,
  context: CaseContext,
): Promise<CaseCheck> {
  const asked = await askedBy(kind, context);
  return checkOf(kind.ask(law, { ...placeOf(context.school), day: asked.day }, asked));
}

/** The registration changes on the day of the last consent, in its transaction. */
async function completeChange(services: Services, kind: AnyChangeKind, context: CaseContext): Promise<void> {
  const { tx, actor, theCase, school } = context;
  const [studentId, caseId, on] = [theCase.subjectId, theCase.id, dayOf(tx.now)];
  const asked = await askedBy(kind, context);
  await tx.beyondScope(async () => {
    if (kind.papersFirst) await refuseWithoutPapers(tx, caseId, dataOf(theCase));
    await kind.complete({ ...asked, tx, services, actor, theCase, studentId, caseId, on });
    await record(tx, asAuditActor(actor), {
      action: `COMPLETE_${kind.kind}`,
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: school.path,
      detail: { case: theCase.number },
    });
  });
}

/** Refuses LAW_REFUSES with the first paper that the law listed and nobody handed in, and its article. */
async function refuseWithoutPapers(tx: CaseContext['tx'], caseId: string, { papers }: ChangeData): Promise<void> {
  const counting = (await listEvidence(tx, caseId)).filter((one) => !one.withdrawnAt && !one.returnedAt);
  const missing = papers.find(({ words }) => !counting.some(({ paper, what }) => paper === words || what === words));
  if (!missing) return;
  throw refuse('LAW_REFUSES', { sentence: `还没有上传${missing.words}（${missing.chip}），在“佐证材料”中交齐后再办` });
}

const dataOf = ({ data }: CaseContext['theCase']): ChangeData => data as unknown as ChangeData;
