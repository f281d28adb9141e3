/** 提醒: tasks of the term with their progress, and what is out of the ordinary; what other features have to say here. */
import { BellOff } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';

/** A piece that another feature draws here. */
export interface Reminder {
  key: string;
  Part: ComponentType;
}

export interface RemindersProps {
  /** 学期任务: a ring each, or nothing where the task is not this person's. */
  tasks: readonly Reminder[];
  /** 异常与通知: lines, or nothing. */
  notices: readonly Reminder[];
}

/** The third column. Each part draws itself or nothing; the style sheet shows the empty state where all drew nothing. */
export function Reminders({ tasks, notices }: RemindersProps): ReactNode {
  return (
    <Card title="提醒" fill flush>
      <div className="reminder-tasks">
        {tasks.map(({ key, Part }) => (
          <Part key={key} />
        ))}
      </div>
      <div className="reminder-notices">
        {notices.map(({ key, Part }) => (
          <Part key={key} />
        ))}
      </div>
      <div className="reminder-none">
        <EmptyState icon={BellOff} words="没有要提醒的" why="学期任务的进度和异常情况会列在此处" />
      </div>
    </Card>
  );
}
