/** 看健康数值: the records of one student with their values; opening them is told in the trail. */
import type { ReactNode } from 'react';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { useStudentHealth } from './file-queries.tsx';

export function StudentHealthDialog({ studentId, onClose }: { studentId: string; onClose: () => void }): ReactNode {
  const { data, error, refetch } = useStudentHealth(studentId, true);
  return (
    <Dialog open onClose={onClose} title="健康记录" width="wide">
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data?.records.length === 0 && <EmptyState words="还没有健康记录" why="在“班级健康”中录入后列在这里" />}
      {data?.records.map((record) => (
        <section key={record.id} className="health-record">
          <h3>
            {record.schoolYear}学年{record.kindWords}
            <span className="quiet">
              {record.measuredOn}，{record.schoolName}，{record.enteredByName}录入
            </span>
          </h3>
          <dl className="health-values">
            {record.values.map(({ label, value, unit }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {value}
                  {unit && unit !== '分′秒″' && <span className="quiet">{unit}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
