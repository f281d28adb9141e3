/** 等别人办: who holds it and since when, so that nobody has to telephone to ask. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState, FilteredState } from '../../../web/parts/feedback/states.tsx';
import { Menu } from '../../../web/parts/floating/menu.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import { type ColumnProps, listAddress } from './mine-column.tsx';
import { groupByHolder, groupWaiting, HANDED_UP, handedUpGroup } from './work-groups.screen.ts';
import { othersLine } from './work-lines.tsx';

interface OthersColumnProps extends ColumnProps {
  byHolder: boolean;
  onByHolder: (on: boolean) => void;
}

/** The second column, by time or by holder. */
export function OthersColumn({ query, lines, onKind, byHolder, onByHolder }: OthersColumnProps): ReactNode {
  const { data } = query;
  const items = data?.others.items ?? [];
  const handed = handedUpGroup(data?.handedUp.items ?? []);
  const waiting = byHolder ? groupByHolder(items) : groupWaiting(items, lines.today);
  const groups = [...handed, ...waiting].map((group) => ({
    ...group,
    count: group.key === HANDED_UP ? data?.handedUp.total : group.items.length,
    ...(group.key === HANDED_UP ? { note: <Link to="/overdue">按单位查看</Link> } : {}),
    items: group.items.map((item) => othersLine(item, lines)),
  }));
  const total = data?.others.total ?? 0;
  const orders = [
    { key: 'time', words: '按期限', chosen: !byHolder, onPress: () => onByHolder(false) },
    { key: 'holder', words: '按持有人', chosen: byHolder, onPress: () => onByHolder(true) },
  ];
  return (
    <Card
      title="等别人办"
      note={data && total}
      fill
      flush
      side={
        items.length > 1 && (
          <Menu tone="quiet" align="end" items={orders}>
            {byHolder ? '按持有人' : '按期限'}
          </Menu>
        )
      }
      foot={
        total > 0 && (
          <Link className="foot-end" to={listAddress('others', lines.kind)}>
            看全部{total}件
          </Link>
        )
      }
    >
      <WorkList
        label="等别人办"
        groups={groups}
        state={listState(query)}
        empty={
          lines.kind === '' ? (
            <EmptyState words="没有在等别人的" why="您送出的办件，由谁在办、何时到期会列在此处" />
          ) : (
            <FilteredState onClear={() => onKind('')} />
          )
        }
      />
    </Card>
  );
}
