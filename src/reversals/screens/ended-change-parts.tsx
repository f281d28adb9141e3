/** 撤销此次变动: at the foot of a completed case, for the authority above its schools; what is taken back says so to all. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../authorities/sessions/session-parts.tsx';
import type { CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { api, newIdempotencyKey } from '../../web/api-client.ts';
import { dayWords } from '../../web/format.ts';
import { ActionBar, ActionBarActs } from '../../web/parts/findings/decision-bar.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { ReversalView } from '../reversals.api.ts';
import './reversals.css';

const LEAST = 4;
const USUAL = ['经查系误办，恢复原状', '佐证不实，撤销原办理结果', '家长和两校一致申请撤销'];

/** Nothing where the reader may not take it back and nobody has. */
export function EndedChange({ view, renew }: Pick<CasePaneProps, 'view' | 'renew'>): ReactNode {
  const { data } = useQuery({
    queryKey: ['case', view.id, 'reversal', view.seq],
    queryFn: ({ signal }) => api.get<ReversalView>(`/cases/${view.id}/reversal`, { signal }),
  });
  const today = civilDate(useSession().today);
  if (data?.reversed) {
    const { caseId, number, on } = data.reversed;
    return (
      <ActionBar>
        <p className="reversal-said">
          <StateIcon kind="JUDGEMENT" />
          <span>
            此件已于{dayWords(civilDate(on), today)}撤销，恢复原状：
            <Link to={`/cases/${caseId}`} className="no-autospace">
              {number}
            </Link>
          </span>
        </p>
      </ActionBar>
    );
  }
  return data?.offered ? <Offered view={view} renew={renew} {...data} /> : null;
}

type OfferedProps = Pick<CasePaneProps, 'view' | 'renew'> & Pick<ReversalView, 'lockedBecause' | 'restores'>;

function Offered({ view, renew, lockedBecause, restores }: OfferedProps): ReactNode {
  const mayPropose = useMayCall()('POST /api/cases/:id/reversal');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const key = useRef(newIdempotencyKey());
  if (!mayPropose) return null;
  const propose = async (reason: string) => {
    const { caseId } = await api.post<{ caseId: string }>(
      `/cases/${view.id}/reversal`,
      { reason },
      { idempotencyKey: key.current },
    );
    await renew();
    navigate(`/cases/${caseId}`);
  };
  return (
    <ActionBar>
      <p className="reversal-said">
        {lockedBecause !== null && <StateIcon kind="REFUSED" />}
        <span>{lockedBecause ?? '已办结。确属误办的，可撤销此次变动，恢复原状'}</span>
      </p>
      <ActionBarActs>
        <Button
          large
          tone="danger"
          opens="dialog"
          locked={lockedBecause === null ? undefined : { reason: lockedBecause }}
          onPress={() => setAsking(true)}
        >
          撤销此次变动
        </Button>
      </ActionBarActs>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`撤销${view.kindTitle}：${view.title}`}
        label="撤销理由"
        usual={USUAL}
        least={LEAST}
        act="提出撤销"
        danger
        note="提出后待主管领导签署"
        onGive={propose}
      >
        <ul className="reversal-restores">
          {restores.map((words) => (
            <li key={words}>{words}</li>
          ))}
          <li>原办理经过和撤销经过都保留，各方可见</li>
        </ul>
      </ReasonDialog>
    </ActionBar>
  );
}
