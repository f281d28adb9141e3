/** 想问什么事: what families ask most, then everything else by subject. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import type { QuestionView } from '../../regulations.api.ts';
import './matters.css';

const ASKED_MOST = [
  ...['transfer', 'entry-age', 'leave', 'return', 'guest-study', 'entry-postponement'],
  ...['migrant-entry', 'key-data-change', 'abroad', 'withdrawal', 'lost-certificate', 'transfer-refusal'],
];

/** Every question as a link to its form; the place and the day stay. */
export function Matters({ questions, kept }: { questions: readonly QuestionView[]; kept: string }): ReactNode {
  const most = ASKED_MOST.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  const bySubject = [...Map.groupBy(questions, ({ subject }) => subject)];
  return (
    <Stack>
      <Card title="常问的事" note="选一件，填几项情况，当即知道能不能办、凭什么、带什么、多久">
        <ul className="matter-cards">
          {most.map(({ id, title }) => (
            <li key={id}>
              <Link to={`?question=${id}${kept}`}>{title}</Link>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="全部事项" note={`${questions.length}项`}>
        <dl className="matter-list">
          {bySubject.map(([subject, asked]) => (
            <div key={subject}>
              <dt>{subject}</dt>
              <dd>
                {asked.map(({ id, title }) => (
                  <Link key={id} to={`?question=${id}${kept}`}>
                    {title}
                  </Link>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </Stack>
  );
}
