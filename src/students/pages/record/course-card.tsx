/** 学籍历程: the line of time from the first registration to the end of this school year. */
import { ArrowLeftRight, Check, LogIn, type LucideIcon, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { Timeline } from '../../../web/parts/course/timeline.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import type { StudentView } from '../../api/students.api.ts';
import { courseFacts, rowsOf, spanOf } from './course.screen.ts';

const ICONS: Record<StudentView['marks'][number]['kind'], LucideIcon> = {
  REGISTERED: LogIn,
  NUMBER: Check,
  KEY_DATA: PenLine,
  CASE: ArrowLeftRight,
};

/** The card under the head. */
export function CourseCard({ student }: { student: StudentView }): ReactNode {
  const today = civilDate(useSession().today);
  const facts = courseFacts(student);
  return (
    <Card
      title="学籍历程"
      note={
        <Facts>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </Facts>
      }
    >
      {facts.length === 0 ? (
        <EmptyState words="还没有学籍历程" why="学籍建立后从注册之日画起" />
      ) : (
        <Timeline
          label="学籍历程"
          {...spanOf(student, today)}
          today={today}
          rows={rowsOf(student)}
          marks={student.marks.map((mark, place) => ({
            key: `${mark.kind} ${place}`,
            on: civilDate(mark.on),
            icon: ICONS[mark.kind],
            words: mark.title,
            note: mark.note,
          }))}
        />
      )}
    </Card>
  );
}
