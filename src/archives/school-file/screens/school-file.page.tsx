/** 学校学籍档案: the ten items of a school year, what is missing by law, and closing the year by two people. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { SchoolPicker } from '../../../authorities/pages/institutions/school-picker-parts.tsx';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { dayOf } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api, downloadFile, newIdempotencyKey } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import type { SchoolFileView } from '../school-file.api.ts';
import { ItemDialog } from './item-dialog.tsx';
import './school-file.css';

type Item = SchoolFileView['items'][number];
const NONE: Item[] = [];
const READY = { kind: 'READY' } as const;

/** /school-file */
export function Component(): ReactNode {
  const { institution } = useSession();
  const own = institution.level === 'SCHOOL';
  const [address, setAddress] = useAddressState({ schoolId: '', year: '' });
  const [opened, setOpened] = useState('');
  const schoolId = own ? institution.id : address.schoolId;
  const query = useQuery({
    queryKey: ['school-file', schoolId, address.year],
    queryFn: ({ signal }) =>
      api.get<SchoolFileView>(`/schools/${schoolId}/school-file`, {
        signal,
        query: { year: address.year || undefined },
      }),
    enabled: schoolId !== '',
  });
  const { data } = query;
  return (
    <Page fill>
      <PageHead title="学校学籍档案" side={data && <YearActs view={data} />} />
      <div className="school-file-wish">
        {!own && (
          <SchoolPicker value={schoolId} name={data?.schoolName} onChange={(id) => setAddress({ schoolId: id })} />
        )}
        {data && (
          <SelectField
            label="学年"
            empty={null}
            value={String(data.year)}
            options={data.years.map((year) => ({ value: String(year), words: `${year}学年` }))}
            onChange={(year) => setAddress({ year })}
          />
        )}
      </div>
      {data && <Standing view={data} />}
      <Card label="学校学籍档案" fill flush>
        <DataTable
          label="学校学籍档案"
          fill
          columns={COLUMNS}
          rows={data?.items ?? NONE}
          rowKey={({ kind }) => kind}
          rowWords={({ title }) => title}
          state={schoolId === '' ? READY : listState(query)}
          onOpen={({ kind }) => setOpened(kind)}
          empty={<EmptyState words="还没有选学校" why="选定学校后列出其学籍档案的十项内容" />}
        />
      </Card>
      {data && opened !== '' && (
        <ItemDialog schoolId={schoolId} year={data.year} kind={opened} onClose={() => setOpened('')} />
      )}
    </Page>
  );
}

const COLUMNS: Column<Item>[] = [
  { key: 'title', title: '内容', stuck: 'start', cell: ({ title }) => title },
  {
    key: 'entries',
    title: '条数',
    width: 88,
    align: 'right',
    cell: ({ entries, closedEntries }) => closedEntries ?? entries,
  },
  {
    key: 'state',
    title: '状态',
    width: 190,
    cell: ({ entries, closedEntries, differs }) =>
      differs ? (
        <StatusChip kind="JUDGEMENT">{`封存后有变动，现有${entries}条`}</StatusChip>
      ) : closedEntries !== null ? (
        <StatusChip kind="DONE">已封存</StatusChip>
      ) : entries > 0 ? (
        <StatusChip kind="IN_PROCESS">由系统归集</StatusChip>
      ) : (
        <StatusChip kind="DRAFT">本学年无</StatusChip>
      ),
  },
];

/** Whose hand it waits for, when it was closed, and what the texts of the place say. */
function Standing({ view: { closing, proposal, yearEnded, findings } }: { view: SchoolFileView }): ReactNode {
  return (
    <div className="school-file-standing">
      <span>
        {closing
          ? `${dayOf(new Date(closing.at))}由${closing.byName}封存，内容不再变动`
          : proposal
            ? proposal.stale
              ? `${proposal.byName}提请封存后档案内容有变动，请核对后重新提请`
              : `已由${proposal.byName}提请封存，待学校领导核对后封存`
            : yearEnded
              ? '学年已结束，学籍管理员核对后提请封存'
              : '学年未结束，随时归集，结束后封存'}
      </span>
      {findings.map(({ sentence, chip, complies }) => (
        <span key={chip + sentence} className={complies ? 'quiet' : ''}>
          {sentence} <span className="no-autospace">{chip}</span>
        </span>
      ))}
    </div>
  );
}

function YearActs({ view: { may, year, schoolId } }: { view: SchoolFileView }): ReactNode {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const exportYear = () =>
    downloadFile(`/schools/${schoolId}/school-file.xlsx?year=${year}`).then(() => setProblem(undefined), setProblem);
  const act = async () => {
    setBusy(true);
    setProblem(undefined);
    const path = may === 'PROPOSE' ? '/school-file/proposals' : '/school-file/closings';
    try {
      await api.post(path, { year }, { idempotencyKey: newIdempotencyKey() });
      await client.invalidateQueries({ queryKey: ['school-file'] });
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ProblemLine problem={problem} />
      <Button icon={Download} onPress={() => void exportYear()}>
        导出全年
      </Button>
      {may && (
        <Button tone="primary" busy={busy} onPress={() => void act()}>
          {may === 'PROPOSE' ? '提请封存' : '核对无误，封存'}
        </Button>
      )}
    </>
  );
}
