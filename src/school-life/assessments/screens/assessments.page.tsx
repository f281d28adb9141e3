/** 考核: progress, results, credits, quality reports, activities and subjects; one class group and one term at a time. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import type { OverviewView as Overview } from '../api/assessments.api.ts';
import type { ResultKind, TermOf } from '../assessment.api.ts';
import { type Occasion, occasionsOf } from '../quality/quality.api.ts';
import { useOverview } from './assessment-queries.tsx';
import { CreditsView } from './electives/credits-view.tsx';
import { ElectivesView } from './electives/electives-view.tsx';
import { ResultsView } from './grid/results-view.tsx';
import { OverviewView } from './overview-view.tsx';
import { PracticeView } from './practice/practice-view.tsx';
import { ReportsView } from './quality/reports-view.tsx';
import { SubjectsView } from './subjects/subjects-view.tsx';
import './assessments.css';

const VIEWS = {
  filing: '进度',
  results: '成绩',
  electives: '选修',
  credits: '学分',
  quality: '综合素质',
  practice: '实践',
  subjects: '科目',
};
type View = keyof typeof VIEWS;

/** /assessments: a school's. */
export function Component(): ReactNode {
  const [address, change] = useAddressState({
    ...{ view: '', group: '', year: '', term: '', kind: 'FINAL', occasion: '' },
  });
  const asked =
    address.year && (address.term === '1' || address.term === '2')
      ? { schoolYear: Number(address.year), term: Number(address.term) as 1 | 2 }
      : undefined;
  const query = useOverview(asked);
  const overview = query.data;
  const sets = useMayCall()('PUT /api/subjects');
  const one = overview?.classGroups.length === 1;
  const groups = overview?.classGroups ?? [];
  const group =
    groups.find(({ id }) => id === address.group) ?? groups.find(({ students }) => students > 0) ?? groups[0];
  const views = (Object.keys(VIEWS) as View[]).filter(
    (view) =>
      ((view !== 'credits' && view !== 'electives') || group?.stage === 'SENIOR') && (view !== 'subjects' || sets),
  );
  // Who has one class group comes to enter its results; who has many, to see how far they are.
  const usual: View = one ? 'results' : 'filing';
  const view = views.find((key) => key === address.view) ?? usual;
  const picks = view === 'results' || view === 'quality' || view === 'filing' || view === 'electives';
  return (
    <Page fill>
      <PageHead
        title="考核"
        side={
          overview && (
            <div className="assessments-pick">
              {groups.length > 1 && view !== 'filing' && view !== 'subjects' && (
                <Select
                  aria-label="班级"
                  value={group?.id ?? ''}
                  onChange={(id) => change({ group: id })}
                  options={groups.map(({ id, name }) => ({ value: id, words: name }))}
                />
              )}
              {one && group && <b>{group.name}</b>}
              {picks && <TermPick overview={overview} onPick={change} />}
            </div>
          )
        }
      />
      {query.error && !overview && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} />}
      {overview && !group && (
        <EmptyState words="没有您可以登记成绩的班级" why="学籍管理员在“班级”中设班并指定班主任后再登记" />
      )}
      {overview && group && (
        <Tabs
          fill={view !== 'subjects'}
          label="考核"
          items={views.map((key) => ({ key, words: VIEWS[key] }))}
          current={view}
          onChange={(chosen) => change({ view: chosen })}
        >
          <div className="assessments-view">
            {view === 'filing' && (
              <OverviewView overview={overview} onOpen={(id) => change({ view: 'results', group: id })} />
            )}
            {view === 'results' && (
              <ResultsView
                classGroupId={group.id}
                term={overview.term}
                kind={group.kinds.find((key) => key === address.kind) ?? 'FINAL'}
                kinds={group.kinds}
                onKind={(kind: ResultKind) => change({ kind })}
              />
            )}
            {view === 'electives' && (
              <ElectivesView
                key={`${overview.term.schoolYear}-${overview.term.term}`}
                classGroupId={group.id}
                term={overview.term}
              />
            )}
            {view === 'credits' && <CreditsView classGroupId={group.id} />}
            {view === 'quality' && (
              <ReportsView
                classGroupId={group.id}
                term={overview.term}
                occasions={occasionsOf(group.stage)}
                occasion={occasionIn(address.occasion, occasionsOf(group.stage))}
                onOccasion={(occasion) => change({ occasion })}
              />
            )}
            {view === 'practice' && <PracticeView classGroupId={group.id} />}
            {view === 'subjects' && <SubjectsView />}
          </div>
        </Tabs>
      )}
    </Page>
  );
}

/** The last of a stage's occasions in a term of compulsory education, the yearly one in a senior school. */
const occasionIn = (asked: string, all: readonly Occasion[]): Occasion =>
  all.find((one) => one === asked) ?? (all.includes('FINAL') ? 'FINAL' : all[0]!);

function TermPick({
  overview: { term, terms },
  onPick,
}: {
  overview: Overview;
  onPick: (part: { year: string; term: string }) => void;
}): ReactNode {
  const keyOf = ({ schoolYear, term: ordinal }: TermOf) => `${schoolYear}-${ordinal}`;
  const all = terms.some((one) => keyOf(one) === keyOf(term)) ? terms : [term, ...terms];
  return (
    <Select
      aria-label="学期"
      value={keyOf(term)}
      onChange={(chosen) => {
        const [year = '', ordinal = ''] = chosen.split('-');
        onPick({ year, term: ordinal });
      }}
      options={all.map((one) => ({ value: keyOf(one), words: one.words }))}
    />
  );
}
