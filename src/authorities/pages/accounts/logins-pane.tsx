/** 登录情况: who of the counties signed in too seldom in a week, and after how many silent days accounts are sealed. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { addDays, civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { dayWords, momentWords } from '../../../web/format.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { listState } from '../../../web/query.ts';
import type { LoginFrequency } from '../../accounts/accounts.api.ts';
import { useMayCall, useSession } from '../../sessions/session-parts.tsx';
import { fieldProblem, formProblem, useAct } from '../act.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';
import { useDormantDays, useLogins } from './account-queries.tsx';

type Line = LoginFrequency['items'][number];

const VERDICTS: Record<Line['verdict'], { kind: StateKind; words: string }> = {
  MET: { kind: 'DONE', words: '已达到' },
  OPEN: { kind: 'IN_PROCESS', words: '本周未完' },
  SHORT: { kind: 'OVERDUE', words: '不足' },
};
const NONE: Line[] = [];
const keyOf = ({ accountId }: Line) => accountId;

/** Week by week; the week that runs has no verdict yet. */
export function LoginsPane(): ReactNode {
  const { today: now } = useSession();
  const today = civilDate(now);
  const [{ day }, change] = useAddressState({ day: '' });
  const query = useLogins(day);
  const { data } = query;
  const moment = new Date(`${today}T23:59:59+08:00`);
  const columns: Column<Line>[] = [
    { key: 'institution', title: '机构', width: 200, cell: ({ institutionName }) => institutionName },
    { key: 'name', title: '姓名', width: 90, cell: ({ personName }) => <b>{personName}</b> },
    { key: 'role', title: '岗位', width: 150, cell: ({ roleWords }) => roleWords },
    { key: 'logins', title: '登录次数', width: 80, align: 'right', cell: ({ logins }) => logins },
    {
      key: 'verdict',
      title: '情况',
      width: 110,
      cell: ({ verdict }) => <StatusChip kind={VERDICTS[verdict].kind}>{VERDICTS[verdict].words}</StatusChip>,
    },
    {
      key: 'last',
      title: '最近登录',
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? momentWords(lastLoginAt, moment) : <span className="quiet">还没有登录过</span>,
    },
  ];
  const go = (days: number) => data && change({ day: addDays(civilDate(data.weekFrom), days) });
  return (
    <div className="pane">
      <section>
        <div className="pane-head">
          <h3>县级登录频次</h3>
          {data && (
            <>
              <span>{`${dayWords(civilDate(data.weekFrom), today)}至${dayWords(civilDate(data.weekTo), today)}`}</span>
              <span className="quiet">{`${data.clause}（现要求${data.required}次）`}</span>
            </>
          )}
          <span className="week-acts">
            <Button onPress={() => go(-7)}>上一周</Button>
            <Button onPress={() => go(7)} locked={data && !data.closed ? { reason: '已是本周' } : undefined}>
              下一周
            </Button>
          </span>
        </div>
        <DataTable
          label="县级登录频次"
          plain
          columns={columns}
          rows={data?.items ?? NONE}
          rowKey={keyOf}
          state={listState(query)}
          empty={<EmptyState words="管辖范围内没有县级账号" why="县级教育局开设账号并启用后列在这里" />}
        />
      </section>
      <DormantDays />
    </div>
  );
}

function DormantDays(): ReactNode {
  const mayCall = useMayCall();
  const renewing = useRenewing();
  const { data } = useDormantDays();
  const [typed, setTyped] = useState<string>();
  const { busy, problem, run } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const days = Number(typed ?? data?.days);
    if (await run(() => renewing(api.put('/accounts/dormant-days', { days })))) setTyped(undefined);
  };
  return (
    <section>
      <div className="pane-head">
        <h3>长期未用封存</h3>
        {data && <span>{`${data.days}天未登录的账号，每日凌晨自动封存`}</span>}
      </div>
      {mayCall('PUT /api/accounts/dormant-days') && (
        <form className="dormant-form" onSubmit={(event) => void submit(event)} noValidate>
          <ProblemLine problem={formProblem(problem)} />
          <TextField
            label="天数"
            value={typed ?? String(data?.days ?? '')}
            onChange={(text) => setTyped(text.replace(/\D/g, '').slice(0, 3))}
            inputMode="numeric"
            hint="30至365天；上级定得更短的，按上级的"
            problem={fieldProblem(problem, 'days')}
          />
          <Button type="submit" busy={busy}>
            设定
          </Button>
        </form>
      )}
    </section>
  );
}
