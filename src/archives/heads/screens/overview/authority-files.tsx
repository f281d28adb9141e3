/** 主管部门看学籍档案: what the files of its schools lack by law, school by school, and what authorities have set beside the law. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../../web/address-state.ts';
import { api } from '../../../../web/api-client.ts';
import { countWords } from '../../../../web/format.ts';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../../web/parts/surface/figure.tsx';
import { Tabs } from '../../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../../web/query.ts';
import type { GapOverview } from '../../heads.api.ts';
import { SHORT } from '../class/gaps-view.tsx';
import { SetFields } from '../class/set-fields.tsx';
import { FILES } from '../file/file-queries.tsx';
import { LackList } from './lack-list.tsx';
import './overview.css';

type SchoolRow = GapOverview['schools'][number];
const NONE: SchoolRow[] = [];

export function AuthorityFiles(): ReactNode {
  const navigate = useNavigate();
  const mayCount = useMayCall()('GET /api/file-gaps/overview');
  const [{ tab, place }, change] = useAddressState({ tab: 'gaps', place: '' });
  const query = useQuery({
    queryKey: [FILES, 'overview', place],
    queryFn: ({ signal }) =>
      api.get<GapOverview>('/file-gaps/overview', { signal, query: { placeId: place || undefined } }),
    enabled: mayCount,
    placeholderData: keepPreviousData,
    staleTime: 60_000, // a county's files are counted anew at most once a minute
  });
  if (!mayCount) return <SetFields />;
  const { data } = query;
  return (
    <Card label="学籍档案" flush>
      <Tabs
        label="学籍档案"
        items={[
          { key: 'gaps', words: '各校缺项', count: data?.schools.length },
          { key: 'fields', words: '自设项' },
        ]}
        current={tab}
        onChange={(next) => change({ tab: next })}
      >
        {tab === 'fields' ? (
          <div className="overview-fields">
            <SetFields inside />
          </div>
        ) : (
          <>
            {data && <Head view={data} onPlace={(id) => change({ place: id })} />}
            <DataTable
              label="各校档案缺项"
              remember="school-gaps"
              columns={columnsOf(data)}
              rows={data?.schools ?? NONE}
              rowKey={({ id }) => id}
              rowWords={({ name }) => name}
              state={listState(query)}
              onOpen={({ id }) => navigate(`/student-files?school=${id}`)}
              empty={
                data && data.below.length > 0 ? (
                  <EmptyState words="没有直属学校" why="各校由下级教育行政部门分管，选上面一处看其各校" />
                ) : (
                  <EmptyState words="还没有学校" why="在“机构”中录入学校，新生核办后列出各校档案缺项" />
                )
              }
            />
          </>
        )}
      </Tabs>
    </Card>
  );
}

function Head({ view, onPlace }: { view: GapOverview; onPlace: (id: string) => void }): ReactNode {
  const { place, upper, total, complete, overdue, items, below, term } = view;
  return (
    <div className="overview-head">
      <div className="overview-sum">
        {upper && (
          <button type="button" className="link" onClick={() => onPlace(upper)}>
            上一级
          </button>
        )}
        <b>{place.name}</b>
        {term && <span className="quiet">{term}</span>}
        {total > 0 && (
          <Figures>
            <Figure value={total} words="人" />
            <Figure value={complete} words="人档案齐全" tone="green" />
            {overdue > 0 && <Figure value={overdue} words="人逾期未建档" tone="red" />}
          </Figures>
        )}
      </div>
      {below.length > 0 && (
        <ul className="overview-below" aria-label="下级教育行政部门">
          {below.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => onPlace(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <LackList items={items} total={total} />
    </div>
  );
}

function columnsOf(view: GapOverview | undefined): Column<SchoolRow>[] {
  const codes = [...new Set(view?.items.filter(({ whole }) => whole).map(({ head }) => head) ?? [])];
  const others = view?.items.some(({ whole }) => !whole) === true;
  return [
    {
      ...{ key: 'name', title: '学校', width: 168, stuck: 'start' as const },
      cell: ({ id, name }) => <Link to={`/student-files?school=${id}`}>{name}</Link>,
    },
    { key: 'total', title: '人数', width: 72, align: 'right', cell: ({ total }) => countWords(total) },
    { key: 'complete', title: '齐全', width: 72, align: 'right', cell: ({ complete }) => countWords(complete) },
    {
      ...{ key: 'overdue', title: '逾期', width: 72, align: 'right' as const },
      cell: ({ overdue }) => (overdue > 0 ? <b className="tone-red">{countWords(overdue)}</b> : 0),
    },
    ...codes.map(
      (code): Column<SchoolRow> => ({
        ...{ key: code, title: `缺${SHORT[code] ?? code}`, width: 96, align: 'right' },
        cell: ({ items }) => countWords(items.find(({ head, whole }) => whole && head === code)?.lacking ?? 0),
      }),
    ),
    ...(others
      ? [
          {
            ...{ key: 'others', title: '缺自设项和校定材料', optional: true as const },
            cell: ({ items }: SchoolRow) =>
              items
                .filter(({ whole }) => !whole)
                .map(({ words, lacking }) => `${words}${countWords(lacking)}人`)
                .join('，'),
          },
        ]
      : [{ key: 'rest', title: '', cell: () => '' }]),
  ];
}
