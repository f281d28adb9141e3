/** 登录方式: what this installation offers and asks of somebody who signs in. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/api-client.ts';
import type { WaysIn } from '../../sessions/session.api.ts';

/** Asked once. */
export function useWaysIn(): UseQueryResult<WaysIn> {
  return useQuery({
    queryKey: ['ways-in'],
    queryFn: ({ signal }) => api.get<WaysIn>('/session/ways-in', { signal }),
    refetchOnMount: 'always',
  });
}

const USUAL_LENGTH = 12;

/** How long a password must be. */
export const useMinLength = (): number => useWaysIn().data?.minPasswordLength ?? USUAL_LENGTH;
