/** 学生的证书: on a student's record, what was given out at the end of each stage in the reader's place. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { useStudentCertificates } from './certificate-queries.tsx';
import { StubState } from './stub-state.tsx';
import './certificates.css';

/** The tab 证书 of a student's page. */
export function StudentCertificates({ student: { studentId } }: { student: { studentId: string } }): ReactNode {
  const { data, error, refetch } = useStudentCertificates(studentId);
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={3} rowHeight={44} />;
  if (data.items.length === 0) {
    return <EmptyState words="没有证书存根" why="毕业名单核准、证书编号后列在这里" />;
  }
  return (
    <ul className="certificate-marks" aria-label="证书">
      {data.items.map((one) => (
        <li key={one.id}>
          <Link to={`/certificates/batches/${one.batchId}`}>{one.title}</Link>
          <span className="no-autospace">{one.number}</span>
          <StubState stub={one} />
          <span className="quiet">
            {one.handedOn ? `${one.handedOn} ${one.handedTo}领取` : (one.callBackReason ?? `${one.endedOn}毕业`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
