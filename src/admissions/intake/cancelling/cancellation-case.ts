/** 取消入学资格办件: the ground under the law, and the place and registration that end when the authority has signed. */
import { asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { CaseApplication, CaseCheck, CaseContext, CaseKind } from '../../../cases/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { byVerdict } from '../../../policy/index.ts';
import { STAGES } from '../../../policy/questions/choices.ts';
import { endRegistration } from '../../../students/index.ts';
import type { Workflow } from '../../../workflow/index.ts';
import { deleteEntrants } from '../../entrants/entrant.store.ts';
import { askedEntry } from '../check-in/ask-check-in.ts';
import { changeAdmitted, listAdmitted, lockAdmitted } from '../roll/roll.store.ts';
import { rollActRows } from '../roll/roll-acts.store.ts';
import { askCancellation } from './ask-cancellation.ts';
import { type CancellationData, ENTRY_CANCELLATION } from './cancellation.ts';
import { CANCELLATION_GROUNDS } from './cancellation-words.api.ts';

type Needs = Pick<Services, 'law' | 'cipher'>;

/** 在读或休学: a registration that is elsewhere already is not this case's to end. */
const FROM = ['ENROLLED', 'ON_LEAVE'];

/** The kind with its workflows. */
export function cancellationKind(services: Needs, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === ENTRY_CANCELLATION),
    check: (context) => checkCancellation(services, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for reviewing an entry')),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    effects: {
      COMPLETED: (context) => cancel(services, context),
      KEPT: (context) => letGo(context),
      WITHDRAWN: (context) => letGo(context),
    },
  };
}

const dataOf = ({ data }: { data: Record<string, unknown> }): CancellationData => data as unknown as CancellationData;

async function checkCancellation(services: Needs, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const { rollId, ground } = dataOf(theCase);
  const [row] = await listAdmitted(tx, { ids: [rollId] });
  if (!row) throw refuse('NOT_FOUND', { what: '此人的录取记录' });
  const asked = { ...(await askedEntry(tx, row)), day: theCase.lawDay };
  const said = row.endedOn ? [] : await askCancellation(tx, services, asked, ground);
  const findings = said.map((one) => ({ ...one, count: 1 })).toSorted(byVerdict);
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    findings,
    ...{ red: count('REFUSE'), amber: count('DISCRETIONARY'), green: count('ALLOW') },
    note: CANCELLATION_GROUNDS[ground],
    unsound: 0,
  };
}

/** The place ends, with the draft or the registration that came of it; the entry stays in the register of the cancelled. */
async function cancel(services: Needs, { tx, actor, theCase }: CaseContext): Promise<void> {
  const { rollId, ground, reason } = dataOf(theCase);
  const row = await lockAdmitted(tx, rollId);
  if (row.endedOn) throw refuse('CONFLICT', { what: '此人的入学资格已经终止' });
  if (row.entrantState === 'SUBMITTED') throw refuse('CONFLICT', { what: '此人的入学注册正在核办，先退回再办' });
  const on = dayOf(tx.now);
  const studentId = row.studentId ?? row.entrantId;
  if (row.registered && studentId) {
    await endRegistration(tx, { studentId, caseId: theCase.id, on, from: FROM, reason: 'CANCELLED' });
  } else if (row.entrantId && row.entrantState) await deleteEntrants(tx, { id: row.entrantId });
  await changeAdmitted(tx, [rollId], { endedOn: on, endReason: ground });
  const facts = { number: theCase.number, reason };
  await tx.together(rollActRows(tx, services, actor, [{ of: row, act: { act: 'CANCEL', facts } }]));
  await record(tx, asAuditActor(actor), {
    action: 'CANCEL_ENTRY',
    subjectKind: 'INSTITUTION',
    subjectId: row.schoolId,
    path: row.path,
    reason,
    detail: { entry: rollId, ground, case: theCase.number, registered: row.registered },
  });
}

async function letGo({ tx, theCase }: CaseContext): Promise<void> {
  const { rollId } = dataOf(theCase);
  await changeAdmitted(tx, [(await lockAdmitted(tx, rollId)).id], { caseId: null });
}

/** 取消入学资格审查表. */
const applicationOf = ({
  name,
  stage,
  schoolName,
  ground,
  reason,
  paper,
  registered,
}: CancellationData): CaseApplication => ({
  fields: [
    ['姓名', name],
    ['录取学校', schoolName],
    ['学段', STAGES[stage]],
    ['审查事由', CANCELLATION_GROUNDS[ground]],
    ['认定的事实', reason],
    ['核查材料', paper.number ? `${paper.title}（${paper.number}）` : paper.title],
    ['学籍', registered ? '已建立，随同注销' : '未建立'],
  ],
  signers: ['学校主管领导', '学籍主管部门'],
});
