/** 账号: who may act for an institution, and how far each of them is from being able to. */
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { momentWords } from '../../../web/format.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { listState } from '../../../web/query.ts';
import type { AccountView } from '../../accounts/accounts.api.ts';
import type { InstitutionView } from '../../institutions/institutions.api.ts';
import { useSession } from '../../sessions/session-parts.tsx';
import { AccountDialogs, AccountMenu, type Doing } from './account-acts.tsx';
import { useAccounts } from './account-queries.tsx';
import { MakeAccount } from './make-account.tsx';

const KINDS: Record<AccountView['state'], StateKind> = {
  UNTRAINED: 'JUDGEMENT',
  ACTIVE: 'DONE',
  SEALED: 'DRAFT',
  CLOSED: 'REFUSED',
};
const STATES = [
  { value: 'UNTRAINED', words: '待登记培训' },
  { value: 'ACTIVE', words: '在用' },
  { value: 'SEALED', words: '已封存' },
  { value: 'CLOSED', words: '已停用' },
];
const NONE: AccountView[] = [];
const keyOf = ({ id }: AccountView) => id;

/** Those who keep the accounts find their acts at each line; everybody else reads. */
export function AccountsPane({ institution }: { institution: InstitutionView }): ReactNode {
  const { today } = useSession();
  const [{ state }, change] = useAddressState({ state: '' });
  const [making, setMaking] = useState(false);
  const [acting, setActing] = useState<{ account: AccountView; doing: Doing }>();
  const query = useAccounts(institution.id, state);
  const { accountRoles, accountsKeptBy, name } = institution;
  const keeps = accountRoles.length > 0;
  const isKept = (account: AccountView) => !account.isOwn && accountRoles.some(({ role }) => role === account.role);
  const now = new Date(`${today}T23:59:59+08:00`);
  const columns: Column<AccountView>[] = [
    { key: 'name', title: '姓名', width: 84, stuck: 'start', cell: ({ personName }) => <b>{personName}</b> },
    { key: 'role', title: '岗位', cell: ({ roleWords }) => roleWords },
    {
      key: 'login',
      title: '登录名',
      width: 104,
      cell: ({ loginName }) => <span className="no-autospace">{loginName}</span>,
    },
    {
      key: 'state',
      title: '状态',
      width: 112,
      cell: (account) => (
        <span className="account-state">
          <StatusChip kind={KINDS[account.state]}>{account.stateWords}</StatusChip>
          {account.isLocked && <StatusChip kind="OVERDUE">输错锁定</StatusChip>}
        </span>
      ),
    },
    {
      key: 'training',
      title: '培训',
      width: 90,
      cell: ({ trainedOn }) => trainedOn ?? <span className="quiet">未登记</span>,
    },
    { key: 'factor', title: '登录方式', width: 128, cell: (account) => <Factors account={account} /> },
    {
      key: 'last',
      title: '最近登录',
      width: 96,
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? momentWords(lastLoginAt, now) : <span className="quiet">未登录过</span>,
    },
    ...(keeps
      ? [
          {
            key: 'acts',
            title: '办理',
            width: 88,
            stuck: 'end' as const,
            cell: (account: AccountView) =>
              isKept(account) ? (
                <AccountMenu
                  account={account}
                  institution={institution}
                  onBegin={(doing) => setActing({ account, doing })}
                />
              ) : (
                account.isOwn && <span className="quiet">本人</span>
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="pane">
      <div className="pane-head">
        <h3>账号</h3>
        <Select
          aria-label="账号状态"
          value={state}
          onChange={(next) => change({ state: next })}
          options={STATES}
          empty="全部状态"
        />
        <span className="quiet">{keeperWords(accountsKeptBy, keeps, name)}</span>
        {keeps && (
          <Button icon={Plus} tone="primary" onPress={() => setMaking(true)}>
            开设账号
          </Button>
        )}
      </div>
      <DataTable
        label={`${name}的账号`}
        plain
        columns={columns}
        rows={query.data?.pages.flatMap(({ items }) => items) ?? NONE}
        rowKey={keyOf}
        state={listState(query)}
        onClearFilter={state === '' ? undefined : () => change({ state: '' })}
        empty={<EmptyState words="还没有账号" why="账号由上一级开设，登记培训后启用" />}
      />
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          再列出一些
        </Button>
      )}
      {acting && (
        <AccountDialogs
          {...acting}
          institution={institution}
          today={civilDate(today)}
          onClose={() => setActing(undefined)}
        />
      )}
      {making && <MakeAccount institution={institution} onClose={() => setMaking(false)} />}
    </div>
  );
}

function keeperWords(keeper: string | null, keeps: boolean, name: string): string {
  if (keeper === null) return `上级尚未使用本系统，由${name}的人互相管理`;
  return keeps ? '登记培训后启用；封存、停用后两秒内退出登录' : `由${keeper}管理`;
}

function Factors({ account }: { account: AccountView }): ReactNode {
  if (account.signsInElsewhere) return '统一身份认证';
  if (account.needsTotp && !account.hasTotp) return <Tag>待设动态口令</Tag>;
  return account.hasTotp ? '密码和动态口令' : '密码';
}
