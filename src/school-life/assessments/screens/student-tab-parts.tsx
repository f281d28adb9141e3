/** 学生的考核: term by term what every school has recorded, with what was corrected, the reports and the activities. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { StudentAssessments as Assessments } from '../api/further.api.ts';
import { EarlierTermForm } from './earlier-term-form.tsx';
import './assessments.css';

type Term = Assessments['terms'][number];

/** The tab of a student's page. */
export function StudentAssessments({ student: { studentId } }: { student: { studentId: string } }): ReactNode {
  const may = useMayCall()('PUT /api/students/:id/earlier-term');
  const [entering, setEntering] = useState(false);
  const query = useQuery({
    queryKey: ['assessments', 'student', studentId],
    queryFn: ({ signal }) => api.get<Assessments>(`/students/${studentId}/assessments`, { signal }),
  });
  if (query.error && !query.data) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton rows={8} />;
  const { terms, practice } = query.data;
  return (
    <div className="student-assessments">
      {may && (
        <div className="student-assessments-acts">
          <Button onPress={() => setEntering(true)}>补录转入前学期</Button>
        </div>
      )}
      {entering && <EarlierTermForm studentId={studentId} onClose={() => setEntering(false)} />}
      {terms.length + practice.length === 0 && (
        <EmptyState words="还没有考核记录" why="班主任在“考核”中登记成绩、填写报告后列在这里" />
      )}
      {terms.map((one) => (
        <TermResults key={`${one.term.words} ${one.schoolName}`} {...one} />
      ))}
      {practice.length > 0 && (
        <section>
          <h3>
            实践活动
            <span className="quiet">共{practice.reduce((sum, { hours }) => sum + hours, 0)}课时</span>
          </h3>
          <ul className="student-results">
            {practice.map(({ activity, heldOn, hours, kindWords, partTaken, confirmedByName }) => (
              <li key={`${heldOn} ${activity}`}>
                <b>{activity}</b>
                {kindWords}，{heldOn}，{hours}课时，{partTaken}，{confirmedByName}证明
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function TermResults({ term, schoolName, broughtTo, results, reports }: Term): ReactNode {
  const byKind = Map.groupBy(results, ({ kindWords }) => kindWords);
  return (
    <section>
      <h3>
        {term.words}
        <span className="quiet">
          {schoolName}
          {broughtTo !== null && `，由${broughtTo}照原件补录`}
        </span>
      </h3>
      <dl className="student-results">
        {[...byKind].map(([kind, own]) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>
              {own.map(({ subject, words, earlier }) => (
                <span key={subject} className="student-result">
                  {subject}
                  <b>{words}</b>
                  {earlier.map((one) => (
                    <s key={one.why} title={one.why}>
                      {one.words}
                      <span className="unseen">，{one.why}</span>
                    </s>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
        {reports.map(({ name, signed, ratings, teacherWords }) => (
          <div key={name}>
            <dt>
              {name}
              <StatusChip kind={signed ? 'DONE' : 'DRAFT'}>{signed ? `${signed}签署` : '未签署'}</StatusChip>
            </dt>
            <dd>
              {ratings.map(({ dimension, words }) => (
                <span key={dimension} className="student-result">
                  {dimension}
                  <b>{words}</b>
                </span>
              ))}
              {teacherWords && <p>{teacherWords}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
