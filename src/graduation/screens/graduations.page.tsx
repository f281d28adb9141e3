/** 毕业: how far the last grades are: of the own school by class group, of the schools or places below an authority. */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { SplitBar } from '../../web/parts/progress/split-bar.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Stack } from '../../web/parts/surface/layout.tsx';
import { listState } from '../../web/query.ts';
import type { GraduationList } from '../graduation.api.ts';
import { useGraduations } from './graduation-queries.tsx';
import { countsWords, DECIDED_BY, outcomesAddress, sumOf } from './graduation-words.screen.ts';
import { HandInDialog } from './hand-in-dialog.tsx';
import './graduation.css';

export type LastGradeStage = GraduationList['stages'][number];
type Group = LastGradeStage['classGroups'][number];
type Below = GraduationList['below'][number];
type Item = GraduationList['items'][number];

/** /graduations */
export function Component(): ReactNode {
  const query = useGraduations();
  const navigate = useNavigate();
  const { data } = query;
  return (
    <Page>
      <PageHead title="毕业" facts={data && `${data.year}年度`} />
      {query.error && !data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {!query.error && !data && <Skeleton rows={10} />}
      {data && (
        <Stack>
          {data.stages.map((stage, at) => (
            <StageCard
              key={stage.stage}
              stage={stage}
              schoolId={data.schoolId ?? ''}
              year={data.year}
              first={at === 0}
            />
          ))}
          {data.schoolId === null && <BelowCard below={data.below} />}
          <Card title="本年度毕业办件" flush>
            <DataTable
              label="本年度毕业办件"
              plain
              remember="graduations"
              columns={ITEMS}
              rows={data.items}
              rowKey={({ caseId }) => caseId}
              rowWords={({ schoolName, stageWords }) => `${schoolName}${stageWords}`}
              state={listState(query)}
              onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
              empty={<EmptyState words="本年度还没有办理毕业" why="学校录全成绩后上报毕业名单，办结后学籍终止" />}
            />
          </Card>
        </Stack>
      )}
    </Page>
  );
}

interface StageCardProps {
  stage: LastGradeStage;
  schoolId: string;
  year: number;
  first: boolean;
}

function StageCard({ stage, schoolId, year, first }: StageCardProps): ReactNode {
  const mayOpen = useMayCall()('POST /api/graduations');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { stageWords, students, ready, underWay, classGroups } = stage;
  const done = countsWords(stage.ended);
  return (
    <Card
      title={`${stageWords}毕业年级`}
      note={students > 0 ? `在籍${students}人，结果已明${ready}人` : undefined}
      flush
      side={
        <span className="graduation-acts">
          <Link to={outcomesAddress(schoolId, stage.stage)}>看名单和依据</Link>
          {underWay ? (
            <Button to={`/cases/${underWay.caseId}`}>看在办办件</Button>
          ) : (
            mayOpen &&
            students > 0 && (
              <Button
                tone={first ? 'primary' : 'plain'}
                opens="dialog"
                locked={ready === 0 ? { reason: '还没有结果已明的学生，先录入成绩' } : undefined}
                onPress={() => setAsking(true)}
              >
                上报毕业名单
              </Button>
            )
          )}
        </span>
      }
      foot={
        <>
          {DECIDED_BY[stage.decidedBy]}
          {done && <span className="quiet">{`，本年度已办结：${done}`}</span>}
        </>
      }
    >
      <DataTable
        label={`${stageWords}毕业年级各班`}
        plain
        columns={GROUPS}
        rows={classGroups}
        rowKey={({ id }) => id}
        rowWords={({ name }) => name}
        state={READY}
        onOpen={({ id }) => navigate(`/graduations/class-groups/${id}`)}
        empty={
          <EmptyState
            words={emptyWords(students, done)}
            why={
              students > 0
                ? '编班后按班录入毕业成绩'
                : `${year}年9月以后升入毕业年级的学生，${year + 1}年起办理；往年名单在“看名单和依据”中按年度查看`
            }
          />
        }
      />
      <HandInDialog open={asking} stage={stage} year={year} onClose={() => setAsking(false)} />
    </Card>
  );
}

function emptyWords(students: number, done: string | undefined): string {
  if (students > 0) return '毕业年级有学生没有编入班级';
  return done ? '本年度毕业年级的学生都已办理' : '本年度没有待办理毕业的学生';
}

const READY = { kind: 'READY' } as const;

const GROUPS: Column<Group>[] = [
  {
    key: 'name',
    title: '班级',
    width: 132,
    stuck: 'start',
    cell: ({ id, name }) => <Link to={`/graduations/class-groups/${id}`}>{name}</Link>,
  },
  { key: 'students', title: '人数', width: 72, align: 'right', cell: ({ students }) => countWords(students) },
  { key: 'recorded', title: '录过成绩', width: 88, align: 'right', cell: ({ recorded }) => countWords(recorded) },
  {
    key: 'state',
    title: '状态',
    width: 128,
    cell: ({ students, recorded, ready }) =>
      ready === students ? (
        <StatusChip kind="DONE">结果已明</StatusChip>
      ) : recorded === 0 ? (
        <StatusChip kind="DRAFT">未录成绩</StatusChip>
      ) : (
        <StatusChip kind="IN_PROCESS">{`${students - ready}人未明`}</StatusChip>
      ),
  },
  {
    key: 'bar',
    title: '结果',
    cell: ({ students, ready }) => (
      <SplitBar
        label="结果"
        shares={[
          { key: 'ready', words: '已明', count: ready, colour: 'green' },
          { key: 'open', words: '未明', count: students - ready, colour: 'grey' },
        ]}
      />
    ),
  },
];

function BelowCard({ below }: { below: readonly Below[] }): ReactNode {
  const navigate = useNavigate();
  const schools = below.some(({ school }) => school !== null);
  return (
    <Card title={schools ? '各校毕业年级' : '各地毕业名单'} flush>
      <DataTable
        label={schools ? '各校毕业年级' : '各地毕业名单'}
        plain
        columns={schools ? SCHOOLS : PLACES}
        rows={below}
        rowKey={({ key }) => key}
        rowWords={({ name }) => name}
        state={READY}
        {...(schools
          ? { onOpen: ({ school }: Below) => school && navigate(outcomesAddress(school.id, school.stage)) }
          : {})}
        empty={<EmptyState words="管理范围内还没有学校" why="设立学校后，毕业年级的办理情况列在此处" />}
      />
    </Card>
  );
}

const endedCell = ({ ended }: Below) => countsWords(ended) ?? <span className="quiet">未办</span>;

const SCHOOLS: Column<Below>[] = [
  {
    key: 'name',
    title: '学校',
    width: 220,
    stuck: 'start',
    cell: ({ name, school }) => <Link to={outcomesAddress(school!.id, school!.stage)}>{name}</Link>,
  },
  { key: 'stage', title: '学段', width: 96, cell: ({ school }) => school!.stageWords },
  { key: 'students', title: '在籍', width: 72, align: 'right', cell: ({ students }) => countWords(students ?? 0) },
  { key: 'recorded', title: '录过成绩', width: 88, align: 'right', cell: ({ recorded }) => countWords(recorded ?? 0) },
  { key: 'state', title: '状态', width: 112, cell: (row) => <SchoolState row={row} /> },
  { key: 'ended', title: '已办结', cell: endedCell },
];

function SchoolState({ row: { underWay, students, recorded, ended } }: { row: Below }): ReactNode {
  if (underWay > 0) return <StatusChip kind="IN_PROCESS">在办</StatusChip>;
  if (students === 0) {
    return sumOf(ended) > 0 ? (
      <StatusChip kind="DONE">已办结</StatusChip>
    ) : (
      <StatusChip kind="DRAFT">无毕业生</StatusChip>
    );
  }
  if (sumOf(ended) > 0) return <StatusChip kind="JUDGEMENT">还有未办</StatusChip>;
  return recorded === 0 ? (
    <StatusChip kind="DRAFT">未录成绩</StatusChip>
  ) : (
    <StatusChip kind="IN_PROCESS">录入中</StatusChip>
  );
}

const PLACES: Column<Below>[] = [
  { key: 'name', title: '地方', width: 160, stuck: 'start', cell: ({ name }) => name },
  { key: 'lists', title: '应办名单', width: 104, align: 'right', cell: ({ lists }) => countWords(lists) },
  { key: 'underWay', title: '在办', width: 88, align: 'right', cell: ({ underWay }) => countWords(underWay) },
  { key: 'done', title: '已办结', width: 88, align: 'right', cell: ({ done }) => countWords(done) },
  { key: 'ended', title: '毕业、结业、肄业', cell: endedCell },
];

const CLOSED: Readonly<Record<string, 'DONE' | 'DRAFT'>> = { COMPLETED: 'DONE', RETURNED: 'DRAFT' };

const ITEMS: Column<Item>[] = [
  {
    key: 'school',
    title: '学校',
    width: 200,
    stuck: 'start',
    cell: ({ caseId, schoolName }) => <Link to={`/cases/${caseId}`}>{schoolName}</Link>,
  },
  { key: 'stage', title: '学段', width: 96, cell: ({ stageWords }) => stageWords },
  {
    key: 'state',
    title: '状态',
    width: 176,
    cell: ({ state, stateWords, undone }) =>
      undone ? (
        <StatusChip kind="DRAFT">办结后撤销</StatusChip>
      ) : (
        <StatusChip kind={CLOSED[state] ?? 'IN_PROCESS'}>{stateWords}</StatusChip>
      ),
  },
  { key: 'outcomes', title: '结果', cell: ({ outcomes }) => outcomes },
  { key: 'opened', title: '上报日', width: 112, optional: true, cell: ({ openedOn }) => openedOn },
  {
    key: 'number',
    title: '办件号',
    width: 176,
    optional: true,
    cell: ({ number }) => <span className="no-autospace">{number}</span>,
  },
];
