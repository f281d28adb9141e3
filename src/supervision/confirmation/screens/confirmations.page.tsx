/** 花名册确认: what this school still owes, what is under way, and for an authority which schools have not handed in. */
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { newIdempotencyKey } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import { listState } from '../../../web/query.ts';
import type { ConfirmationList } from '../confirmation.api.ts';
import { handIn, useConfirmations } from './confirmation-queries.tsx';

type Item = ConfirmationList['items'][number];
type Missing = ConfirmationList['missing'][number];

/** /roster-confirmations */
export function Component(): ReactNode {
  const query = useConfirmations();
  const navigate = useNavigate();
  const mayCall = useMayCall();
  const [problem, setProblem] = useState<unknown>();
  const begin = async (stage: string) => {
    setProblem(undefined);
    try {
      navigate(`/cases/${(await handIn(stage, newIdempotencyKey())).caseId}`);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const { data } = query;
  return (
    <Page>
      <PageHead
        title="花名册确认"
        facts={data && `${data.schoolYear}—${data.schoolYear + 1}学年`}
        side={
          mayCall('POST /api/roster-confirmations') &&
          data?.due.map(({ stage, stageWords, lastDay }, place) => (
            <Button key={stage} tone={place === 0 ? 'primary' : 'plain'} onPress={() => void begin(stage)}>
              {`上报${stageWords}花名册${lastDay ? `（${lastDay}前确认）` : ''}`}
            </Button>
          ))
        }
      />
      <ProblemLine problem={problem} />
      <Stack>
        <Card title="已上报" flush>
          <DataTable
            label="已上报的花名册"
            plain
            columns={COLUMNS}
            rows={data?.items ?? []}
            rowKey={({ caseId }) => caseId}
            rowWords={({ schoolName, stageWords }) => `${schoolName}${stageWords}`}
            state={listState(query)}
            onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
            empty={<EmptyState words="本学年还没有上报花名册" why="学校编班完成后上报，主管部门确认后留存" />}
          />
        </Card>
        {data !== undefined && data.owed > 0 && (
          <Card title="未上报" note={`${countWords(data.owed)}份`} flush>
            <DataTable
              label="未上报花名册的学校"
              plain
              columns={MISSING}
              rows={data.missing}
              rowKey={({ schoolName, stageWords }) => `${schoolName} ${stageWords}`}
              rowWords={({ schoolName }) => schoolName}
              state={listState(query)}
              empty={null}
            />
          </Card>
        )}
      </Stack>
    </Page>
  );
}

const KINDS: Record<string, 'DONE' | 'DRAFT'> = { COMPLETED: 'DONE', RETURNED: 'DRAFT' };

const COLUMNS: Column<Item>[] = [
  { key: 'school', title: '学校', cell: ({ schoolName }) => schoolName },
  { key: 'stage', title: '学段', width: 104, cell: ({ stageWords }) => stageWords },
  { key: 'students', title: '在籍人数', width: 104, align: 'right', cell: ({ students }) => countWords(students) },
  {
    key: 'state',
    title: '状态',
    width: 176,
    cell: ({ state, stateWords }) => <StatusChip kind={KINDS[state] ?? 'IN_PROCESS'}>{stateWords}</StatusChip>,
  },
  { key: 'opened', title: '上报日', width: 112, optional: true, cell: ({ openedOn }) => openedOn },
  { key: 'number', title: '办件号', width: 196, optional: true, cell: ({ number }) => number },
];

const MISSING: Column<Missing>[] = [
  { key: 'school', title: '学校', cell: ({ schoolName }) => schoolName },
  { key: 'stage', title: '学段', width: 104, cell: ({ stageWords }) => stageWords },
];
