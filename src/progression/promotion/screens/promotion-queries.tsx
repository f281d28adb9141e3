/** 取升级: rehearsals and acts as the pages ask for them. */
import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api-client.ts';
import type { FatePage, PromotionList, PromotionView } from '../promotion.api.ts';

const WATCHED_MS = 1500;
const MOVING = new Set<string>(['RUNNING', 'TAKING_BACK']);

export const usePromotions = (): UseQueryResult<PromotionList> =>
  useQuery({ queryKey: ['promotions'], queryFn: ({ signal }) => api.get<PromotionList>('/promotions', { signal }) });

/** One act; asked for again and again while schools are being moved. */
export const usePromotion = (id: string): UseQueryResult<PromotionView> =>
  useQuery({
    queryKey: ['promotions', id],
    queryFn: ({ signal }) => api.get<PromotionView>(`/promotions/${id}`, { signal }),
    refetchInterval: ({ state }) => (MOVING.has(state.data?.state ?? '') ? WATCHED_MS : false),
  });

/** The names behind the figures, page by page. */
export const useFates = (fates: string) =>
  useInfiniteQuery({
    queryKey: ['promotions', 'students', fates],
    queryFn: ({ signal, pageParam }) =>
      api.get<FatePage>('/promotions/students', {
        signal,
        query: { fates, ...(pageParam ? { after: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const rehearse = (idempotencyKey: string): Promise<{ id: string }> =>
  api.post('/promotions', undefined, { idempotencyKey });
export const order = (id: string): Promise<unknown> => api.post(`/promotions/${id}/order`);
export const callOff = (id: string): Promise<unknown> => api.post(`/promotions/${id}/cancel`);
export const takeBack = (id: string, reason: string): Promise<unknown> =>
  api.post(`/promotions/${id}/take-back`, { reason });
