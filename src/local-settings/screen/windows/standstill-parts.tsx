/** 停办期: the windows of a place as the law page and the workbench show them: those that hold, and those that come. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { api } from '../../../web/api-client.ts';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { StandstillsView, StandstillView } from '../../windows/standstills.api.ts';
import { meanwhileWords, spanWords, stopsWords } from './standstill-words.screen.ts';
import './standstill.css';

const RENEW_MS = 10 * 60_000;

const useStandstills = (place: string, day: string): UseQueryResult<StandstillsView> =>
  useQuery({
    queryKey: ['policy', 'standstills', place, day],
    queryFn: ({ signal }) => api.get<StandstillsView>('/policy/standstills', { signal, query: { place, day } }),
    enabled: place !== '' && day !== '',
    staleTime: RENEW_MS,
  });

/** The card for a place on a day; nothing where nothing stands still there. */
export function StandstillCard({ place, day }: { place: string; day: string }): ReactNode {
  const { data } = useStandstills(place, day);
  if (!data || data.standstills.length === 0) return null;
  const today = civilDate(data.day);
  return (
    <Card title="停办期" note={`${data.standstills.length}项`}>
      <ul className="standstills">
        {data.standstills.map((window) => (
          <Line key={`${window.placeName} ${window.title} ${window.firstOn}`} window={window} today={today} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ window, today }: { window: StandstillView; today: CivilDate }): ReactNode {
  const { title, placeName, active, why, notice } = window;
  const paper = `《${notice.title}》${notice.number ?? ''}`;
  return (
    <li>
      <p className="standstill-head">
        <Tag>{active ? '正在停办' : '即将停办'}</Tag>
        <strong>
          {title} {spanWords(window, today)}
        </strong>
      </p>
      <p>
        {stopsWords(window)}。{meanwhileWords(window)}。
      </p>
      <p className="standstill-source">
        {placeName}：{why}。依据
        {notice.address ? (
          <a href={notice.address} target="_blank" rel="noopener noreferrer">
            {paper}
          </a>
        ) : (
          paper
        )}
      </p>
    </li>
  );
}

/** On the workbench: one line a window of the reader's place. */
export function StandstillReminders(): ReactNode {
  const { institution, today: day } = useSession();
  const { data } = useStandstills(institution.placeCode, day);
  if (!data || data.standstills.length === 0) return null;
  const today = civilDate(data.day);
  const items = data.standstills.map((window) => ({
    key: `${window.title} ${window.firstOn}`,
    to: `/law/in-force?place=${institution.placeCode}&day=${day}`,
    icon: <StateIcon kind={window.active ? 'OVERDUE' : 'DUE_SOON'} />,
    title: (
      <span className="reminder-words">
        {window.title} {spanWords(window, today)}
      </span>
    ),
    second: <span>{window.active ? stopsWords(window) : `即将${stopsWords(window)}`}</span>,
  }));
  return (
    <WorkList
      label="停办期"
      groups={[{ key: 'standstills', words: '停办期', items }]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
