/** 逾期: every overdue case under an authority, the longest overdue first; those of the level below can be pressed. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { countWords, dayWords, recentDayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Menu } from '../../../web/parts/floating/menu.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { DeadlineBadge } from '../../../web/parts/state/deadline-badge.tsx';
import { KindTag } from '../../../web/parts/state/tag.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import type { OverdueItem, OverdueView } from '../../overdue/overdue.api.ts';
import { useToday } from '../case-queries.tsx';
import { deadlineOf } from '../clock-words.screen.ts';
import { caseAddress } from '../workbench/work-lines.tsx';
import { useOverdue } from './overdue-queries.tsx';

/** /overdue. */
export function Component(): ReactNode {
  const navigate = useNavigate();
  const [filter, change] = useAddressState({ kind: '', under: '', after: '' });
  const query = useOverdue(filter);
  const { data } = query;
  const isFiltered = filter.kind !== '' || filter.under !== '';
  const next = data?.next;
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/workbench', words: '工作台' }]}
        title="逾期"
        facts={data && `${countWords(data.total)}件，最早到期的在前`}
        side={data && <Filters data={data} filter={filter} onChange={change} />}
      />
      <Card label="逾期办件" fill flush>
        <DataTable
          label="逾期办件"
          columns={columnsFor(useToday())}
          rows={data?.items ?? []}
          rowKey={keyOf}
          rowWords={(row) => `${row.kindTitle}，${row.title}`}
          state={listState(query)}
          empty={<EmptyState words="没有逾期的办件" why="辖区内各单位都在时限内办理" />}
          {...(isFiltered ? { onClearFilter: () => change({ kind: '', under: '' }) } : {})}
          onOpen={(row) => navigate(caseAddress(row.caseId))}
          pages={{
            hasPrevious: filter.after !== '',
            hasNext: typeof next === 'string',
            onPrevious: () => change({ after: '' }),
            onNext: () => typeof next === 'string' && change({ after: next }),
          }}
          remember="overdue"
          fill
        />
      </Card>
    </Page>
  );
}

const keyOf = (row: OverdueItem): string => row.caseId;

interface FiltersProps {
  data: OverdueView;
  filter: { kind: string; under: string };
  onChange: (part: { kind?: string; under?: string }) => void;
}

function Filters({ data, filter, onChange }: FiltersProps): ReactNode {
  const areas = [
    { key: '', words: '全部单位' },
    ...data.areas.map((one) => ({ key: one.id, words: withCount(one.name, one.count) })),
  ];
  const kinds = [
    { key: '', words: '全部类别' },
    ...data.kinds.map((one) => ({ key: one.kind, words: withCount(one.kindTitle, one.count) })),
  ];
  return (
    <>
      <Choice items={areas} chosen={filter.under} onChoose={(under) => onChange({ under })} />
      <Choice items={kinds} chosen={filter.kind} onChoose={(kind) => onChange({ kind })} />
    </>
  );
}

const withCount = (words: string, count: number): string => `${words}（${countWords(count)}件）`;

interface ChoiceProps {
  items: readonly { key: string; words: string }[];
  chosen: string;
  onChoose: (key: string) => void;
}

function Choice({ items, chosen, onChoose }: ChoiceProps): ReactNode {
  return (
    <Menu
      tone="quiet"
      align="end"
      items={items.map(({ key, words }) => ({ key, words, chosen: key === chosen, onPress: () => onChoose(key) }))}
    >
      {items.find(({ key }) => key === chosen)?.words ?? '所选'}
    </Menu>
  );
}

function columnsFor(today: CivilDate): Column<OverdueItem>[] {
  const day = (text: string) => recentDayWords(civilDate(text), today);
  return [
    { key: 'title', title: '办件', cell: (row) => <Link to={caseAddress(row.caseId)}>{row.title}</Link> },
    {
      key: 'due',
      title: '逾期',
      width: 264,
      cell: (row) => {
        const deadline = deadlineOf(row.clock, today);
        return deadline ? <DeadlineBadge deadline={deadline} today={today} /> : dueWords(row, today);
      },
    },
    { key: 'holder', title: '在谁手里', width: 216, cell: (row) => row.holderName },
    { key: 'kind', title: '类别', width: 92, cell: (row) => <KindTag>{row.kindTitle}</KindTag>, optional: true },
    { key: 'state', title: '状态', width: 192, cell: (row) => row.stateWords, optional: true },
    {
      key: 'reminded',
      title: '催办',
      width: 96,
      cell: (row) => (row.remindedOn === null ? '未催办' : day(row.remindedOn)),
    },
    { key: 'press', title: '督办', width: 104, cell: (row) => (row.mayPress ? '由本级' : '由其上级'), optional: true },
  ];
}

const dueWords = ({ startedOn }: OverdueItem, today: CivilDate): string => `自${dayWords(civilDate(startedOn), today)}`;
