/** 样板间 表格: pages, order, selection, detail row, 100,000 rows, and every state. */
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAddressState } from '../address-state.ts';
import { ApiProblem } from '../api/problem.ts';
import { countWords } from '../format.ts';
import { Page, PageHead } from '../frame/page.tsx';
import { EmptyState } from '../parts/feedback/states.tsx';
import { Select } from '../parts/form/select-field.tsx';
import { type Column, orderOf, orderText } from '../parts/lists/columns.ts';
import { DataTable } from '../parts/lists/data-table.tsx';
import { StatusChip } from '../parts/state/status-chip.tsx';
import { Button } from '../parts/surface/button.tsx';
import { Card } from '../parts/surface/card.tsx';
import type { ListState } from '../query.ts';
import { type Person, people, READY } from './sample.ts';

const COLUMNS: Column<Person>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 120,
    stuck: 'start',
    orderable: true,
    cell: (one) => <Link to="/_gallery/record">{one.name}</Link>,
  },
  { key: 'gender', title: '性别', width: 60, optional: true, cell: (one) => one.gender },
  { key: 'born', title: '出生日期', width: 110, orderable: true, optional: true, cell: (one) => one.bornOn },
  { key: 'number', title: '证件号', cell: (one) => <span className="no-autospace">{one.number}</span> },
  { key: 'group', title: '组别', width: 90, optional: true, cell: (one) => one.group },
  { key: 'score', title: '数值', width: 90, align: 'right', orderable: true, cell: (one) => one.score },
  {
    key: 'state',
    title: '状态',
    width: 120,
    cell: (one) => (
      <StatusChip kind={one.score > 90 ? 'DUE_SOON' : 'DONE'}>{one.score > 90 ? '待确认' : '在册'}</StatusChip>
    ),
  },
  { key: 'act', title: '办理', width: 80, stuck: 'end', cell: () => <Link to="/_gallery/case">发起</Link> },
];

const STATES: Record<string, ListState> = {
  ready: READY,
  many: READY,
  loading: { kind: 'LOADING' },
  renewing: { kind: 'RENEWING' },
  failed: {
    kind: 'FAILED',
    problem: new ApiProblem(500, 'UNKNOWN', '系统出错，已记录，请将编号告知管理员', { incident: '20260917-0042' }),
    retry: () => undefined,
  },
  absent: { kind: 'FAILED', problem: new ApiProblem(404, 'NOT_FOUND', '没有找到'), retry: () => undefined },
  empty: READY,
  filtered: READY,
};

/** The table in the state the address names. */
export function TableView(): ReactNode {
  const [filter, setFilter] = useAddressState({ state: 'ready', order: 'name', after: '' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['p1', 'p4']));
  const navigate = useNavigate();
  const wanted = filter.state;
  const rows = useMemo(() => {
    const count = wanted === 'many' ? 100_000 : ['ready', 'renewing'].includes(wanted) ? 50 : 0;
    const order = orderOf(filter.order);
    const made = people(count);
    return order
      ? made.sort(
          (a, b) =>
            (order.descending ? -1 : 1) *
            (order.key === 'score' ? a.score - b.score : a.name.localeCompare(b.name, 'zh')),
        )
      : made;
  }, [wanted, filter.order]);
  return (
    <Page fill>
      <PageHead
        title="表格"
        facts={`${countWords(rows.length)}行`}
        side={
          <Select
            aria-label="状态"
            value={wanted}
            onChange={(state) => setFilter({ state })}
            options={Object.keys(STATES).map((state) => ({ value: state, words: state }))}
          />
        }
      />
      <Card label="表格" fill flush>
        <DataTable
          label="样例表"
          fill
          remember="gallery"
          columns={COLUMNS}
          rows={rows}
          rowKey={rowKey}
          rowWords={(one) => one.name}
          state={STATES[wanted] ?? READY}
          empty={<EmptyState words="还没有人" why="导入后列在这里" act={<Button tone="primary">导入</Button>} />}
          onClearFilter={wanted === 'filtered' ? () => setFilter({ state: 'ready' }) : undefined}
          order={orderOf(filter.order)}
          onOrder={(order) => setFilter({ order: orderText(order) })}
          onOpen={() => navigate('/_gallery/record')}
          selection={{ keys: selected, onChange: setSelected, unit: '人', acts: <Button>导出</Button> }}
          detail={(one) =>
            one.key === 'p2' ? <b className="tone-red">第18位校验不符：按前17位推算末位应为3，现为5。</b> : undefined
          }
          pages={{
            hasPrevious: false,
            hasNext: true,
            onPrevious: () => undefined,
            onNext: () => setFilter({ after: 'k50' }),
            note: '第1至50人，共312人',
          }}
        />
      </Card>
    </Page>
  );
}

const rowKey = (one: Person) => one.key;
