/** 学校变动一览: mergers, closures, whole class groups and new names of the schools below, and how far each is. */
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { listState } from '../../web/query.ts';
import type { RestructuringList } from '../restructuring.api.ts';
import { useRestructurings } from './restructuring-queries.tsx';

type Item = RestructuringList['items'][number];

/** /restructurings */
export function Component(): ReactNode {
  const query = useRestructurings();
  const navigate = useNavigate();
  const mayCall = useMayCall();
  const draw = mayCall('POST /api/restructurings') ? '拟定学校变动' : '预演学校变动';
  return (
    <Page>
      <PageHead
        title="学校变动"
        facts="合并、撤销、整班转学、更名和办学变更"
        side={
          <Button tone="primary" onPress={() => navigate('/restructurings/draw')}>
            {draw}
          </Button>
        }
      />
      <Card label="学校变动" flush>
        <DataTable
          label="学校变动"
          columns={COLUMNS}
          rows={query.data?.items ?? []}
          rowKey={({ caseId }) => caseId}
          rowWords={({ schoolName, matterWords }) => `${schoolName}${matterWords}`}
          state={listState(query)}
          onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
          empty={
            <EmptyState words="还没有学校变动" why="拟定前先预演：每个班、每名学生和档案去哪里，有无未办结的办件" />
          }
        />
      </Card>
    </Page>
  );
}

const COLUMNS: Column<Item>[] = [
  { key: 'school', title: '学校', width: 220, stuck: 'start', cell: ({ schoolName }) => schoolName },
  { key: 'matter', title: '事项', width: 128, cell: ({ matterWords }) => matterWords },
  { key: 'said', title: '内容', cell: ({ said }) => said },
  {
    key: 'students',
    title: '转接学生',
    width: 96,
    align: 'right',
    cell: ({ students }) => (students === null ? '' : `${countWords(students)}人`),
  },
  { key: 'day', title: '日期', width: 112, cell: ({ doneOn, openedOn }) => doneOn ?? openedOn },
  {
    key: 'state',
    title: '状态',
    width: 128,
    cell: ({ state, stateWords }) => <StatusChip kind={KINDS[state] ?? 'IN_PROCESS'}>{stateWords}</StatusChip>,
  },
];

const KINDS: Record<string, 'DONE' | 'DRAFT' | 'REFUSED'> = {
  COMPLETED: 'DONE',
  RETURNED: 'DRAFT',
  REFUSED: 'REFUSED',
};
