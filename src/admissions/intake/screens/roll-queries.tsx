/** 取录取名册: the roll, one entry, who has not come, and the acts on them; every act renews what it changed. */
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, newIdempotencyKey, uploadFile } from '../../../web/api-client.ts';
import type { CancellationRequest } from '../cancelling/cancellation.api.ts';
import type { NoShows, RollActInput } from '../check-in/check-in.api.ts';
import type { CheckedRollLine, ReadRoll, RollEntryView, RollItem, RollList } from '../roll/roll.api.ts';

const ALL = 'admission-roll';

export type Stage = RollItem['stage'];

export const useRoll = (wish: { stage?: string; caseId?: string } = {}): UseQueryResult<RollList> =>
  useQuery({
    queryKey: [ALL, 'list', wish],
    queryFn: ({ signal }) => api.get<RollList>('/admission-roll', { signal, query: wish }),
    placeholderData: keepPreviousData,
  });

export const useRollEntry = (id: string): UseQueryResult<RollEntryView> =>
  useQuery({
    queryKey: [ALL, 'entry', id],
    queryFn: ({ signal }) => api.get<RollEntryView>(`/admission-roll/${id}`, { signal }),
  });

/** Who is expected and has not come, in the reader's place. */
export const useNoShows = (wanted = true): UseQueryResult<NoShows> =>
  useQuery({
    queryKey: [ALL, 'no-shows'],
    queryFn: ({ signal }) => api.get<NoShows>('/admission-no-shows', { signal }),
    enabled: wanted,
  });

/** What came of handing in whoever has come. */
export interface Registered {
  drafts: number;
  continued: number;
  caseIds: string[];
  held: { id: string; name: string; sentence: string }[];
}

type Lines = readonly Pick<CheckedRollLine, 'row' | 'values'>[];

/** Each throws ApiProblem. */
export function useRollActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const renewed = async <T,>(act: Promise<T>): Promise<T> => {
      const answer = await act;
      await client.invalidateQueries({ queryKey: [ALL] });
      return answer;
    };
    const once = () => ({ idempotencyKey: newIdempotencyKey() });
    return {
      act: (id: string, request: RollActInput) => renewed(api.post(`/admission-roll/${id}/acts`, request, once())),
      register: (ids: readonly string[]) =>
        renewed(api.post<Registered>('/admission-roll/registrations', { ids }, once())),
      cancel: (id: string, request: CancellationRequest) =>
        renewed(api.post<{ caseId: string }>(`/admission-roll/${id}/cancellation`, request, once())),
      correct: (id: string, reason: string) => renewed(api.post(`/admission-roll/${id}/correction`, { reason })),
      setPhoto: (id: string, file: Blob) =>
        renewed(uploadFile<{ photoId: string }>(`/admission-roll/${id}/photo`, { file })),
      read: (stage: Stage, file: File) => uploadFile<ReadRoll>(`/admission-roll/read?stage=${stage}`, { file }),
      check: (stage: Stage, rows: Lines) =>
        api.post<{ rows: CheckedRollLine[] }>('/admission-roll/check', { stage, rows: rows.map(sent) }),
      enter: (stage: Stage, rows: Lines) =>
        renewed(api.post<{ entered: number }>('/admission-roll', { stage, rows: rows.map(sent) }, once())),
    };
  }, [client]);
}

const sent = ({ row, values }: Lines[number]) => ({ row, values });

/** One act at a time: whether it runs, and what it threw. */
export function useRunning() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      setProblem(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
