/** 对接系统卡: on which approval it follows what, its key, its addresses, and the acts that are open. */
import { type ReactNode, useState } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { api } from '../../web/api-client.ts';
import { dayWords, momentWords } from '../../web/format.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { SystemView } from '../systems/systems.api.ts';
import { useRenewing } from './exchange-queries.tsx';
import { ShownOnce } from './shown-once.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookLine } from './webhook-line.tsx';

const STATES: Record<SystemView['state'], [kind: StateKind, words: string]> = {
  APPLIED: ['IN_PROCESS', '待主管领导审批'],
  APPROVED: ['DONE', '已批准'],
  DECLINED: ['REFUSED', '未批准'],
  REVOKED: ['DRAFT', '已停用'],
  EXPIRED: ['DUE_SOON', '已到期'],
};

type Asking = 'DECLINE' | 'REVOKE' | 'WEBHOOK';

/** One system, as it stood at an instant. */
export function SystemCard({ system, now }: { system: SystemView; now: Date }): ReactNode {
  const may = useMayCall();
  const renewing = useRenewing();
  const [asking, ask] = useState<Asking>();
  const [key, setKey] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const at = `/exchange/systems/${system.id}`;
  const run = (work: Promise<unknown>) => {
    setProblem(undefined);
    return renewing(work).catch((thrown: unknown) => setProblem(thrown));
  };
  const live = system.state === 'APPROVED';
  const mayKeep = live && may('POST /api/exchange/systems/:id/webhooks');
  const mayEnd = (live || system.state === 'APPLIED') && may('POST /api/exchange/systems/:id/revocation');
  const [kind, words] = STATES[system.state];
  return (
    <Card title={system.name} note={<StatusChip kind={kind}>{words}</StatusChip>}>
      <Facts system={system} now={now} />
      {system.decidedNote !== null && <p className="exchange-fault">{system.decidedNote}</p>}
      {problem !== undefined && <ProblemLine problem={problem} />}
      {system.webhooks.length > 0 && (
        <ul className="exchange-webhooks" aria-label="推送地址">
          {system.webhooks.map((webhook) => (
            <WebhookLine key={webhook.id} webhook={webhook} mayKeep={mayKeep} now={now} />
          ))}
        </ul>
      )}
      <div className="exchange-acts">
        {system.mayDecide && (
          <>
            <Button tone="primary" onPress={() => void run(api.post(`${at}/decision`, { approve: true }))}>
              批准
            </Button>
            <Button onPress={() => ask('DECLINE')}>不批准</Button>
          </>
        )}
        {mayKeep && (
          <>
            <Button onPress={() => void run(api.post<{ key: string }>(`${at}/key`).then((given) => setKey(given.key)))}>
              {system.keyTail === null ? '颁发密钥' : '换发密钥'}
            </Button>
            <Button onPress={() => ask('WEBHOOK')}>设置推送地址</Button>
          </>
        )}
        {mayEnd && (
          <Button tone="danger" onPress={() => ask('REVOKE')}>
            停用
          </Button>
        )}
      </div>
      {asking === 'WEBHOOK' && <WebhookDialog system={system} onClose={() => ask(undefined)} />}
      <ReasonDialog
        open={asking === 'DECLINE'}
        onClose={() => ask(undefined)}
        title={`不批准：${system.name}`}
        act="不批准"
        onGive={(note) => renewing(api.post(`${at}/decision`, { approve: false, note }))}
      />
      <ReasonDialog
        open={asking === 'REVOKE'}
        onClose={() => ask(undefined)}
        title={`停用：${system.name}`}
        act="停用"
        danger
        note="密钥和全部推送即时停止"
        onGive={(reason) => renewing(api.post(`${at}/revocation`, { reason }))}
      />
      {key !== undefined && (
        <ShownOnce title={`对接密钥：${system.name}`} value={key} onClose={() => setKey(undefined)}>
          请交给接收单位；此前颁发的密钥即时作废。读取变动的办法见接口说明“按游标读取变动”。
        </ShownOnce>
      )}
    </Card>
  );
}

function Facts({ system, now }: { system: SystemView; now: Date }): ReactNode {
  const today = civilDate(useSession().today);
  const used = system.keyUsedAt === null ? '未使用过' : `${momentWords(system.keyUsedAt, now)}使用过`;
  const rows: [string, string][] = [
    ['接收单位', system.recipient],
    ['用途', system.purpose],
    ['批准文号', system.basis],
    ['范围', `${system.scopeName}${system.withNumbers ? '，含学籍号' : '，不含学籍号'}`],
    ['有效期至', dayWords(civilDate(system.validTo), today)],
    ['申请审批', [system.appliedByName, system.decidedByName].filter((name) => name !== null).join('，')],
    ['密钥', system.keyTail === null ? '尚未颁发' : `末四位${system.keyTail}，${used}`],
  ];
  return (
    <dl className="exchange-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
