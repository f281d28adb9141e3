/** 推送地址行: one address with how its deliveries stand, and what may be done with it. */
import { type ReactNode, useState } from 'react';
import { CHANGE_KINDS, type ChangeKind } from '../../feed/change-kinds.api.ts';
import { api } from '../../web/api-client.ts';
import { countWords, momentWords } from '../../web/format.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Menu, type MenuItem } from '../../web/parts/floating/menu.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import type { WebhookView } from '../systems/systems.api.ts';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import { useRenewing } from './exchange-queries.tsx';

interface WebhookLineProps {
  webhook: WebhookView;
  mayKeep: boolean;
  now: Date;
}

/** A line of the card of its system. */
export function WebhookLine({ webhook, mayKeep, now }: WebhookLineProps): ReactNode {
  const { id, url, kinds, state, stateNote, waiting, dead, deliveredAt } = webhook;
  const renewing = useRenewing();
  const [log, showLog] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [tried, setTried] = useState<string>();
  const act = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    await renewing(work()).catch((thrown: unknown) => setProblem(thrown));
  };
  const tryOut = () =>
    act(async () => {
      const said = await api.post<{ delivered: boolean; fault?: string }>(`/exchange/webhooks/${id}/tests`);
      setTried(said.delivered ? '试推已送达' : `试推未送达：${said.fault ?? ''}`);
    });
  const paused = state === 'PAUSED';
  const items: MenuItem[] = [
    { key: 'log', words: '推送记录', onPress: () => showLog(true) },
    ...(mayKeep ? [{ key: 'try', words: '试推', onPress: () => void tryOut() }] : []),
    {
      key: 'pause',
      words: paused ? '恢复推送' : '暂停推送',
      onPress: () => void act(() => api.post(`/exchange/webhooks/${id}/state`, { paused: !paused })),
    },
    ...(mayKeep
      ? [
          {
            key: 'end',
            words: '停用此地址',
            apart: true,
            onPress: () => void act(() => api.delete(`/exchange/webhooks/${id}`)),
          },
        ]
      : []),
  ];
  const facts = [
    `${countWords(kinds.length)}种变动`,
    deliveredAt ? `${momentWords(deliveredAt, now)}送达` : '尚未送达过',
    ...(waiting > 0 ? [`待推送${countWords(waiting)}条`] : []),
  ];
  return (
    <li className="exchange-webhook">
      <div className="exchange-webhook-head">
        <StatusChip kind={paused ? 'DUE_SOON' : 'DONE'}>{paused ? '已暂停' : '推送中'}</StatusChip>
        <span
          className="exchange-url no-autospace"
          title={kinds.map((kind) => CHANGE_KINDS[kind as ChangeKind]).join('、')}
        >
          {url}
        </span>
        <Menu tone="quiet" align="end" items={items}>
          办理
        </Menu>
      </div>
      <p className="quiet">{facts.join('，')}</p>
      {dead > 0 && <p className="exchange-fault">未送达{countWords(dead)}条，核对地址后在推送记录中重推</p>}
      {stateNote !== null && <p className="exchange-fault">{stateNote}</p>}
      {tried !== undefined && (
        <p className="quiet" role="status">
          {tried}
        </p>
      )}
      {problem !== undefined && <ProblemLine problem={problem} />}
      {log && <DeliveriesDialog webhook={webhook} maySend={mayKeep} onClose={() => showLog(false)} />}
    </li>
  );
}
