/** 一次升级: the figures by grade, who cannot go up and why, and the leader's button. */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { countWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../web/parts/floating/reason-dialog.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { ProgressBar } from '../../../web/parts/progress/progress-bar.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../web/query.ts';
import type { FatePage, PromotionView } from '../promotion.api.ts';
import { callOff, order, takeBack, useFates, usePromotion } from './promotion-queries.tsx';
import {
  differenceWords,
  FATE_WORDS,
  type GradeRow,
  rowsByGrade,
  STATE_WORDS,
  schoolYearWords,
} from './promotion-words.screen.ts';

/** /promotions/:id */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const query = usePromotion(id);
  const one = query.data;
  const [problem, setProblem] = useState<unknown>();
  const act = async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await work();
      await query.refetch();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Page>
      <PageHead
        trail={[{ to: '/promotions', words: '升级' }]}
        title={one ? `升入${schoolYearWords(one.schoolYear)}` : '升级'}
        chip={one && <StatusChip kind={STATE_WORDS[one.state][0]}>{STATE_WORDS[one.state][1]}</StatusChip>}
        facts={one && `${one.institutionName}，${whenWords(one)}`}
        side={one && <Acts one={one} act={act} />}
      />
      <ProblemLine problem={problem} />
      {query.error && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {!query.error && !one && <Skeleton rows={12} />}
      {one && (
        <Stack>
          <Running one={one} />
          <Figures one={one} />
          <Names key={one.state} />
        </Stack>
      )}
    </Page>
  );
}

const whenWords = ({ state, takesEffectOn, doneOn, orderedByName, madeByName }: PromotionView): string => {
  if (doneOn) return `${orderedByName ?? madeByName}下达，${doneOn}完成`;
  return state === 'ORDERED'
    ? `${orderedByName}下达，${takesEffectOn}自动升级`
    : `${madeByName}预演，下达后${takesEffectOn}升级`;
};

type Act = (work: () => Promise<unknown>) => Promise<void>;

function Acts({ one, act }: { one: PromotionView; act: Act }): ReactNode {
  const mayCall = useMayCall();
  const [asking, setAsking] = useState(false);
  const { id, state, own, up, mayTakeBackUntil } = one;
  const leads = own && mayCall('POST /api/promotions/:id/order');
  return (
    <>
      {own && (state === 'REHEARSED' || state === 'ORDERED') && (
        <Button onPress={() => void act(() => callOff(id))}>取消</Button>
      )}
      {leads && state === 'REHEARSED' && up > 0 && (
        <Button tone="primary" onPress={() => void act(() => order(id))}>
          {`下达升级：${countWords(up)}人`}
        </Button>
      )}
      {leads && mayTakeBackUntil && (
        <Button tone="danger" onPress={() => setAsking(true)}>
          整体撤回
        </Button>
      )}
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="整体撤回升级"
        least={4}
        act="撤回"
        danger
        note={`${mayTakeBackUntil ?? ''}前可撤回`}
        onGive={(reason) => act(() => takeBack(id, reason))}
      >
        {`${countWords(one.progress.students)}人回到原年级；升级后又办过异动的学生不撤回`}
      </ReasonDialog>
    </>
  );
}

function Running({ one: { state, progress } }: { one: PromotionView }): ReactNode {
  if (progress.schools === 0 || state === 'ORDERED' || state === 'CANCELLED') return null;
  const back = state === 'TAKING_BACK' || state === 'TAKEN_BACK';
  const moving = state === 'RUNNING' || state === 'TAKING_BACK';
  const people = countWords(back ? progress.studentsBack : progress.students);
  return (
    <ProgressBar
      words={back ? '撤回升级' : '升级'}
      unit="所学校"
      progress={{
        state: moving ? 'RUNNING' : 'DONE',
        done: back ? progress.takenBack : progress.done,
        total: progress.schools,
        words: back ? `${people}人回到原年级` : `${people}人升入上一年级`,
      }}
    />
  );
}

function Figures({ one }: { one: PromotionView }): ReactNode {
  const changed = differenceWords(one.differences);
  return (
    <Card
      title="各年级"
      note={changed ? `与上次预演相比：${changed}` : undefined}
      flush
      foot={one.law.map(({ sentence, chip }) => (
        <span key={chip}>
          {sentence} <span className="quiet no-autospace">{chip}</span>
        </span>
      ))}
    >
      <DataTable
        label="各年级人数"
        plain
        columns={GRADE_COLUMNS}
        rows={rowsByGrade(one.totals)}
        rowKey={({ key }) => key}
        rowWords={({ gradeWords }) => gradeWords}
        state={READY}
        empty={<EmptyState words="没有在籍学生" why="先办入学注册" />}
      />
    </Card>
  );
}

const figure = (fate: keyof typeof FATE_WORDS): Column<GradeRow> => ({
  key: fate,
  title: FATE_WORDS[fate].words,
  width: fate === 'MISFIT' ? 176 : 136,
  align: 'right',
  cell: (row) => (row[fate] === 0 ? <span className="quiet">0</span> : countWords(row[fate])),
});

const READY = { kind: 'READY' } as const;

const GRADE_COLUMNS: Column<GradeRow>[] = [
  { key: 'grade', title: '年级', width: 96, stuck: 'start', cell: ({ gradeWords }) => gradeWords },
  ...(['UP', 'LAST_GRADE', 'AWAY', 'OPEN_CASE', 'MISFIT', 'IN_PLACE'] as const).map(figure),
];

const TABS = [
  { key: 'blocked', words: '升不了的', fates: 'OPEN_CASE,MISFIT' },
  { key: 'leaving', words: '未办毕业的', fates: 'LAST_GRADE' },
  { key: 'away', words: '不在读', fates: 'AWAY' },
] as const;

function Names(): ReactNode {
  const navigate = useNavigate();
  const [{ tab }, setAddress] = useAddressState({ tab: 'blocked' });
  const shown = TABS.find(({ key }) => key === tab) ?? TABS[0];
  const query = useFates(shown.fates);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card
      label="学生名单"
      flush
      foot={
        query.hasNextPage ? (
          <Button tone="quiet" busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            再看一些
          </Button>
        ) : undefined
      }
    >
      <Tabs
        label="学生名单"
        items={TABS.map(({ key, words }) => ({ key, words }))}
        current={shown.key}
        onChange={(chosen) => setAddress({ tab: chosen })}
      />
      <DataTable
        label={shown.words}
        plain
        columns={NAME_COLUMNS}
        rows={rows}
        rowKey={({ studentId }) => studentId}
        rowWords={({ name }) => name}
        state={listState(query)}
        onOpen={({ studentId }) => navigate(`/students/${studentId}`)}
        empty={<EmptyState words={`没有${shown.words}学生`} why="名单随时按今天的学籍重新查出" />}
      />
    </Card>
  );
}

const NAME_COLUMNS: Column<FatePage['items'][number]>[] = [
  {
    key: 'name',
    title: '学生',
    width: 148,
    stuck: 'start',
    cell: ({ studentId, name, gradeWords }) => (
      <>
        <Link to={`/students/${studentId}`}>{name}</Link> <span className="quiet">{gradeWords}</span>
      </>
    ),
  },
  { key: 'school', title: '学校', width: 200, cell: ({ schoolName }) => schoolName },
  { key: 'state', title: '学籍状态', width: 96, cell: ({ stateWords }) => stateWords },
  {
    key: 'why',
    title: '原因',
    cell: ({ fate, caseId }) => (
      <>
        {caseId ? <Link to={`/cases/${caseId}`}>{FATE_WORDS[fate].words}</Link> : FATE_WORDS[fate].words}
        {fate === 'LAST_GRADE' && (
          <>
            ，<Link to="/graduations">办理毕业</Link>
          </>
        )}
        {FATE_WORDS[fate].mend && <span className="quiet">，{FATE_WORDS[fate].mend}</span>}
      </>
    ),
  },
];
