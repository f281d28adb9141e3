/** 归档情况: which schools have filed a term's results and reports, in numbers. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAddressState } from '../../../../web/address-state.ts';
import { api } from '../../../../web/api-client.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../../web/parts/findings/article.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../../web/parts/surface/figure.tsx';
import { listState } from '../../../../web/query.ts';
import type { FilingsView } from '../filings.api.ts';

type Item = FilingsView['items'][number];
const NONE: Item[] = [];

/** /filings */
export function Component(): ReactNode {
  const [{ term }, change] = useAddressState({ term: '' });
  const [schoolYear, ordinal] = term.split('-');
  const query = useQuery({
    queryKey: ['filings', term],
    queryFn: ({ signal }) =>
      api.get<FilingsView>('/school-filings', {
        signal,
        ...(schoolYear && ordinal ? { query: { schoolYear, term: ordinal } } : {}),
      }),
  });
  const { data } = query;
  const keyOf = (one: FilingsView['term']) => `${one.schoolYear}-${one.term}`;
  return (
    <Page fill>
      <PageHead
        title="归档情况"
        facts={data && <Sums items={data.items} />}
        side={
          data && (
            <Select
              aria-label="学期"
              value={keyOf(data.term)}
              onChange={(chosen) => change({ term: chosen })}
              options={data.terms.map((one) => ({ value: keyOf(one), words: one.words }))}
            />
          )
        }
      />
      <Card
        label="各校归档情况"
        foot={
          data?.more
            ? '学校较多，只列出前300所，请由下级查看'
            : '全体学生的期末成绩已登记、综合素质报告已签署的为已归档；学期结束后仍未归档、本地规定须归档的为逾期'
        }
        fill
        flush
      >
        <DataTable
          label="各校归档情况"
          fill
          remember="filings"
          columns={COLUMNS}
          rows={data?.items ?? NONE}
          rowKey={({ schoolId }) => schoolId}
          rowWords={({ name }) => name}
          state={listState(query)}
          empty={<EmptyState words="这个学期还没有学校编班" why="学校编入学生、登记成绩和报告后，在此按校列出人数" />}
        />
      </Card>
    </Page>
  );
}

const STATES = {
  FILED: { kind: 'DONE', words: '已归档' },
  OPEN: { kind: 'DRAFT', words: '未归档' },
  OVERDUE: { kind: 'OVERDUE', words: '逾期未归档' },
} as const;

function Sums({ items }: { items: readonly Item[] }): ReactNode {
  const count = (state: Item['state']) => String(items.filter((one) => one.state === state).length);
  return (
    <Figures>
      <Figure value={String(items.length)} words="学校" />
      <Figure value={count('FILED')} words="已归档" />
      <Figure value={count('OVERDUE')} words="逾期" />
    </Figures>
  );
}

const of = (done: number, all: number) => (
  <>
    {done}
    <span className="quiet">/{all}</span>
  </>
);

const COLUMNS: Column<Item>[] = [
  { key: 'name', title: '学校', width: 220, stuck: 'start', cell: ({ name }) => name },
  {
    key: 'state',
    title: '归档',
    width: 128,
    cell: ({ state }) => <StatusChip kind={STATES[state].kind}>{STATES[state].words}</StatusChip>,
  },
  {
    key: 'results',
    title: '期末成绩',
    width: 120,
    align: 'right',
    cell: ({ results, students }) => of(results, students),
  },
  {
    key: 'reports',
    title: '已签署报告',
    width: 120,
    align: 'right',
    cell: ({ reports, students }) => of(reports, students),
  },
  { key: 'rolls', title: '点名天数', width: 96, align: 'right', cell: ({ rollDays }) => rollDays },
  { key: 'rollOn', title: '最近点名', width: 112, cell: ({ rollOn }) => rollOn ?? <span className="quiet">没有</span> },
  { key: 'groups', title: '班级', width: 72, align: 'right', cell: ({ classGroups }) => classGroups },
  { key: 'chip', title: '依据', cell: ({ chip }) => chip && <Basis chip={chip} /> },
];

function Basis({ chip }: { chip: string }): ReactNode {
  const [place = '', ...name] = chip.split('·');
  return <ArticleChip article={{ place, name: name.join('·') }} />;
}
