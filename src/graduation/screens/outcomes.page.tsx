/** 毕业结果: who of a last grade graduates, completes, leaves with partial study or stays, and by which article. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAddressState } from '../../web/address-state.ts';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState, ErrorState } from '../../web/parts/feedback/states.tsx';
import { Select } from '../../web/parts/form/select-field.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { listState } from '../../web/query.ts';
import type { GraduationOutcomes } from '../graduation.api.ts';
import { useOutcomes } from './graduation-queries.tsx';
import { OUTCOME_CODES, OUTCOME_WORDS, type OutcomeRow } from './graduation-words.screen.ts';
import { Grounds, OutcomeChip } from './judged-parts.tsx';
import './graduation.css';

const YEARS_BACK = 5;
const STAYS = 'STAYS';

/** /graduations/outcomes */
export function Component(): ReactNode {
  const [address, change] = useAddressState({ school: '', stage: '', year: '', outcome: '' });
  const navigate = useNavigate();
  const query = useOutcomes(
    { schoolId: address.school, stage: address.stage, year: address.year },
    address.school !== '',
  );
  const { data } = query;
  const rows = (data?.students ?? []).filter(
    ({ outcome }) => !address.outcome || (outcome ?? STAYS) === address.outcome,
  );
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/graduations', words: '毕业' }]}
        title="毕业结果"
        facts={data && `${data.schoolName}，${data.year}年${data.stageWords}`}
        side={data && <Years data={data} onYear={(year) => change({ year, outcome: '' })} />}
      />
      {address.school === '' ? (
        <EmptyState words="没有选定学校" why="从毕业办理中点学校或学段进入" />
      ) : query.error && !data ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Card label="名单" fill flush>
          {data && <Filter data={data} chosen={address.outcome} onChoose={(outcome) => change({ outcome })} />}
          <DataTable
            label="毕业名单"
            plain
            columns={COLUMNS}
            rows={rows}
            rowKey={({ studentId }) => studentId}
            rowWords={({ name }) => name}
            state={listState(query)}
            detail={(row) => (isLong(row) ? <Grounds grounds={row.grounds} /> : null)}
            onOpen={({ studentId }) => navigate(`/students/${studentId}`)}
            {...(address.outcome ? { onClearFilter: () => change({ outcome: '' }) } : {})}
            empty={<EmptyState words="这一年度没有毕业年级的学生" why="可换一个年度查看" />}
          />
        </Card>
      )}
    </Page>
  );
}

function Years({ data, onYear }: { data: GraduationOutcomes; onYear: (year: string) => void }): ReactNode {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => data.current - back);
  return (
    <Select
      aria-label="毕业年度"
      value={String(data.year)}
      onChange={(year) => onYear(year === String(data.current) ? '' : year)}
      options={years.map((year) => ({ value: String(year), words: `${year}年` }))}
    />
  );
}

interface FilterProps {
  data: GraduationOutcomes;
  chosen: string;
  onChoose: (outcome: string) => void;
}

function Filter({ data: { students }, chosen, onChoose }: FilterProps): ReactNode {
  const count = (of: string) => students.filter(({ outcome }) => (outcome ?? STAYS) === of).length;
  const items = [
    { key: '', words: '全部', count: countWords(students.length) },
    ...OUTCOME_CODES.map((code) => ({ key: code, words: OUTCOME_WORDS[code], count: countWords(count(code)) })),
    { key: STAYS, words: '暂不办理', count: countWords(count(STAYS)) },
  ];
  return <Tabs label="结果" items={items} current={chosen} onChange={onChoose} />;
}

/** More than a cell of the table holds. */
const isLong = ({ outcome, grounds }: OutcomeRow): boolean =>
  outcome !== 'GRADUATED' && (grounds.length > 1 || (grounds[0]?.sentence.length ?? 0) > 36);

const COLUMNS: Column<OutcomeRow>[] = [
  {
    key: 'name',
    title: '学生',
    width: 112,
    stuck: 'start',
    cell: ({ studentId, name }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  {
    key: 'group',
    title: '班级',
    width: 88,
    cell: ({ classGroupName }) => classGroupName ?? <span className="quiet">未编班</span>,
  },
  { key: 'outcome', title: '结果', width: 132, cell: (row) => <OutcomeChip judged={row} /> },
  {
    key: 'on',
    title: '办结日',
    width: 104,
    cell: ({ endedOn, caseId }) =>
      endedOn && caseId ? <Link to={`/cases/${caseId}`}>{endedOn}</Link> : <span className="quiet">未办结</span>,
  },
  {
    key: 'grounds',
    title: '依据',
    // Whoever does not graduate is owed the whole reason: where it is long it stands under the row, and nothing is cut off.
    cell: (row) => {
      if (isLong(row)) return null;
      const { outcome, grounds } = row;
      return outcome === 'GRADUATED' && grounds.length > 1 ? (
        `符合${grounds.length}项毕业标准`
      ) : (
        <Grounds grounds={grounds} />
      );
    },
  },
];
