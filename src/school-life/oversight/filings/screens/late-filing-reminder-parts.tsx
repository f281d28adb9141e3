/** 归档逾期提醒: on an authority's workbench, how many of its schools have not filed a term that is over. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { api } from '../../../../web/api-client.ts';
import { WorkList } from '../../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import type { FilingsView } from '../filings.api.ts';

/** The line; nothing where no school is late. */
export function LateFilingReminders(): ReactNode {
  const { data } = useQuery({
    queryKey: ['filings', ''],
    queryFn: ({ signal }) => api.get<FilingsView>('/school-filings', { signal }),
    enabled: useMayCall()('GET /api/school-filings'),
  });
  const late = data?.items.filter(({ state }) => state === 'OVERDUE') ?? [];
  if (late.length === 0) return null;
  return (
    <WorkList
      label="归档逾期"
      groups={[
        {
          key: 'late-filings',
          words: '归档情况',
          items: [
            {
              ...{ key: 'late', to: '/filings', icon: <StateIcon kind="OVERDUE" /> },
              title: <span className="reminder-words">{late.length}所学校成绩或报告逾期未归档</span>,
              second: (
                <span>
                  {data?.term.words}，{late[0]?.chip}
                </span>
              ),
            },
          ],
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
