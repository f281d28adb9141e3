/** 学籍异动: the changes of this school or place that somebody still has to act on, and those that are over. */
import { FilePenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { useAddressState } from '../../web/address-state.ts';
import { dayWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { listState } from '../../web/query.ts';
import type { ChangeItem } from '../changes.api.ts';
import { useChanges } from './change-queries.tsx';
import { LeftStudents } from './left-students.tsx';

const TABS = [
  { key: 'RUNNING', words: '正在办理' },
  { key: 'OVER', words: '已经办结' },
  { key: 'LEFT', words: '离校学生' },
];
const EMPTY: Record<string, string> = { RUNNING: '没有正在办理的异动', OVER: '还没有办结的异动' };
const STATES: Record<ChangeItem['tone'], StateKind> = {
  PROCESS: 'IN_PROCESS',
  DONE: 'DONE',
  REFUSED: 'REFUSED',
  NEUTRAL: 'DRAFT',
};

const columnsFor = (today: CivilDate, school: boolean): Column<ChangeItem>[] => [
  {
    key: 'title',
    title: '学生与事项',
    stuck: 'start',
    cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.title}</Link>,
  },
  {
    key: 'state',
    title: '进度',
    width: 232,
    cell: (row) => <StatusChip kind={STATES[row.tone]}>{row.stateWords}</StatusChip>,
  },
  ...(school
    ? []
    : [{ key: 'school', title: '学校', width: 190, optional: true, cell: (row: ChangeItem) => row.schoolName }]),
  { key: 'holder', title: '现由谁办', width: 190, optional: true, cell: (row) => row.holderName ?? '' },
  {
    key: 'opened',
    title: '发起',
    width: 108,
    optional: true,
    cell: (row) => dayWords(dayOf(new Date(row.openedAt)), today),
  },
  {
    key: 'number',
    title: '编号',
    width: 176,
    optional: true,
    cell: (row) => <span className="no-autospace">{row.number}</span>,
  },
];

const NONE: ChangeItem[] = [];

/** /changes */
export function Component(): ReactNode {
  const [{ side, before }, setAddress] = useAddressState({ side: 'RUNNING', before: '' });
  const { today, institution } = useSession();
  const navigate = useNavigate();
  const mayOpen = useMayCall()('POST /api/changes');
  const query = useChanges(side === 'OVER' ? 'OVER' : 'RUNNING', before);
  const ofSchool = institution.level === 'SCHOOL';
  const next = query.data?.next;
  const begin = (
    <Button tone="primary" icon={FilePenLine} onPress={() => navigate('/changes/apply')}>
      办理异动
    </Button>
  );
  return (
    <Page fill>
      <PageHead title="学籍异动" side={mayOpen ? begin : undefined} />
      <Card label="异动办件" fill flush>
        <Tabs
          label="异动办件"
          items={TABS}
          current={side}
          onChange={(chosen) => setAddress({ side: chosen, before: '' })}
        />
        {side === 'LEFT' ? (
          <LeftStudents school={ofSchool} />
        ) : (
          <DataTable
            label={side === 'RUNNING' ? '正在办理' : '已经办结'}
            fill
            remember="changes"
            columns={columnsFor(civilDate(today), ofSchool)}
            rows={query.data?.items ?? NONE}
            rowKey={({ caseId }) => caseId}
            rowWords={({ title }) => title}
            state={listState(query)}
            onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
            pages={{
              hasPrevious: before !== '',
              hasNext: Boolean(next),
              onPrevious: () => setAddress({ before: '' }),
              onNext: () => setAddress({ before: next ?? '' }),
            }}
            empty={
              <EmptyState
                words={EMPTY[side] ?? '没有异动'}
                why={mayOpen ? '点“办理异动”选学生，或在学生档案中办理' : '学校提交后列在这里'}
              />
            }
          />
        )}
      </Card>
    </Page>
  );
}
