/** 本校新生: class groups with their counts, the imports, and the drafts that can be submitted together. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { clockWords, countWords, recentDayWords } from '../../../web/format.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import { listState } from '../../../web/query.ts';
import type { ImportItem } from '../../importing/importing.api.ts';
import type { OverviewView } from '../../overview/overview.api.ts';
import { useImports } from '../admission-queries.tsx';
import { DraftList } from './draft-list.tsx';
import { groupImports, hasPlan, importKind, sumOf } from './overview-counts.screen.ts';
import './overview.css';

type ClassRow = OverviewView['classGroups'][number];

const figure = (count: number | null): ReactNode =>
  count === null ? (
    <span className="quiet">未填</span>
  ) : count === 0 ? (
    <span className="quiet">0</span>
  ) : (
    countWords(count)
  );

const COLUMNS: Column<ClassRow>[] = [
  { key: 'name', title: '班级', width: 96, cell: (row) => <Link to={`/classes?group=${row.id}`}>{row.name}</Link> },
  { key: 'planned', title: '计划', width: 60, align: 'right', cell: (row) => figure(row.planned) },
  { key: 'registered', title: '已注册', width: 68, align: 'right', cell: (row) => figure(row.registered) },
  { key: 'inProcess', title: '核办中', width: 68, align: 'right', cell: (row) => figure(row.inProcess) },
  { key: 'draft', title: '草稿', width: 60, align: 'right', cell: (row) => figure(row.draft) },
];
/** Before the plan has come down its column would only say so in every row. */
const UNPLANNED = COLUMNS.filter(({ key }) => key !== 'planned');
const NONE: ClassRow[] = [];
const keyOf = (row: ClassRow) => row.id;

/** The school's own page. */
export function OwnIntake({
  overview,
  today,
}: {
  overview: UseQueryResult<OverviewView>;
  today: CivilDate;
}): ReactNode {
  const imports = useImports(true);
  const rows = overview.data?.classGroups ?? NONE;
  const plans = overview.data?.plans ?? [];
  const columns = hasPlan(rows) ? COLUMNS : UNPLANNED;
  const sum = sumOf(rows);
  return (
    <Columns template="minmax(0, 1fr) minmax(0, 1.5fr)" fill>
      <Stack fill>
        <Card
          title="新生班级"
          note={rows.length > 0 ? `${rows.length}班` : undefined}
          foot={
            rows.length > 0 && (
              <span>
                {plans.map(({ stageWords, places }) => `${stageWords}计划${countWords(places)}人，`)}合计：已注册
                {countWords(sum.registered)}人，核办中{countWords(sum.inProcess)}人，草稿
                {countWords(sum.draft)}人
              </span>
            )
          }
          fill
          flush
        >
          <DataTable
            label="新生班级"
            plain
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            state={listState(overview)}
            empty={
              <EmptyState
                words="还没有新生班级"
                why="建班后才能把新生编入班级"
                act={<Button to="/classes">去建班</Button>}
              />
            }
          />
        </Card>
        <Card title="导入记录" fill flush>
          <WorkList
            label="导入记录"
            state={listState(imports)}
            groups={groupImports(imports.data?.items ?? []).map((group) => ({
              ...group,
              items: group.items.map((one) => itemOf(one, today)),
            }))}
            empty={<EmptyState words="还没有导入过名册" why="下载模板填好后导入，或逐人登记" />}
          />
        </Card>
      </Stack>
      <DraftList intakeYear={overview.data?.intakeYear} />
    </Columns>
  );
}

function itemOf(one: ImportItem, today: CivilDate) {
  return {
    key: one.id,
    to: `/admissions/imports/${one.id}`,
    icon: <StateIcon kind={importKind(one.state)} />,
    title: one.fileName,
    second: (
      <Facts>
        {one.stateWords}
        {one.rows > 0 && `${countWords(one.rows)}行`}
        {one.failure}
      </Facts>
    ),
    end: `${recentDayWords(dayOf(new Date(one.madeAt)), today)}${clockWords(one.madeAt)}`,
  };
}
