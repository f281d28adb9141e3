/** 未报到: who is expected and has not come, the days left, and what the law asks next. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import type { NoShows } from '../check-in/check-in.api.ts';
import { useNoShows } from './roll-queries.tsx';
import { STATE_KINDS } from './roll-words.screen.ts';

type Row = NoShows['items'][number];
const NONE: Row[] = [];

/** /admissions/no-shows */
export function Component(): ReactNode {
  const query = useNoShows();
  const navigate = useNavigate();
  const { institution, today: todayText } = useSession();
  const today = civilDate(todayText);
  const { due = 0, deferred = 0 } = query.data ?? {};
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: '姓名',
      width: 96,
      stuck: 'start',
      cell: ({ id, name }) => <Link to={`/admissions/roll?id=${id}`}>{name}</Link>,
    },
    {
      key: 'state',
      title: '状态',
      width: 104,
      cell: ({ state, stateWords }) => <StatusChip kind={STATE_KINDS[state]}>{stateWords}</StatusChip>,
    },
    ...(institution.level === 'SCHOOL'
      ? []
      : [{ key: 'school', title: '录取学校', width: 180, cell: (row: Row) => row.schoolName }]),
    { key: 'stage', title: '学段', width: 80, optional: true, cell: ({ stageWords }) => stageWords },
    { key: 'due', title: '应报到', width: 108, cell: ({ dueOn }) => dayWords(civilDate(dueOn), today) },
    { key: 'left', title: '期限', width: 112, cell: leftOf },
    { key: 'contacts', title: '督促', width: 64, cell: ({ contacts }) => `${contacts}次` },
    { key: 'reports', title: '书面通知', width: 80, optional: true, cell: ({ reports }) => `${reports}次` },
    {
      key: 'next',
      title: '规定怎么办',
      cell: ({ next: { words, chip } }) => (
        <>
          {words} {chip && <span className="quiet no-autospace">{chip}</span>}
        </>
      ),
    },
  ];
  return (
    <Page fill>
      <PageHead
        trail={[
          { to: '/admissions', words: '入学注册' },
          { to: '/admissions/roll', words: '录取名册' },
        ]}
        title="未报到"
        facts={query.data && `${due}人未报到，${deferred}人延期中`}
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      <Card title="未报到的新生" fill flush>
        <DataTable
          label="未报到的新生"
          fill
          remember="no-shows"
          columns={columns}
          rows={query.data?.items ?? NONE}
          rowKey={({ id }) => id}
          rowWords={({ name }) => name}
          state={listState(query)}
          onOpen={({ id }) => void navigate(`/admissions/roll?id=${id}`)}
          empty={<EmptyState words="没有未报到的新生" why="过了应报到日还没有来的，列在这里，写明规定的下一步" />}
        />
      </Card>
    </Page>
  );
}

/** A senior place has a last day; a child of compulsory age is only ever sought longer. */
function leftOf({ daysLeft, daysLate, state }: Row): ReactNode {
  if (daysLeft !== null) {
    return daysLeft < 0 ? <StatusChip kind="OVERDUE">期限已过</StatusChip> : `还剩${daysLeft}天`;
  }
  return state === 'DEFERRED' ? '' : `已过${daysLate}天`;
}
