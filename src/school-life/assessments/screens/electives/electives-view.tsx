/** 选修: the modules of a term with their places; the students of a class group choose in a table. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { TermOf } from '../../assessment.api.ts';
import type { Offer } from '../../electives/electives.api.ts';
import { ChoicesEntry } from './choices-entry.tsx';
import { useChoices, useElectiveActs, useElectives } from './elective-queries.tsx';
import { ModuleDialog } from './module-dialog.tsx';
import { OfferDialog } from './offer-dialog.tsx';

const NONE: Offer[] = [];

export interface ElectivesViewProps {
  classGroupId: string;
  term: TermOf;
}

/** The card: modules, or the table of a class group. */
export function ElectivesView({ classGroupId, term }: ElectivesViewProps): ReactNode {
  const [choosing, setChoosing] = useState(false);
  return choosing ? (
    <Choices {...{ classGroupId, term }} onBack={() => setChoosing(false)} />
  ) : (
    <Offers term={term} onChoose={() => setChoosing(true)} />
  );
}

function Offers({ term, onChoose }: { term: TermOf; onChoose: () => void }): ReactNode {
  const query = useElectives(term);
  const mayCall = useMayCall();
  const acts = useElectiveActs();
  const [offering, setOffering] = useState(false);
  const [shown, setShown] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const offers = query.data?.offers ?? NONE;
  const sets = mayCall('POST /api/electives');
  const close = async (id: string) => {
    setProblem(undefined);
    await acts.close(id).catch(setProblem);
  };
  return (
    <Card
      title="选修模块"
      note={query.data?.term.words}
      side={
        <div className="results-side">
          {offers.length > 0 && <Button onPress={onChoose}>登记选课</Button>}
          {sets && (
            <Button
              tone="primary"
              onPress={() => setOffering(true)}
              locked={
                query.data?.modules.length === 0
                  ? { reason: '没有可再开设的选修模块，先在“科目”中设定学分模块' }
                  : undefined
              }
            >
              开设模块
            </Button>
          )}
        </div>
      }
      foot="学分只认定给选修此模块并且合格的学生"
      fill
      flush
    >
      <ProblemLine problem={problem} />
      <DataTable
        label="选修模块"
        fill
        remember="electives"
        columns={columnsFor(sets ? (id) => void close(id) : undefined)}
        rows={offers}
        rowKey={({ id }) => id}
        rowWords={({ name }) => name}
        onOpen={({ id }) => setShown(id)}
        state={listState(query)}
        empty={
          <EmptyState
            words="本学期还没有开设选修模块"
            why={sets ? '从“科目”中设定的选修模块里选，写明名额和任课教师' : '由学籍管理员开设后在此选课'}
          />
        }
      />
      {offering && query.data && <OfferDialog view={query.data} onClose={() => setOffering(false)} />}
      <ModuleDialog id={shown} onClose={() => setShown('')} />
    </Card>
  );
}

const columnsFor = (onClose: ((id: string) => void) | undefined): Column<Offer>[] => [
  { key: 'name', title: '模块', width: 180, stuck: 'start', cell: ({ name }) => name },
  { key: 'category', title: '类别', width: 120, cell: ({ categoryWords }) => categoryWords },
  { key: 'credits', title: '学分', width: 64, align: 'right', cell: ({ credits }) => credits },
  {
    key: 'taken',
    title: '已选/名额',
    width: 104,
    align: 'right',
    cell: ({ taken, places }) => (
      <>
        {taken}
        <span className="quiet">/{places}</span>
      </>
    ),
  },
  {
    key: 'state',
    title: '选课',
    width: 104,
    cell: ({ closed, taken, places }) => (
      <StatusChip kind={closed ? 'DONE' : taken >= places ? 'DUE_SOON' : 'IN_PROCESS'}>
        {closed ? '已截止' : taken >= places ? '已满' : '可选'}
      </StatusChip>
    ),
  },
  { key: 'teacher', title: '任课教师', width: 112, cell: ({ teacherName }) => teacherName },
  { key: 'grades', title: '年级', cell: ({ gradeWords }) => gradeWords },
  ...(onClose
    ? [
        {
          key: 'act',
          title: '',
          width: 96,
          cell: ({ id, closed }: Offer) =>
            !closed && (
              <Button tone="quiet" onPress={() => onClose(id)}>
                截止选课
              </Button>
            ),
        },
      ]
    : []),
];

function Choices({ classGroupId, term, onBack }: ElectivesViewProps & { onBack: () => void }): ReactNode {
  const query = useChoices(classGroupId, term);
  const may = useMayCall()('PUT /api/class-groups/:id/elective-choices');
  const view = query.data;
  return (
    <Card
      title={view ? `${view.classGroup.name}选课` : '选课'}
      note={view?.term.words}
      side={<Button onPress={onBack}>返回模块</Button>}
      fill
      flush
    >
      {query.error && !view && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} />}
      {view && (view.rows.length === 0 || view.offers.length === 0) && (
        <EmptyState words="没有对本班开设的选修模块" why="模块按年级开设，在“科目”中设定开设年级" />
      )}
      {view && view.rows.length > 0 && view.offers.length > 0 && (
        <ChoicesEntry key={`${classGroupId} ${view.term.words}`} view={view} may={may} />
      )}
    </Card>
  );
}
