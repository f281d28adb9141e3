/** 谁看过: who looked at this record or changed it, when and why; the family may ask for the same. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { momentWords } from '../../../web/format.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import type { Viewer } from '../../api/students.api.ts';

interface ViewersProps {
  query: UseQueryResult<{ items: Viewer[] }>;
}

const BESIDE = 6;
const MOST = 100;

/** The latest few, beside the record. */
export function LatestViewers({ query, onAll }: ViewersProps & { onAll: () => void }): ReactNode {
  const items = query.data?.items ?? [];
  return (
    <Card
      title="谁看过"
      side={
        items.length > 0 && (
          <Button tone="quiet" onPress={onAll}>
            {countOf(items)}
          </Button>
        )
      }
      flush
    >
      <Lines query={query} most={BESIDE} />
    </Card>
  );
}

/** All of them, as far back as the page goes. */
export function ViewersTab({ query }: ViewersProps): ReactNode {
  return (
    <>
      <Lines query={query} most={MOST} />
      {query.data?.items.length === MOST && <p className="quiet viewers-more">只列最近{MOST}次</p>}
    </>
  );
}

/** 全部12次, 最近100次. */
const countOf = (items: readonly Viewer[]): string =>
  items.length === MOST ? `最近${MOST}次` : `全部${items.length}次`;

function Lines({ query, most }: ViewersProps & { most: number }): ReactNode {
  const { data, error, refetch } = query;
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} rowHeight={48} />;
  if (data.items.length === 0) return <EmptyState words="还没有人看过" />;
  // The server's newest row is of this very minute: the reader's own look.
  const now = new Date(data.items[0]!.at);
  return (
    <ol className="viewers">
      {data.items.slice(0, most).map(({ id, at, personName, institutionName, did, about, reason }) => (
        <li key={id}>
          <span>
            {personName} <span className="viewers-place">{institutionName}</span>
          </span>
          <span className="viewers-did">
            <Facts>
              <span>{momentWords(at, now)}</span>
              <span>
                {did}
                {about !== null && `：${about}`}
              </span>
              {reason !== null && <span>事由：{reason}</span>}
            </Facts>
          </span>
        </li>
      ))}
    </ol>
  );
}
