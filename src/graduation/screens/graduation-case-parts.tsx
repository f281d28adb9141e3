/** 毕业办件: what whoever signs or decides sees: the figures, who does not graduate and why, who stays. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseContent, CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../web/parts/feedback/states.tsx';
import { SplitBar } from '../../web/parts/progress/split-bar.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { GraduationData } from '../graduation.ts';
import { useOutcomes } from './graduation-queries.tsx';
import { countsWords, type OutcomeRow, outcomesAddress } from './graduation-words.screen.ts';
import { Grounds, OutcomeChip } from './judged-parts.tsx';
import './graduation.css';

const dataOf = ({ view }: CasePaneProps) => view.data as unknown as GraduationData;

/** Of an open case whoever has an outcome today; of a decided one whom it sent off. */
function useListed(props: CasePaneProps) {
  const { view } = props;
  const { stage, year, done } = dataOf(props);
  const query = useOutcomes({ schoolId: view.subjectId, stage, year: String(year) });
  const all = query.data?.students ?? [];
  const leaving = done
    ? all.filter(({ caseId }) => caseId === view.id)
    : all.filter(({ outcome, endedOn }) => outcome && !endedOn);
  return { query, leaving, stays: done ? [] : all.filter(({ stay }) => stay) };
}

function ListPane(props: CasePaneProps): ReactNode {
  const { view, fill } = props;
  const { stage, tally, done, undone } = dataOf(props);
  const { query, leaving } = useListed(props);
  const counts = done?.outcomes ?? tally;
  const short = leaving.filter(({ outcome }) => outcome !== 'GRADUATED');
  return (
    <Card
      title="毕业名单"
      note={undone ? `${undone.on}已撤销` : countsWords(counts)}
      side={<Link to={outcomesAddress(view.subjectId, stage)}>看全部名单</Link>}
      fill={fill}
    >
      <SplitBar
        label="结果"
        inside={false}
        shares={[
          { key: 'GRADUATED', words: '毕业', count: counts.GRADUATED, colour: 'green' },
          { key: 'COMPLETED', words: '结业', count: counts.COMPLETED, colour: 'amber' },
          { key: 'LEFT_PARTIAL', words: '肄业', count: counts.LEFT_PARTIAL, colour: 'red' },
        ]}
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={6} />}
      {query.data && (
        <section className="graduation-named">
          <h3>{short.length > 0 ? `结业、肄业（${short.length}人）` : '名单中都是毕业，没有结业和肄业'}</h3>
          <Names students={short} />
        </section>
      )}
    </Card>
  );
}

function StaysPane(props: CasePaneProps): ReactNode {
  const { fill } = props;
  const { done } = dataOf(props);
  const { stays } = useListed(props);
  const count = done?.stayed.length ?? stays.length;
  return (
    <Card title="暂不办理" note={`${count}人`} fill={fill}>
      {count === 0 && <p className="quiet">毕业年级没有留下的学生</p>}
      {done ? (
        <ul className="graduation-list">
          {done.stayed.map(({ studentId, name, why }) => (
            <li key={studentId}>
              <Link to={`/students/${studentId}`}>{name}</Link>
              <span>{why}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Names students={stays} />
      )}
    </Card>
  );
}

function Names({ students }: { students: readonly OutcomeRow[] }): ReactNode {
  return (
    <ul className="graduation-list">
      {students.map((one) => (
        <li key={one.studentId}>
          <Link to={`/students/${one.studentId}`}>{one.name}</Link>
          <OutcomeChip judged={one} />
          <Grounds grounds={one.grounds} />
        </li>
      ))}
    </ul>
  );
}

export const GRADUATION_CONTENT: CaseContent = {
  panes: [
    { key: 'list', words: '毕业名单', Pane: ListPane },
    { key: 'stays', words: '暂不办理', Pane: StaysPane },
  ],
  columns: 'minmax(0, 1.3fr) minmax(0, 1fr)',
  effect: ({ schoolName }) => ({ role: '毕业离校', party: schoolName, facts: ['办结当天学籍终止', '空出的班级撤销'] }),
  countOf: ({ count }) => (count > 1 ? `${count}人` : undefined),
};
