/** 看全部: one column of the workbench as a table, page by page, most pressing first. */
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { countWords, recentDayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { AbsentState, EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Menu } from '../../../web/parts/floating/menu.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { CleanMarks } from '../../../web/parts/state/clean-marks.tsx';
import { DeadlineBadge } from '../../../web/parts/state/deadline-badge.tsx';
import { KindTag } from '../../../web/parts/state/tag.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import type { WorkItem } from '../../cases.api.ts';
import { useToday, useWorkbench, useWorkPage, type WorkSide } from '../case-queries.tsx';
import { deadlineOf } from '../clock-words.screen.ts';
import { KindMenu } from './kind-menu.tsx';
import { caseAddress } from './work-lines.tsx';

const PAGE = 60; // as many as the server sends at once
const TITLES: Record<string, string> = { mine: '该我办', others: '等别人办' };

/** /workbench/mine and /workbench/others. */
export function WorkListPage(): ReactNode {
  const { side = '' } = useParams();
  const title = TITLES[side];
  return title === undefined ? (
    <AbsentState what="此页" />
  ) : (
    <WholeList key={side} side={side as WorkSide} title={title} />
  );
}

function WholeList({ side, title }: { side: WorkSide; title: string }): ReactNode {
  const navigate = useNavigate();
  const [{ kind, clock, after }, change] = useAddressState({ kind: '', clock: '', after: '' });
  const from = Number(after) || 0;
  const query = useWorkPage(side, { kind, clock }, from);
  const { data: bench } = useWorkbench(kind);
  const rows = query.data?.items ?? [];
  // Of a narrowed list only its first page is counted.
  const total = clock === '' ? bench?.[side].total : undefined;
  const goTo = (offset: number) => change({ after: offset <= 0 ? '' : String(offset) });
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/workbench', words: '工作台' }]}
        title={title}
        facts={total !== undefined && `${countWords(total)}件，最急的在前`}
        side={
          <>
            <ClockMenu clock={clock} onClock={(next) => change({ clock: next })} />
            <KindMenu kind={kind} onKind={(next) => change({ kind: next })} />
          </>
        }
      />
      <Card label={title} fill flush>
        <DataTable
          label={title}
          columns={columnsFor(side, useToday(), useSession().institution.name, kind)}
          rows={rows}
          rowKey={keyOf}
          rowWords={(row) => `${row.kindTitle}，${row.title}`}
          state={listState(query)}
          empty={<EmptyState words="这里没有办件" why="办结的不再列出，可从学生的档案里查看" />}
          {...(kind === '' && clock === '' ? {} : { onClearFilter: () => change({ kind: '', clock: '' }) })}
          onOpen={(row) => navigate(caseAddress(row.caseId, kind))}
          pages={{
            hasPrevious: from > 0,
            hasNext: rows.length === PAGE,
            onPrevious: () => goTo(from - PAGE),
            onNext: () => goTo(from + PAGE),
            note: rows.length > 0 && `第${from + 1}至${from + rows.length}件`,
          }}
          remember={`work-${side}`}
          fill
        />
      </Card>
    </Page>
  );
}

const CLOCKS = [
  { clock: '', words: '全部期限' },
  { clock: 'OVERDUE', words: '已逾期' },
  { clock: 'SOON', words: '即将到期' },
];

function ClockMenu({ clock, onClock }: { clock: string; onClock: (clock: string) => void }): ReactNode {
  return (
    <Menu
      tone="quiet"
      align="end"
      items={CLOCKS.map((one) => ({
        key: one.clock,
        words: one.words,
        chosen: one.clock === clock,
        onPress: () => onClock(one.clock),
      }))}
    >
      {CLOCKS.find((one) => one.clock === clock)?.words ?? '全部期限'}
    </Menu>
  );
}

const keyOf = (row: WorkItem): string => row.caseId;

function columnsFor(side: WorkSide, today: CivilDate, ownName: string, kind: string): Column<WorkItem>[] {
  const day = (text: string) => recentDayWords(civilDate(text), today);
  const columns: (Column<WorkItem> | false)[] = [
    { key: 'kind', title: '类别', width: 92, cell: (row) => <KindTag>{row.kindTitle}</KindTag> },
    { key: 'title', title: '办件', cell: (row) => <Link to={caseAddress(row.caseId, kind)}>{row.title}</Link> },
    {
      key: 'school',
      title: '学校',
      width: 164,
      cell: (row) => (row.schoolName === ownName ? '本校' : row.schoolName),
      optional: true,
    },
    {
      key: 'clean',
      title: '核对',
      width: 132,
      cell: ({ red, amber, green }) => <CleanMarks refused={red} judgement={amber} passed={green} />,
    },
    side === 'others' && {
      key: 'holder',
      title: '在谁手里',
      width: 240,
      cell: (row) => `${row.holderName === ownName ? '本单位' : row.holderName}${signatureWords(row)}`,
    },
    {
      key: 'state',
      title: '状态',
      width: 208,
      cell: (row) => (side === 'mine' ? `${row.stateWords}${signatureWords(row)}` : row.stateWords),
      optional: side === 'mine' ? true : 'hidden',
    },
    { key: 'since', title: '自', width: 88, cell: (row) => day(row.startedOn) },
    {
      key: 'due',
      title: '期限',
      width: 300,
      cell: (row) => {
        const deadline = deadlineOf(row.clock, today);
        return deadline && <DeadlineBadge deadline={deadline} today={today} />;
      },
    },
    {
      key: 'number',
      title: '编号',
      width: 176,
      cell: (row) => <span className="no-autospace">{row.number}</span>,
      optional: 'hidden',
    },
  ];
  return columns.filter((column) => column !== false);
}

const signatureWords = ({ pendingLabel }: WorkItem): string =>
  pendingLabel === null ? '' : `，待主管领导签署“${pendingLabel}”`;
