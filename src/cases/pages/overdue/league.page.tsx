/** 逾期通报: how each area kept the terms that ended in a month, the highest rate first, as the ministry publishes. */
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { downloadFile, sentenceOf } from '../../../web/api-client.ts';
import { countWords, dayWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Menu } from '../../../web/parts/floating/menu.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { listState } from '../../../web/query.ts';
import type { LeagueRow, LeagueView } from '../../overdue/overdue.api.ts';
import { useToday } from '../case-queries.tsx';
import { monthsUpTo, monthWords, rateWords } from './league-words.screen.ts';
import { useLeague } from './overdue-queries.tsx';

/** /league. */
export function Component(): ReactNode {
  const today = useToday();
  const [{ month }, change] = useAddressState({ month: '' });
  const query = useLeague(month);
  const { data } = query;
  const shown = data?.month ?? (month === '' ? today.slice(0, 7) : month);
  const [problem, setProblem] = useState<string>();
  const download = () => {
    setProblem(undefined);
    downloadFile('/overdue/league.xlsx', { query: { month: shown } }).catch((thrown: unknown) =>
      setProblem(sentenceOf(thrown)),
    );
  };
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/workbench', words: '工作台' }]}
        title="逾期通报"
        facts={data && <WholeFigures whole={data.whole} />}
        side={
          <>
            {problem !== undefined && (
              <span className="tone-red" role="alert">
                {problem}
              </span>
            )}
            <Menu
              tone="quiet"
              align="end"
              items={monthsUpTo(today).map((one) => ({
                key: one,
                words: monthWords(one),
                chosen: one === shown,
                onPress: () => change({ month: one === today.slice(0, 7) ? '' : one }),
              }))}
            >
              {monthWords(shown)}
            </Menu>
            <Button icon={Download} onPress={download}>
              导出
            </Button>
          </>
        }
      />
      <Card
        label="逾期通报"
        fill
        flush
        foot={data && `统计${monthWords(data.month)}到期、${dayWords(civilDate(data.until), today)}为止的办理环节`}
      >
        <DataTable
          label="逾期通报"
          columns={COLUMNS}
          rows={data?.rows ?? []}
          rowKey={keyOf}
          rowWords={({ name }) => name}
          state={listState(query)}
          empty={<EmptyState words="本月没有到期的办理环节" why="另选月份，或等本月有环节到期后再看" />}
          remember="league"
          plain
          fill
        />
      </Card>
    </Page>
  );
}

const keyOf = ({ id }: LeagueRow): string => id;

function WholeFigures({ whole: { due, overdue, rate, open } }: { whole: LeagueView['whole'] }): ReactNode {
  return (
    <Figures>
      <Figure value={countWords(due)} words="个环节到期" />
      <Figure value={countWords(overdue)} words="个逾期" {...(overdue > 0 ? { tone: 'red' as const } : {})} />
      {open > 0 && <Figure value={countWords(open)} words="个至今未办" />}
      <Figure value={rateWords(rate)} words="逾期率" />
    </Figures>
  );
}

const COLUMNS: Column<LeagueRow>[] = [
  { key: 'name', title: '单位', cell: ({ name }) => name },
  { key: 'rate', title: '逾期率', width: 104, align: 'right', cell: ({ rate }) => rateWords(rate) },
  { key: 'due', title: '到期环节', width: 112, align: 'right', cell: ({ due }) => countWords(due) },
  { key: 'overdue', title: '逾期', width: 96, align: 'right', cell: ({ overdue }) => countWords(overdue) },
  { key: 'open', title: '其中未办', width: 104, align: 'right', cell: ({ open }) => countWords(open) },
  {
    key: 'days',
    title: '平均逾期工作日',
    width: 144,
    align: 'right',
    cell: ({ meanDaysOver }) => (meanDaysOver === null ? '' : String(meanDaysOver)),
  },
];
