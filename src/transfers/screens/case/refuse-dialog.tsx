/** 不同意转学: the ground is chosen before the refusal is proposed. */
import type { ReactNode } from 'react';
import type { ActDialogProps } from '../../../cases/pages/case/case-content-parts.tsx';
import { api } from '../../../web/api-client.ts';
import { GroundsDialog } from './grounds-dialog.tsx';

/** Opened from the decision bar; the leader signs like any other act. */
export function RefuseDialog({ view, opinion, onSend, busy, problem, onClose }: ActDialogProps): ReactNode {
  const send = (reason: string, said: string) =>
    onSend((seq, idempotencyKey) =>
      api.post(`/transfers/${view.id}/refusals`, { reason, opinion: said, seq }, { idempotencyKey }),
    );
  return (
    <GroundsDialog
      title="不同意转学"
      path={`/transfers/${view.id}/refusal-grounds`}
      version={view.seq}
      note="提出后由主管领导签署，决定通知书载明理由和条款"
      act="提出不同意"
      opinion={opinion}
      instead="此件没有可以不同意的理由：依下列规定应予转学，材料有缺的请退回补正。"
      busy={busy}
      problem={problem}
      onGive={send}
      onClose={onClose}
    />
  );
}
