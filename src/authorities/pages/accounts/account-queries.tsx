/** 取账号: the accounts of an institution, and what may be done with one. */
import { type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api-client.ts';
import type { AccountView, LoginFrequency } from '../../accounts/accounts.api.ts';

interface AccountPage {
  items: AccountView[];
  next: string | null;
}

/** Page after page, by login name. */
export function useAccounts(institution: string, state: string) {
  return useInfiniteQuery({
    queryKey: ['accounts', institution, state],
    initialPageParam: '',
    queryFn: ({ pageParam: after, signal }) =>
      api.get<AccountPage>('/accounts', { signal, query: { institution, state, after, limit: 100 } }),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: () => undefined,
  });
}

/** How often the counties' officers signed in, in the week of a day ('' is this week). */
export function useLogins(day: string): UseQueryResult<LoginFrequency> {
  return useQuery({
    queryKey: ['accounts', 'logins', day],
    queryFn: ({ signal }) => api.get<LoginFrequency>('/accounts/login-frequency', { signal, query: { day } }),
  });
}

/** After how many days without a login an account is sealed here. */
export function useDormantDays(): UseQueryResult<{ days: number }> {
  return useQuery({
    queryKey: ['accounts', 'dormant-days'],
    queryFn: ({ signal }) => api.get<{ days: number }>('/accounts/dormant-days', { signal }),
  });
}
