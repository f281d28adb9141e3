/** 取对接: partner systems and what was delivered to them, as the page asks for them. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../web/api-client.ts';
import { useRenewal } from '../../web/presence.ts';
import type { SystemsView } from '../systems/systems.api.ts';
import type { DeliveryView } from '../webhooks/webhooks.api.ts';

const RENEW_EVERY_MS = 30_000;
const SYSTEMS = ['exchange-systems'];

/** All systems of the authority. */
export function useSystems(): UseQueryResult<SystemsView> {
  return useQuery({
    queryKey: SYSTEMS,
    queryFn: ({ signal }) => api.get<SystemsView>('/exchange/systems', { signal }),
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
}

/** The latest deliveries to an address. */
export function useDeliveries(webhookId: string): UseQueryResult<{ items: DeliveryView[]; more: boolean }> {
  return useQuery({
    queryKey: [...SYSTEMS, webhookId],
    queryFn: ({ signal }) =>
      api.get<{ items: DeliveryView[]; more: boolean }>(`/exchange/webhooks/${webhookId}/deliveries`, { signal }),
  });
}

/** Waits for an act and then has everything here fetched anew. */
export function useRenewing(): <T>(act: Promise<T>) => Promise<T> {
  const client = useQueryClient();
  return useCallback(
    async (act) => {
      const done = await act;
      await client.invalidateQueries({ queryKey: SYSTEMS });
      return done;
    },
    [client],
  );
}
