/** 办件变动: what those who follow hear of an act on a case: its number and state, never the title, the opinion or a name. */

import type { Transaction } from '../../db/transaction.ts';
import { announce } from '../../feed/announce.store.ts';
import type { ChangeKind } from '../../feed/change-kinds.api.ts';
import type { Move, Workflow } from '../../workflow/index.ts';
import type { Case, CaseEvent } from '../case.ts';

/** Tells of an act once it is written. */
export function tellChange(tx: Transaction, one: Case, table: Workflow, event: CaseEvent, move: Move): void {
  announce(tx, {
    kind: changeKindOf(table, event, move),
    path: one.path,
    counterpartPath: one.counterpartPath,
    studentId: one.subjectKind === 'STUDENT' ? one.subjectId : null,
    caseId: one.id,
    body: {
      number: one.number,
      caseKind: one.kind,
      workflow: one.workflow,
      schoolId: one.schoolId,
      seq: event.seq,
      action: event.action,
      step: event.step,
      fromState: event.fromState,
      toState: event.toState,
      ended: table.ends.includes(event.toState),
      forced: move.definition?.forced === true,
      holderId: event.holderId,
      holderRole: event.holderRole,
      byInstitutionId: event.institutionId,
      dueOn: event.dueOn,
    },
  });
}

function changeKindOf(table: Workflow, event: CaseEvent, { step, definition }: Move): ChangeKind {
  if (event.seq === 1) return 'CASE_OPENED';
  if (step === 'LAPSED') return 'CASE_LAPSED';
  if (step === 'REMINDED') return 'CASE_REMINDED';
  if (definition?.forced && event.fromState !== event.toState) return 'CASE_FORCED';
  return table.ends.includes(event.toState) ? 'CASE_DECIDED' : 'CASE_MOVED';
}
