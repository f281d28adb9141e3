/** 家长看的办理轨迹: the same track, with the same words, as the offices have before them. */
import type { ReactNode } from 'react';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { ParcelTrack } from '../../web/parts/course/parcel-track.tsx';
import { DeadlineBadge } from '../../web/parts/state/deadline-badge.tsx';
import type { CaseView, FollowedCase } from '../cases.api.ts';
import { trackOf } from './case/case-words.screen.ts';
import { deadlineOf } from './clock-words.screen.ts';

/** All parties upright, one under another. */
export function FollowedTrack({ one, today }: { one: FollowedCase; today: CivilDate }): ReactNode {
  const view = { ...one, actions: [], pending: null } as unknown as CaseView;
  return <ParcelTrack nodes={trackOf(view, today)} today={today} direction="vertical" />;
}

/** How long the holder still has; nothing where no term runs. */
export function FollowedDeadline({ one, today }: { one: FollowedCase; today: CivilDate }): ReactNode {
  const deadline = deadlineOf(one.clock, today);
  return deadline ? <DeadlineBadge layout="large" deadline={deadline} today={today} /> : null;
}
