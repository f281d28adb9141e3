/** 谁看过: which office looked at the record or changed it, when and why; of the offices the role, not the person. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../../web/api-client.ts';
import { momentWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { FamilyPage, useFamily } from '../family-frame.tsx';

interface Line {
  id: string;
  at: string;
  personName: string;
  institutionName: string;
  did: string;
  about: string | null;
  reason: string | null;
}

/** /family/viewers */
export function Component(): ReactNode {
  const { day, registered } = useFamily();
  const { data, error, refetch, isPending } = useQuery({
    queryKey: ['family', 'viewers'],
    queryFn: ({ signal }) => api.get<{ items: Line[] }>('/family/viewers', { signal }),
  });
  const now = new Date(`${day}T12:00:00+08:00`);
  return (
    <FamilyPage title="谁看过">
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={10} />}
      {data && (
        <Card title="最近的查看和办理" note={`${data.items.length}条`}>
          {data.items.length === 0 ? (
            <EmptyState words="还没有人看过" why="学校或教育局查看、修改时会记在这里" />
          ) : (
            <ol className="family-course">
              {data.items.map(({ id, at, personName, institutionName, did, about, reason }) => (
                <li key={id}>
                  <b>{did}</b> <span className="quiet">{momentWords(at, now)}</span>
                  <p className="small">{[institutionName, personName].filter(Boolean).join(' ')}</p>
                  {(about ?? reason) !== null && (
                    <p className="small quiet">{[about, reason && `事由：${reason}`].filter(Boolean).join('；')}</p>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Card>
      )}
      <p className="small quiet">
        {`机关和学校的工作人员以岗位列出。认为不该看的，${registered ? '可在“异议和投诉”中提出' : '请向学校或其主管部门提出'}。`}
      </p>
    </FamilyPage>
  );
}
