/** 取机构: the directory, one institution, and the acts on it; every act renews what it changed. */
import { type UseQueryResult, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../web/api-client.ts';
import type { DirectoryRow, InstitutionView } from '../../institutions/institutions.api.ts';
import type { OfficeView } from '../../offices/offices.api.ts';

const ALL = 'institutions';
const PAGE = 100;

export interface DirectoryPage {
  items: DirectoryRow[];
  next: string | null;
}

/** What stands directly below an institution, page after page. */
export function useBelow(upper: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [ALL, 'below', upper],
    initialPageParam: '',
    queryFn: ({ pageParam: after, signal }) =>
      api.get<DirectoryPage>('/institutions', { signal, query: { upper, after, limit: PAGE } }),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: () => undefined,
    enabled,
  });
}

/** Institutions under one, found by part of a name or the beginning of a code. */
export function useFound(under: string, search: string): UseQueryResult<DirectoryPage> {
  return useQuery({
    queryKey: [ALL, 'found', under, search],
    queryFn: ({ signal }) => api.get<DirectoryPage>('/institutions', { signal, query: { under, search, limit: PAGE } }),
    enabled: search !== '',
  });
}

/** One institution. */
export function useInstitution(id: string): UseQueryResult<InstitutionView> {
  return useQuery({
    queryKey: [ALL, 'one', id],
    queryFn: ({ signal }) => api.get<InstitutionView>(`/institutions/${id}`, { signal }),
    placeholderData: () => undefined,
  });
}

/** Everybody who ever held an office there. */
export function useOffices(id: string): UseQueryResult<{ offices: OfficeView[] }> {
  return useQuery({
    queryKey: [ALL, 'offices', id],
    queryFn: ({ signal }) =>
      api.get<{ offices: OfficeView[] }>(`/institutions/${id}/offices`, { signal, query: { history: true } }),
    placeholderData: () => undefined,
  });
}

/** Runs an act and then asks anew for everything about institutions. */
export function useRenewing(): <T>(act: Promise<T>) => Promise<T> {
  const client = useQueryClient();
  return useCallback(
    async <T,>(act: Promise<T>): Promise<T> => {
      try {
        return await act;
      } finally {
        await client.invalidateQueries({ queryKey: [ALL] });
        await client.invalidateQueries({ queryKey: ['accounts'] });
      }
    },
    [client],
  );
}
