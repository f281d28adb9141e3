/** 休学复学: who is on leave here, who must come back first, and what follows where a leave has run out. */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { useAddressState } from '../../web/address-state.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { listState } from '../../web/query.ts';
import type { OnLeave } from '../leave.api.ts';
import { urgeReturn, useOnLeave } from './leave-queries.tsx';
import { followWords, leaveState, leftWords, shownIn, type Tab } from './leave-words.screen.ts';
import { ReportDialog, type Writing } from './report-dialog.tsx';
import './leaves.css';

const NONE: OnLeave[] = [];
const EMPTY: Record<Tab, string> = { all: '没有学生在休学期', ending: '三十天内没有期满的', ended: '没有期满未复学的' };

/** /leaves */
export function Component(): ReactNode {
  const [{ tab }, setAddress] = useAddressState({ tab: 'all' });
  const shown = (tab in EMPTY ? tab : 'all') as Tab;
  const query = useOnLeave();
  const { institution, today } = useSession();
  const mayCall = useMayCall();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const [asked, setAsked] = useState<{ row: OnLeave; writing: Writing }>();
  const figures = query.data;
  const urge = async (studentId: string) => {
    setProblem(undefined);
    try {
      await urgeReturn(studentId, today);
      await query.refetch();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const columns = columnsFor({
    today: civilDate(today),
    school: institution.level === 'SCHOOL',
    onUrge: mayCall('PUT /api/leaves/students/:id/urging') ? (id) => void urge(id) : undefined,
    onWrite: (row, writing) => setAsked({ row, writing }),
    mayReport: mayCall('PUT /api/leaves/students/:id/report'),
    mayReceipt: mayCall('PUT /api/leaves/students/:id/receipt'),
    onApply: mayCall('POST /api/leaves') ? (id) => navigate(`/leaves/students/${id}`) : undefined,
  });
  return (
    <Page fill>
      <PageHead title="休学复学" />
      <ProblemLine problem={problem} />
      {asked && (
        <ReportDialog
          {...asked}
          today={today}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            void query.refetch();
          }}
        />
      )}
      <Card label="休学学生" fill flush>
        <Tabs
          label="休学学生"
          items={[
            { key: 'all', words: '在休学期', count: figures?.total },
            { key: 'ending', words: '三十天内期满', count: figures?.ending },
            { key: 'ended', words: '期满未复学', count: figures?.ended },
          ]}
          current={shown}
          onChange={(chosen) => setAddress({ tab: chosen })}
        />
        <DataTable
          label="休学学生"
          fill
          remember="leaves"
          columns={columns}
          rows={figures ? shownIn(shown, figures.items) : NONE}
          rowKey={({ studentId }) => studentId}
          rowWords={({ name }) => name}
          state={listState(query)}
          onOpen={({ studentId }) => navigate(`/students/${studentId}`)}
          empty={<EmptyState words={EMPTY[shown]} why="在学生档案中点“休学复学”办理，办结后列在这里" />}
        />
      </Card>
    </Page>
  );
}

interface Acts {
  today: CivilDate;
  school: boolean;
  onUrge: ((studentId: string) => void) | undefined;
  onApply: ((studentId: string) => void) | undefined;
  onWrite: (row: OnLeave, writing: Writing) => void;
  mayReport: boolean;
  mayReceipt: boolean;
}

const columnsFor = ({ today, school, onUrge, onApply, onWrite, mayReport, mayReceipt }: Acts): Column<OnLeave>[] => [
  {
    key: 'name',
    title: '学生',
    width: 148,
    stuck: 'start',
    cell: (row) => (
      <>
        <Link to={`/students/${row.studentId}`}>{row.name}</Link> <span className="quiet">{row.gradeWords}</span>
      </>
    ),
  },
  {
    key: 'left',
    title: '期限',
    width: 148,
    cell: (row) => <StatusChip kind={leaveState(row)}>{leftWords(row)}</StatusChip>,
  },
  ...(school
    ? []
    : [{ key: 'school', title: '学校', width: 190, optional: true, cell: (row: OnLeave) => row.schoolName }]),
  { key: 'reason', title: '原因', width: 108, optional: true, cell: (row) => row.reasonWords },
  { key: 'began', title: '起始日', width: 108, optional: true, cell: (row) => row.beganOn },
  { key: 'ends', title: '期满日', width: 108, cell: (row) => row.endsOn },
  {
    key: 'follows',
    title: '期满后',
    cell: (row) => (
      <>
        {row.findings.map(({ sentence, chip }) => (
          <span key={chip}>
            {sentence} <span className="quiet no-autospace">{chip}</span>
          </span>
        ))}
        {followWords(row).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </>
    ),
  },
  {
    key: 'acts',
    title: '办理',
    width: 196,
    cell: (row) => (
      <span className="leave-acts">
        {row.openCaseId ? (
          <Link to={`/cases/${row.openCaseId}`}>办理中</Link>
        ) : (
          <>
            {onApply && row.returnsOn === null && <Button onPress={() => onApply(row.studentId)}>复学或延长</Button>}
            {mayReport && row.reportTo !== null && <Button onPress={() => onWrite(row, 'REPORT')}>登记报告</Button>}
            {mayReceipt && row.report && !row.report.receipt && (
              <Button onPress={() => onWrite(row, 'RECEIPT')}>登记回执</Button>
            )}
            {onUrge && row.returnsOn === null && row.daysLeft < 0 && row.urgedOn !== today && (
              <Button onPress={() => onUrge(row.studentId)}>登记督促</Button>
            )}
          </>
        )}
      </span>
    ),
  },
];
