/** 撤销变动办件: with the second signature everything stands where it stood before; the trail and the rows keep both. */
import { asAuditActor, type Services } from '../access/index.ts';
import { recordAll } from '../audit/record.store.ts';
import {
  type CaseApplication,
  type CaseCheck,
  type CaseContext,
  type CaseEngine,
  type CaseKind,
  releaseStudent,
} from '../cases/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import { enterInRoster, leaveRoster, restoreKeyData, restoreRegistration } from '../students/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { assessReversal } from './assess-reversal.ts';
import { type ChangeTrace, hasTrace } from './read-trace.ts';
import { type OwnUndoings, REVERSAL, type ReversalData } from './reversal.ts';

interface Needs {
  services: Services;
  workflows: readonly Workflow[];
  own: OwnUndoings;
  /** Asked only once a case is at hand: the engine knows this kind as well. */
  engine: () => CaseEngine;
}

/** The kind with its workflow. */
export function reversalKind(needs: Needs): CaseKind {
  return {
    workflows: needs.workflows.filter(({ kind }) => kind === REVERSAL),
    check: (context) => checkReversal(needs, context),
    dueOn: () => Promise.reject(new Error('no text gives a term for taking a change back')),
    application: async ({ theCase }) => applicationOf(dataOf(theCase)),
    effects: {
      COMPLETED: (context) => completeReversal(needs, context),
      WITHDRAWN: releaseOthers,
    },
  };
}

const applicationOf = ({ of, restores }: ReversalData): CaseApplication => ({
  fields: [
    ['撤销的办件', `${of.kindTitle}（${of.number}）`],
    ['办件名称', of.title],
    ...restores.map((words, at) => [`撤销后${at + 1}`, words] as const),
  ],
  signers: ['经办人', '主管领导'],
});

/** Not a rule of law but the bound of the matter itself: only the last change of a student is taken back. */
async function checkReversal({ engine, own }: Needs, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const { of } = dataOf(theCase);
  const { against, reversed } = await assessReversal(tx, engine(), own, of.caseId);
  const stands = against ?? (reversed && `此件已于${reversed.on}撤销（${reversed.number}）`);
  const finding = {
    ruleId: 'reversal/last-change',
    force: 'MUST' as const,
    code: stands ? 'CHANGED_SINCE' : 'LAST_CHANGE',
    verdict: stands ? ('REFUSE' as const) : ('ALLOW' as const),
    sentence: stands ?? `${of.kindTitle}（${of.number}）是最近一次变动，此后没有其他变动`,
    chip: '撤销条件·最近变动',
    instrument: '',
    clauses: [],
    facts: {},
    count: 1,
  };
  const [red, green] = stands ? [1, 0] : [0, 1];
  return { findings: [finding], red, amber: 0, green, note: finding.sentence, unsound: 0 };
}

async function completeReversal({ services, engine, own }: Needs, context: CaseContext): Promise<void> {
  const { tx, actor, theCase } = context;
  const { of } = dataOf(theCase);
  const { target, traces, against, reversed } = await assessReversal(tx, engine(), own, of.caseId);
  // This very case has come to its end by now, and is the reversal that is found.
  if (against || (reversed && reversed.caseId !== theCase.id)) {
    throw refuse('LAW_REFUSES', { sentence: against ?? '此件已经撤销' });
  }
  await tx.beyondScope(async () => {
    for (const trace of traces) if (hasTrace(trace)) await restore(services, context, trace);
    await own[target.kind]?.undo({ tx, actor, services, target, reversalId: theCase.id, number: theCase.number });
    await recordAll(
      tx,
      asAuditActor(actor),
      traces.flatMap(({ studentId }) =>
        placesOf(target).map((path) => ({
          action: 'REVERSE_CHANGE',
          subjectKind: 'STUDENT' as const,
          subjectId: studentId,
          path,
          detail: { case: theCase.number, of: of.number, kind: target.kind },
        })),
      ),
    );
  });
  await releaseOthers(context);
}

/** Registration and key data; the row of the roster is made from them. */
async function restore(services: Services, { tx, theCase }: CaseContext, trace: ChangeTrace): Promise<void> {
  const { studentId, registration, formerKeyData } = trace;
  if (registration) await restoreRegistration(tx, registration, { caseId: theCase.id, on: dayOf(tx.now) });
  if (formerKeyData) await restoreKeyData(tx, services, formerKeyData);
  if (await leaveRoster(tx, studentId)) await enterInRoster(tx, services, studentId);
}

/** The subject itself is the engine's to let go. */
async function releaseOthers({ tx, theCase }: CaseContext): Promise<void> {
  for (const subjectId of dataOf(theCase).students.slice(1)) {
    await releaseStudent(tx, { id: theCase.id, subjectId }).execute();
  }
}

const placesOf = ({ path, counterpartPath }: { path: string; counterpartPath: string | null }): string[] =>
  counterpartPath && counterpartPath !== path ? [path, counterpartPath] : [path];

const dataOf = ({ data }: CaseContext['theCase']): ReversalData => data as unknown as ReversalData;
