/** 推送记录: the latest deliveries to one address, and sending the dead again. */
import { type ReactNode, useState } from 'react';
import { CHANGE_KINDS } from '../../feed/change-kinds.api.ts';
import { api } from '../../web/api-client.ts';
import { momentWords } from '../../web/format.ts';
import { EmptyState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { listState } from '../../web/query.ts';
import type { WebhookView } from '../systems/systems.api.ts';
import type { DeliveryView } from '../webhooks/webhooks.api.ts';
import { useDeliveries, useRenewing } from './exchange-queries.tsx';

const STATES: Record<DeliveryView['state'], [kind: StateKind, words: string]> = {
  WAITING: ['IN_PROCESS', '待推送'],
  DELIVERED: ['DONE', '已送达'],
  DEAD: ['REFUSED', '未送达'],
};

interface DeliveriesProps {
  webhook: WebhookView;
  maySend: boolean;
  onClose: () => void;
}

/** The log with the one act it leads to. */
export function DeliveriesDialog({ webhook, maySend, onClose }: DeliveriesProps): ReactNode {
  const query = useDeliveries(webhook.id);
  const renewing = useRenewing();
  const [problem, setProblem] = useState<unknown>();
  const dead = query.data?.items.some(({ state }) => state === 'DEAD') ?? false;
  const again = () =>
    renewing(api.post(`/exchange/webhooks/${webhook.id}/deliveries/again`, {})).then(
      () => setProblem(undefined),
      (thrown: unknown) => setProblem(thrown),
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="推送记录"
      width="wide"
      foot={
        <>
          <span className="dialog-note">最近五十条，九十日内的</span>
          {dead && maySend && (
            <Button tone="primary" onPress={() => void again()}>
              重推未送达的
            </Button>
          )}
          <Button onPress={onClose}>关闭</Button>
        </>
      }
    >
      {problem !== undefined && <ProblemLine problem={problem} />}
      <DataTable
        label="推送记录"
        columns={columnsAt(new Date(query.dataUpdatedAt))}
        rows={query.data?.items ?? []}
        rowKey={({ position }) => String(position)}
        state={listState(query)}
        empty={<EmptyState words="还没有推送" why="所选种类的变动发生后即推送" />}
        detail={({ fault, attempts }) => (fault === null ? undefined : `第${attempts}次：${fault}`)}
        plain
      />
    </Dialog>
  );
}

const columnsAt = (now: Date): Column<DeliveryView>[] => [
  { key: 'kind', title: '变动', cell: ({ eventKind }) => CHANGE_KINDS[eventKind], width: 132 },
  {
    key: 'state',
    title: '结果',
    width: 104,
    cell: ({ state }) => <StatusChip kind={STATES[state][0]}>{STATES[state][1]}</StatusChip>,
  },
  { key: 'tried', title: '最近一次', cell: ({ triedAt }) => (triedAt ? momentWords(triedAt, now) : '') },
];
