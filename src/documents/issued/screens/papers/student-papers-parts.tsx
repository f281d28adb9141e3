/** 学生文书: on a student's record, the papers that were issued, with their term and looks; a proof is issued here. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { api } from '../../../../web/api-client.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import type { StateKind } from '../../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { IssuedPaper } from '../../verify.api.ts';
import { ProofDialog } from './proof-dialog.tsx';
import './student-papers.css';

interface StudentPapersProps {
  student: { studentId: string; name: string; left?: unknown };
}

const STATES: Record<IssuedPaper['state'], { kind: StateKind; words: string }> = {
  VALID: { kind: 'DONE', words: '有效' },
  EXPIRED: { kind: 'DRAFT', words: '已过期' },
  REVOKED: { kind: 'REFUSED', words: '已撤销' },
};
const USUAL = ['家长申请', '纸面遗失', '内容有误'];

/** The tab 文书 of a student's page. */
export function StudentPapers({ student: { studentId, name, left } }: StudentPapersProps): ReactNode {
  const client = useQueryClient();
  const key = ['student-papers', studentId];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: IssuedPaper[] }>(`/students/${studentId}/papers`, { signal }),
  });
  const mayCall = useMayCall();
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<IssuedPaper>();
  const mayIssue = mayCall('POST /api/students/:id/proofs-of-registration') && !left;
  const revoke = async (reason: string) => {
    const path = `/students/${studentId}/papers/${revoking!.paperId}/revocation`;
    client.setQueryData(key, await api.post<{ items: IssuedPaper[] }>(path, { reason }));
  };
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <div className="student-papers">
      {mayIssue && (
        <div className="student-papers-acts">
          <Button icon={FileCheck} opens="dialog" onPress={() => setIssuing(true)}>
            开具在籍证明
          </Button>
          <span className="quiet">学籍卡在页首打印，申请表和通知书在办件中打印</span>
        </div>
      )}
      {data === undefined ? (
        <Skeleton rows={4} rowHeight={44} />
      ) : data.items.length === 0 ? (
        <EmptyState words="还没有打印过带核验码的文书" />
      ) : (
        <ol className="student-papers-list" aria-label="文书">
          {data.items.map((paper) => (
            <PaperLine
              key={paper.paperId}
              paper={paper}
              onRevoke={
                paper.state === 'VALID' &&
                !paper.takenBack &&
                mayCall('POST /api/students/:id/papers/:paperId/revocation')
                  ? () => setRevoking(paper)
                  : undefined
              }
            />
          ))}
        </ol>
      )}
      {issuing && (
        <ProofDialog
          studentId={studentId}
          name={name}
          onClose={() => setIssuing(false)}
          onIssued={() => {
            setIssuing(false);
            void refetch();
          }}
        />
      )}
      <ReasonDialog
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={`撤销${name}的${revoking?.kindWords ?? ''}`}
        usual={USUAL}
        act="撤销"
        danger
        note="撤销后不能恢复，持有人核验时会看到已撤销"
        onGive={revoke}
      />
    </div>
  );
}

function PaperLine({ paper, onRevoke }: { paper: IssuedPaper; onRevoke: (() => void) | undefined }): ReactNode {
  const { kindWords, state, issuedOn, issuedByName, validUntil, looks, lastLookedOn, takenBack } = paper;
  const term = validUntil ? `，有效期至${validUntil}` : '';
  return (
    <li>
      <div>
        <p>
          <b>{kindWords}</b> <StatusChip kind={STATES[state].kind}>{STATES[state].words}</StatusChip>
        </p>
        <p className="student-papers-facts">{`${issuedOn} ${issuedByName}出具${term}`}</p>
        {paper.revokedOn && (
          <p className="student-papers-facts">{`${paper.revokedOn} ${paper.revokedByName}撤销：${paper.revokeReason}`}</p>
        )}
        {state === 'VALID' && takenBack && <p className="student-papers-facts">{takenBack}</p>}
        <p className="student-papers-facts">
          {looks === 0 ? '未被核验过' : `被核验${looks}次，最近一次${lastLookedOn}`}
        </p>
      </div>
      {onRevoke && (
        <Button tone="danger" opens="dialog" onPress={onRevoke}>
          撤销
        </Button>
      )}
    </li>
  );
}
