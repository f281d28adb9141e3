/** 取入学注册: imports, their rows, entrants and the overview, as the pages ask for them. */
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Areas, RegistrationForm } from '../../students/api/form.api.ts';
import { api } from '../../web/api-client.ts';
import type { EntrantPage, EntrantRow, EntrantView } from '../entrants/entrants.api.ts';
import type { ImportItem } from '../importing/importing.api.ts';
import type { OverviewView } from '../overview/overview.api.ts';
import type { SignedFormsView } from '../registering/registering.api.ts';
import type { ImportView, RowPage } from '../review/review.api.ts';
import './admission-words.css';

const ALL = 'admissions';
/** Everything was typed by the school itself a moment ago: nothing of another import may stand in for this one. */
const nothingElse = () => undefined;

/** 入学注册概况 of the school, or of the authority's schools. */
export const useOverview = (): UseQueryResult<OverviewView> =>
  useQuery({
    queryKey: [ALL, 'overview'],
    queryFn: ({ signal }) => api.get<OverviewView>('/admissions/overview', { signal }),
  });

/** The school's imports, newest first. */
export const useImports = (enabled: boolean): UseQueryResult<{ items: ImportItem[] }> =>
  useQuery({
    queryKey: [ALL, 'imports'],
    queryFn: ({ signal }) => api.get<{ items: ImportItem[] }>('/admissions/imports', { signal }),
    enabled,
  });

/** The school's entrants in a state. */
export const useEntrants = (state: string, after: string, enabled = true): UseQueryResult<EntrantPage> =>
  useQuery({
    queryKey: [ALL, 'entrants', state, after],
    queryFn: ({ signal }) => api.get<EntrantPage>('/admissions/entrants', { signal, query: { state, after } }),
    enabled,
  });

/** One import with its causes. */
export const useImport = (id: string | undefined): UseQueryResult<ImportView> =>
  useQuery({
    queryKey: [ALL, 'import', id],
    queryFn: ({ signal }) => api.get<ImportView>(`/admissions/imports/${id}`, { signal }),
    enabled: id !== undefined,
    placeholderData: nothingElse,
  });

/** Which rows of an import: all, or those with one fault. */
export interface RowsAsked {
  importId: string;
  cause?: { code: string; field: string } | undefined;
  limit: number;
}

const rowsKey = ({ importId, cause, limit }: RowsAsked) => [ALL, 'rows', importId, cause?.code, cause?.field, limit];

/** Rows in the order of the workbook, page after page. */
export const useRows = (asked: RowsAsked, enabled: boolean): UseInfiniteQueryResult<InfiniteData<RowPage>> =>
  useInfiniteQuery({
    queryKey: rowsKey(asked),
    queryFn: ({ signal, pageParam }) =>
      api.get<RowPage>(`/admissions/imports/${asked.importId}/rows`, {
        signal,
        query: { ...asked.cause, limit: asked.limit, after: pageParam },
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled,
    // Mended rows stay where they are until the person goes on: they are not fetched away from under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: nothingElse,
  });

/** Puts a row as it is now into every list that shows it, and asks for the counts anew. */
export function useTakeRow(): (importId: string, row: EntrantRow) => void {
  const client = useQueryClient();
  return useCallback(
    (importId, row) => {
      client.setQueriesData<InfiniteData<RowPage>>({ queryKey: [ALL, 'rows', importId] }, (data) =>
        data === undefined
          ? data
          : {
              ...data,
              pages: data.pages.map((page) => ({
                ...page,
                items: page.items.map((one) => (one.id === row.id ? { ...row, value: row.value || one.value } : one)),
              })),
            },
      );
      void client.invalidateQueries({ queryKey: [ALL, 'import', importId] });
    },
    [client],
  );
}

/** Asks anew for everything about admissions. */
export function useRenewAdmissions(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: [ALL] }), [client]);
}

/** An entrant with what was filled in. Not kept once nobody looks: it holds full numbers. */
export const useEntrant = (id: string | undefined): UseQueryResult<EntrantView> =>
  useQuery({
    queryKey: ['entrant', id],
    queryFn: ({ signal }) => readEntrant(id!, signal),
    enabled: id !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: nothingElse,
  });

/** Fetches one entrant with what was filled in. */
export const readEntrant = (id: string, signal?: AbortSignal): Promise<EntrantView> =>
  api.get<EntrantView>(`/admissions/entrants/${id}`, { signal });

/** What guardians have signed on telephones of the drafts that are not handed in. */
export const useSignedForms = (): UseQueryResult<SignedFormsView> =>
  useQuery({
    queryKey: [ALL, 'signed-forms'],
    queryFn: ({ signal }) => api.get<SignedFormsView>('/admissions/signed-forms', { signal }),
  });

/** The items of the form and their code tables. */
export const useForm = (): UseQueryResult<RegistrationForm> =>
  useQuery({
    queryKey: ['students', 'fields'],
    queryFn: ({ signal }) => api.get<RegistrationForm>('/students/fields', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Every place in force. */
export const useAreas = (enabled: boolean): UseQueryResult<Areas> =>
  useQuery({
    queryKey: ['students', 'areas'],
    queryFn: ({ signal }) => api.get<Areas>('/students/areas', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
