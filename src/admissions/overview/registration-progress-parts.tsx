/** 建籍进度: on the workbench, how many of the autumn's new students are registered, and until when they must be. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { api } from '../../web/api-client.ts';
import { ProgressRing } from '../../web/parts/progress/progress-ring.tsx';
import { useRenewal } from '../../web/presence.ts';
import type { OverviewView } from './overview.api.ts';
import { progressOf } from './registration-progress.screen.ts';

const OVERVIEW = '/admissions/overview';
const RENEW_EVERY_MS = 60_000;

/** The ring; nothing for whoever has no part in it, and before the first child is put forward. */
export function RegistrationProgress(): ReactNode {
  const mayCall = useMayCall()(`GET /api${OVERVIEW}`);
  const today = civilDate(useSession().today);
  const { data } = useQuery({
    queryKey: ['admissions', 'overview'],
    queryFn: ({ signal }) => api.get<OverviewView>(OVERVIEW, { signal }),
    enabled: mayCall,
    refetchInterval: useRenewal(RENEW_EVERY_MS),
  });
  const progress = data && progressOf(data, today);
  if (!progress) return null;
  const { until, ...counts } = progress;
  return <ProgressRing words={`新生建立学籍${until && `，${until}`}`} unit="人" to="/admissions" {...counts} />;
}
