/** 法规取数: what the pages of the law ask the server; texts change with a new version only. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type {
  DecisionView,
  InForceView,
  InstrumentsView,
  InstrumentTextView,
  PlaceView,
  QuestionsView,
  TermView,
} from '../regulations.api.ts';

const KEPT = { staleTime: Number.POSITIVE_INFINITY };

export const useInstruments = (): UseQueryResult<InstrumentsView> =>
  useQuery({
    queryKey: ['policy', 'instruments'],
    queryFn: ({ signal }) => api.get<InstrumentsView>('/policy/instruments', { signal }),
    ...KEPT,
  });

export const useInstrument = (id: string): UseQueryResult<InstrumentTextView> =>
  useQuery({
    queryKey: ['policy', 'instruments', id],
    queryFn: ({ signal }) => api.get<InstrumentTextView>(`/policy/instruments/${encodeURIComponent(id)}`, { signal }),
    placeholderData: () => undefined,
    ...KEPT,
  });

/** The vocabulary, and which day it is on the server. */
export const useQuestions = (): UseQueryResult<QuestionsView> =>
  useQuery({
    queryKey: ['policy', 'questions'],
    queryFn: ({ signal }) => api.get<QuestionsView>('/policy/questions', { signal }),
    staleTime: 10 * 60_000, // days pass while a page stays open
  });

export const useInForce = (place: string, day: string): UseQueryResult<InForceView> =>
  useQuery({
    queryKey: ['policy', 'in-force', place, day],
    queryFn: ({ signal }) => api.get<InForceView>('/policy/in-force', { signal, query: { place, day } }),
    enabled: place !== '' && day !== '',
  });

/** The places right under one; those with a text of their own where `upper` is undefined. */
export const usePlaces = (upper: string | undefined, enabled = true): UseQueryResult<{ places: PlaceView[] }> =>
  useQuery({
    queryKey: ['policy', 'places', upper ?? ''],
    queryFn: ({ signal }) => api.get<{ places: PlaceView[] }>('/policy/places', { signal, query: { upper } }),
    placeholderData: () => undefined,
    enabled,
    ...KEPT,
  });

/** The term that covers a day in a place, as its authority has set it. */
export const useTerm = (place: string, day: string, enabled: boolean): UseQueryResult<TermView> =>
  useQuery({
    queryKey: ['policy', 'term', place, day],
    queryFn: ({ signal }) => api.get<TermView>('/policy/term', { signal, query: { place, day } }),
    placeholderData: () => undefined,
    enabled: enabled && place !== '' && day !== '',
  });

/** The answer to one case; undefined asks nothing. */
export const useDecision = (asked: object | undefined): UseQueryResult<DecisionView> =>
  useQuery({
    queryKey: ['policy', 'decision', asked],
    queryFn: ({ signal }) => api.post<DecisionView>('/policy/decisions', asked, { signal }),
    enabled: asked !== undefined,
  });
