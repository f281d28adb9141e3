/** 部分退回补正: some children go back to their school with what must be mended; the others stay in the case. */
import { type ReactNode, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { CaseView } from '../../cases/cases.api.ts';
import { api, newIdempotencyKey } from '../../web/api-client.ts';
import { offerUndo } from '../../web/parts/feedback/strip.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import type { CaseEntrant } from '../registering/registering.api.ts';
import { namesWords, remediesOf, sizeOf } from './case-entrants.screen.ts';

interface ReturnSomeProps {
  view: CaseView;
  picked: readonly CaseEntrant[];
  /** They are all that the case holds. */
  whole: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}

const USUAL = 4;

/** Asks what must be mended; the remedies of what was found stand ready. */
export function ReturnSome({ view, picked, whole, onClose, onDone }: ReturnSomeProps): ReactNode {
  const navigate = useNavigate();
  const idempotencyKey = useRef(newIdempotencyKey());
  const names = namesWords(picked);
  const give = async (opinion: string) => {
    const body = { entrantIds: picked.map(({ id }) => id), opinion, seq: view.seq };
    const path = `/admissions/cases/${view.id}/returns`;
    const { caseId } = await api.post<{ caseId: string }>(path, body, { idempotencyKey: idempotencyKey.current });
    offerUndo({ words: `已退回补正：${names}`, act: '看退回的一件', undo: async () => navigate(`/cases/${caseId}`) });
    await onDone();
  };
  return (
    <ReasonDialog
      open
      onClose={onClose}
      title={`退回补正：${names}`}
      label="须补正什么"
      usual={remediesOf(picked).slice(0, USUAL)}
      act="退回"
      note={whole ? '此件全部退回学校' : '退回的另成一件，其余留在此件继续办理'}
      onGive={give}
    >
      <p>
        {view.schoolName}，{picked.length}人，共{sizeOf(view)}人
      </p>
    </ReasonDialog>
  );
}
