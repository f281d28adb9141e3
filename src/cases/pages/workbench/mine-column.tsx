/** 该我办: my cases by how pressing they are; j, k and Enter walk through them. */
import type { UseQueryResult } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState, FilteredState } from '../../../web/parts/feedback/states.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Kbd } from '../../../web/parts/surface/dot.tsx';
import { listState } from '../../../web/query.ts';
import type { Workbench } from '../../cases.api.ts';
import { KindMenu } from './kind-menu.tsx';
import { groupByPressing } from './work-groups.screen.ts';
import { type Lines, myLine } from './work-lines.tsx';

export interface ColumnProps {
  query: UseQueryResult<Workbench>;
  lines: Lines;
  onKind: (kind: string) => void;
}

/** The first and widest column. */
export function MineColumn({ query, lines, onKind }: ColumnProps): ReactNode {
  const { data } = query;
  const { kind, today } = lines;
  const groups = groupByPressing(data?.mine.items ?? [], today).map(({ items, ...group }) => ({
    ...group,
    count: items.length,
    items: items.map((item) => myLine(item, lines)),
  }));
  const total = data?.mine.total ?? 0;
  return (
    <Card
      title="该我办"
      note={data && total}
      fill
      flush
      side={<KindMenu kind={kind} onKind={onKind} />}
      foot={
        <>
          <span className="keyboard-hint">
            <Kbd>J</Kbd> <Kbd>K</Kbd> 上下
          </span>
          <span className="keyboard-hint">
            <Kbd>Enter</Kbd> 打开
          </span>
          {total > 0 && (
            <Link className="foot-end" to={listAddress('mine', kind)}>
              看全部{total}件
            </Link>
          )}
        </>
      }
    >
      <WorkList
        label="该我办"
        groups={groups}
        state={listState(query)}
        keys
        empty={
          kind === '' ? (
            <EmptyState icon={CircleCheck} words="现在没有等您办的" why="有新的办件到您这里，会列在此处" />
          ) : (
            <FilteredState onClear={() => onKind('')} />
          )
        }
      />
    </Card>
  );
}

/** The full list of a column, of the same kind; where `clock` is given only what is overdue, or about to be. */
export function listAddress(side: 'mine' | 'others', kind: string, clock?: 'OVERDUE' | 'SOON'): string {
  const query = new URLSearchParams({ ...(kind === '' ? {} : { kind }), ...(clock ? { clock } : {}) }).toString();
  return `/workbench/${side}${query === '' ? '' : `?${query}`}`;
}
