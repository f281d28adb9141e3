/** 转学办件: what the engine must know of a transfer: its law, what may not be refused, and what follows at the end. */
import type { Services } from '../../access/index.ts';
import type { CaseKind } from '../../cases/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { REFUSE, TRANSFER, type TransferData } from '../transfer.ts';
import { applicationOf } from './application-of.ts';
import { checkTransfer } from './check-transfer.ts';
import { completeTransfer } from './complete-transfer.ts';
import { refuseGroundless } from './refuse-transfer.ts';

/** The kind with its workflows. */
export function transferKind(services: Services, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === TRANSFER),
    check: (context) => checkTransfer(services, context),
    dueOn: () => Promise.reject(new Error('the terms of a transfer are counted in working days')),
    before: ({ action, theCase, actor }) => {
      if (action === REFUSE) refuseGroundless(theCase, actor);
    },
    application: async ({ theCase }) => applicationOf(theCase.data as unknown as TransferData),
    effects: { COMPLETED: (context) => completeTransfer(services, context) },
  };
}
