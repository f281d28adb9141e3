/** 账号提醒: on the workbench, accounts that cannot be used yet and officers who sign in too seldom. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { civilDate } from '../../../kernel/civil-date.ts';
import { api } from '../../../web/api-client.ts';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { useRenewal } from '../../../web/presence.ts';
import type { AccountView, LoginFrequency } from '../../accounts/accounts.api.ts';
import { useMayCall, useSession } from '../../sessions/session-parts.tsx';
import { lastWeek, loginReminder, untrainedReminders } from './account-reminders.screen.ts';

const AT_ONCE = 200;
const RENEW_EVERY_MS = 5 * 60_000;
const LOGINS = '/accounts/login-frequency';

/** The lines; nothing where everything is in order, or is not the person's to mend. */
export function AccountReminders(): ReactNode {
  const mayCall = useMayCall();
  const { institution, today } = useSession();
  const refetchInterval = useRenewal(RENEW_EVERY_MS);
  const { data: waiting } = useQuery({
    queryKey: ['accounts', 'untrained'],
    queryFn: ({ signal }) =>
      api.get<{ items: AccountView[]; next: string | null }>('/accounts', {
        signal,
        query: { state: 'UNTRAINED', limit: AT_ONCE },
      }),
    enabled: mayCall('POST /api/accounts/:id/training'),
    refetchInterval,
  });
  const day = lastWeek(civilDate(today));
  const { data: logins } = useQuery({
    queryKey: ['accounts', 'logins', day],
    queryFn: ({ signal }) => api.get<LoginFrequency>(LOGINS, { signal, query: { day } }),
    enabled: mayCall(`GET /api${LOGINS}`),
    refetchInterval,
  });
  const seldom = logins && loginReminder(logins, institution.id);
  const lines = [
    ...(seldom ? [seldom] : []),
    ...(waiting ? untrainedReminders({ items: waiting.items, more: waiting.next !== null }) : []),
  ];
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="提醒"
      groups={[
        {
          key: 'accounts',
          words: '账号',
          items: lines.map(({ key, words, note, to }) => ({
            key,
            to,
            icon: <StateIcon kind="JUDGEMENT" />,
            title: <span className="reminder-words">{words}</span>,
            second: <span>{note}</span>,
          })),
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
