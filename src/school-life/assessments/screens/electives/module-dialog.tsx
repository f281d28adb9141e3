/** 模块名单: who sits in a module, with what has come of it. */
import type { ReactNode } from 'react';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { useModule } from './elective-queries.tsx';

export function ModuleDialog({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const query = useModule(id);
  const view = query.data;
  return (
    <Dialog
      open={id !== ''}
      onClose={onClose}
      title={view ? `${view.offer.name}，${view.offer.taken}/${view.offer.places}人` : '模块名单'}
    >
      {query.error && !view && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={6} />}
      {view?.students.length === 0 && <EmptyState words="还没有学生选修" why="在“登记选课”中按班登记" />}
      {view && view.students.length > 0 && (
        <ul className="practice-records">
          {view.students.map(({ studentId, name, classGroupName, seatNo, mark }) => (
            <li key={studentId}>
              <b>{name}</b>
              <span className="quiet">
                {classGroupName}
                {seatNo !== null && `${seatNo}号`}
              </span>
              <span>{mark ?? '尚未认定'}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
