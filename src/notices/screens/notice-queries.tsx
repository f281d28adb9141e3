/** 取通知: a person's notices, their number, and what the person has chosen. */
import { type UseQueryResult, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../web/api-client.ts';
import { useRenewal } from '../../web/presence.ts';
import type { ChoicesView, MessagesView, NoticesView } from '../notices.api.ts';

const RENEW_EVERY_MS = 60_000;
const NOTICES = ['notices'];

/** How many are unread; renewed while somebody is there. */
export function useUnread(): UseQueryResult<{ unread: number }> {
  return useQuery({
    queryKey: [...NOTICES, 'unread'],
    queryFn: ({ signal }) => api.get<{ unread: number }>('/notices/unread', { signal }),
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
}

/** The notices, page after page. */
export function useNotices(unread: boolean) {
  return useInfiniteQuery({
    queryKey: [...NOTICES, 'list', unread],
    initialPageParam: '',
    queryFn: ({ pageParam: before, signal }) =>
      api.get<NoticesView>('/notices', {
        signal,
        query: { unread: String(unread), ...(before === '' ? {} : { before }) },
      }),
    getNextPageParam: ({ items, more }) => (more ? items.at(-1)?.id : undefined),
  });
}

/** What the person has chosen. */
export function useChoices(): UseQueryResult<ChoicesView> {
  return useQuery({
    queryKey: [...NOTICES, 'choices'],
    queryFn: ({ signal }) => api.get<ChoicesView>('/notices/choices', { signal }),
  });
}

/** What did not leave. */
export function useMessages(enabled: boolean): UseQueryResult<MessagesView> {
  return useQuery({
    queryKey: [...NOTICES, 'messages'],
    queryFn: ({ signal }) => api.get<MessagesView>('/notices/messages', { signal }),
    enabled,
  });
}

/** Waits for an act and then has everything here fetched anew. */
export function useRenewing(): <T>(act: Promise<T>) => Promise<T> {
  const client = useQueryClient();
  return useCallback(
    async (act) => {
      const done = await act;
      await client.invalidateQueries({ queryKey: NOTICES });
      return done;
    },
    [client],
  );
}
