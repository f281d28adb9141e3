/** 各校进度: how far each school of the authority has come with this year's intake. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddressState } from '../../../web/address-state.ts';
import { countWords } from '../../../web/format.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { type Column, orderOf, orderText } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { SplitBar } from '../../../web/parts/progress/split-bar.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { listState } from '../../../web/query.ts';
import type { OverviewView } from '../../overview/overview.api.ts';
import { hasPlan, orderSchools, shareRegistered, sumOf } from './overview-counts.screen.ts';
import './overview.css';

type SchoolRow = OverviewView['schools'][number];

const COLUMNS: Column<SchoolRow>[] = [
  {
    key: 'name',
    title: '学校',
    stuck: 'start',
    orderable: true,
    cell: (row) => <Link to={`/students?school=${row.id}`}>{row.name}</Link>,
  },
  {
    key: 'planned',
    title: '计划',
    width: 84,
    align: 'right',
    optional: true,
    orderable: true,
    cell: (row) => row.planned ?? '未下达',
  },
  {
    key: 'registered',
    title: '已注册',
    width: 84,
    align: 'right',
    orderable: true,
    cell: (row) => countWords(row.registered),
  },
  {
    key: 'inProcess',
    title: '核办中',
    width: 84,
    align: 'right',
    orderable: true,
    cell: (row) => countWords(row.inProcess),
  },
  {
    key: 'draft',
    title: '草稿',
    width: 84,
    align: 'right',
    optional: true,
    orderable: true,
    cell: (row) => countWords(row.draft),
  },
  {
    key: 'red',
    title: '有误',
    width: 84,
    align: 'right',
    optional: true,
    orderable: true,
    cell: (row) => countWords(row.red),
  },
  {
    key: 'share',
    title: '注册进度',
    width: 220,
    cell: (row) => (
      <span className="school-share">
        <SplitBar
          label={row.name}
          width={140}
          shares={[
            { key: 'registered', words: '已注册', count: row.registered, colour: 'green' },
            { key: 'inProcess', words: '核办中', count: row.inProcess, colour: 'blue' },
            { key: 'rest', words: '未提交', count: restOf(row), colour: 'grey' },
          ]}
        />
        {shareRegistered(row) !== undefined && <span>{shareRegistered(row)}%</span>}
      </span>
    ),
  },
];
/** Before the plan has come down its column would only say so in every row. */
const UNPLANNED = COLUMNS.filter(({ key }) => key !== 'planned');
const NONE: SchoolRow[] = [];
const keyOf = (row: SchoolRow) => row.id;
const wordsOf = (row: SchoolRow) => row.name;
const restOf = ({ planned, registered, inProcess, draft }: SchoolRow): number =>
  Math.max(draft, (planned ?? 0) - registered - inProcess);

/** The page of an authority. */
export function SchoolProgress({ overview }: { overview: UseQueryResult<OverviewView> }): ReactNode {
  const [address, setAddress] = useAddressState({ order: 'registered' });
  const order = orderOf(address.order);
  const schools = overview.data?.schools ?? NONE;
  const rows = orderSchools(schools, order);
  const sum = sumOf(schools);
  const none = schools.filter(({ registered, inProcess }) => registered + inProcess === 0).length;
  return (
    <>
      <section className="intake-sums" aria-label="合计">
        <Figures>
          <Figure value={countWords(sum.registered)} words="人已注册" />
          <Figure value={countWords(sum.inProcess)} words="人核办中" to="/workbench" />
          <Figure value={countWords(sum.draft)} words="人在各校草稿" />
          <Figure value={countWords(none)} words="校尚未提交" tone={none > 0 ? 'amber' : undefined} />
        </Figures>
      </section>
      <Card label="各校进度" fill flush>
        <DataTable
          label="各校进度"
          fill
          remember="intake-schools"
          columns={hasPlan(schools) ? COLUMNS : UNPLANNED}
          rows={rows}
          rowKey={keyOf}
          rowWords={wordsOf}
          state={listState(overview)}
          order={order}
          onOrder={(next) => setAddress({ order: orderText(next) })}
          empty={<EmptyState words="辖区内还没有学校" why="在机构账号中设立学校后列在这里" />}
        />
      </Card>
    </>
  );
}
