/** 升级: the rehearsals and acts of a place, and the button that begins the next one. */
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
import { listState } from '../../../web/query.ts';
import type { PromotionItem } from '../promotion.api.ts';
import { rehearse, usePromotions } from './promotion-queries.tsx';
import { STATE_WORDS, schoolYearWords } from './promotion-words.screen.ts';

/** /promotions */
export function Component(): ReactNode {
  const query = usePromotions();
  const navigate = useNavigate();
  const mayCall = useMayCall();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      navigate(`/promotions/${(await rehearse(newIdempotencyKey())).id}`);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page fill>
      <PageHead
        title="升级"
        facts={query.data && `升入${schoolYearWords(query.data.schoolYear)}`}
        side={
          mayCall('POST /api/promotions') && (
            <Button tone="primary" busy={busy} onPress={() => void begin()}>
              预演升级
            </Button>
          )
        }
      />
      <ProblemLine problem={problem} />
      <Card label="升级办理" fill flush>
        <DataTable
          label="升级办理"
          fill
          plain
          remember="promotions"
          columns={COLUMNS}
          rows={query.data?.items ?? []}
          rowKey={({ id }) => id}
          rowWords={({ schoolYear }) => schoolYearWords(schoolYear)}
          state={listState(query)}
          onOpen={({ id }) => navigate(`/promotions/${id}`)}
          empty={
            <EmptyState words="还没有预演过升级" why="点“预演升级”，先看各年级多少人升级、多少人升不了，学籍不会变动" />
          }
        />
      </Card>
    </Page>
  );
}

const COLUMNS: Column<PromotionItem>[] = [
  { key: 'year', title: '升入学年', width: 148, stuck: 'start', cell: ({ schoolYear }) => schoolYearWords(schoolYear) },
  {
    key: 'state',
    title: '状态',
    width: 104,
    cell: ({ state }) => <StatusChip kind={STATE_WORDS[state][0]}>{STATE_WORDS[state][1]}</StatusChip>,
  },
  { key: 'institution', title: '单位', cell: ({ institutionName }) => institutionName },
  { key: 'up', title: '升级人数', width: 112, align: 'right', cell: ({ up }) => countWords(up) },
  { key: 'blocked', title: '升不了', width: 96, align: 'right', cell: ({ blocked }) => countWords(blocked) },
  { key: 'on', title: '生效日', width: 112, cell: ({ takesEffectOn }) => takesEffectOn },
  {
    key: 'by',
    title: '办理人',
    width: 112,
    optional: true,
    cell: ({ orderedByName, madeByName }) => orderedByName ?? madeByName,
  },
];
