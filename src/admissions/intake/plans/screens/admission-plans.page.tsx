/** 招生计划: each school's plan with its use; the authority chooses schools and draws up what it sets next. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { countWords } from '../../../../web/format.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Columns } from '../../../../web/parts/surface/layout.tsx';
import { listState } from '../../../../web/query.ts';
import type { PlanList } from '../admission-plans.api.ts';
import { DrawUpPlans } from './draw-up-plans.tsx';
import { usePlans } from './plan-queries.tsx';

type Row = PlanList['items'][number];

const keyOf = ({ schoolId, stage }: Row) => `${schoolId} ${stage}`;
const wordsOf = ({ schoolName, stageWords }: Row) => `${schoolName}${stageWords}`;
const NONE: Row[] = [];

const COLUMNS: Column<Row>[] = [
  {
    key: 'school',
    title: '学校',
    stuck: 'start',
    cell: ({ schoolName, caseId }) => (caseId ? <Link to={`/cases/${caseId}`}>{schoolName}</Link> : schoolName),
  },
  { key: 'stage', title: '学段', width: 88, cell: ({ stageWords }) => stageWords },
  {
    key: 'places',
    title: '计划',
    width: 72,
    align: 'right',
    cell: ({ places }) => (places === null ? <span className="quiet">未下达</span> : countWords(places)),
  },
  { key: 'admitted', title: '已录取', width: 72, align: 'right', cell: ({ admitted }) => countWords(admitted) },
  {
    key: 'registered',
    title: '已注册',
    width: 72,
    align: 'right',
    cell: ({ registered }) => countWords(registered),
  },
  { key: 'inHand', title: '核办中', width: 72, align: 'right', cell: ({ inHand }) => countWords(inHand) },
  { key: 'left', title: '余额', width: 104, cell: (row) => <Left {...row} /> },
  {
    key: 'crossCity',
    title: '其中跨市',
    width: 80,
    align: 'right',
    optional: 'hidden',
    cell: ({ crossCityPlaces }) => (crossCityPlaces === null ? '' : countWords(crossCityPlaces)),
  },
  { key: 'catchment', title: '服务范围', optional: true, cell: ({ catchment }) => catchment ?? '' },
];

/** How many may still come: nothing without a plan. */
function Left({ places, admitted }: Row): ReactNode {
  if (places === null) return null;
  const left = places - admitted;
  if (left < 0) return <StatusChip kind="OVERDUE">{`超${countWords(-left)}人`}</StatusChip>;
  return left === 0 ? <StatusChip kind="DONE">已录满</StatusChip> : `${countWords(left)}人`;
}

/** /admissions/plans */
export function Component(): ReactNode {
  const query = usePlans();
  const { today } = useSession();
  const mayPropose = useMayCall()('POST /api/admission-plans');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = query.data?.items ?? NONE;
  const picked = rows.filter((row) => chosen.has(keyOf(row)));
  return (
    <Page>
      <PageHead
        trail={[{ to: '/admissions', words: '入学注册' }]}
        title="招生计划"
        facts={query.data && `${query.data.intakeYear}级新生`}
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      <Columns template={mayPropose ? 'minmax(0, 1fr) minmax(0, 400px)' : 'minmax(0, 1fr)'}>
        <Card title="各校计划" note={rows.length > 0 ? totalOf(rows) : undefined} flush>
          <DataTable
            label="各校计划"
            remember="admission-plans"
            columns={COLUMNS}
            rows={rows}
            rowKey={keyOf}
            rowWords={wordsOf}
            state={listState(query)}
            empty={<EmptyState words="没有由本部门下达计划的学校" why="省级只列普通高中，市县列所辖学校" />}
            selection={mayPropose ? { keys: chosen, onChange: setChosen, unit: '项', acts: null } : undefined}
          />
        </Card>
        {mayPropose && query.data && (
          <DrawUpPlans today={civilDate(today)} intakeYear={query.data.intakeYear} picked={picked} />
        )}
      </Columns>
    </Page>
  );
}

const totalOf = (rows: readonly Row[]): string =>
  `计划共${countWords(rows.reduce((sum, { places }) => sum + (places ?? 0), 0))}人`;
