/** 核办动作: makes one act, opens the next case, and offers to take the act back while that is possible. */
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { ApiProblem, api, newIdempotencyKey } from '../../../web/api-client.ts';
import { offerUndo } from '../../../web/parts/feedback/strip.tsx';
import type { CaseView } from '../../cases.api.ts';
import { useRenewAll } from '../case-queries.tsx';
import { caseAddress } from '../workbench/work-lines.tsx';
import type { SendAct } from './case-content-parts.tsx';
import { type CaseAction, doneWords, type PlaceInList } from './case-words.screen.ts';

export interface Deciding {
  opinion: string;
  setOpinion: (text: string) => void;
  /** Key of the act that is on its way. */
  busy: string | undefined;
  /** What stood against the last try. */
  problem: unknown;
  act: (action: CaseAction, opinion: string) => void;
  /** The same, sent in the kind's own way; says whether it was done. */
  actBy: (action: CaseAction, send: SendAct) => Promise<boolean>;
  /** Fetches the case as it now stands; what was typed stays. */
  refresh: () => void;
}

/** Opinions typed and not yet sent, by person and case: leafing through the list or signing in again loses none. */
const drafts = new Map<string, string>();

/** The acts of one case. `place` is where it stood in the reader's list when it was drawn. */
export function useDeciding(view: CaseView, place: PlaceInList | undefined, kind: string): Deciding {
  const { id } = view;
  const draft = `${useSession().accountId}/${id}`;
  const navigate = useNavigate();
  const renew = useRenewAll();
  const [opinion, keepOpinion] = useState(drafts.get(draft) ?? '');
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const attempt = useRef({ of: '', key: '' });

  const setOpinion = (text: string) => {
    drafts.set(draft, text);
    keepOpinion(text);
  };

  /** The same act in the same words keeps its key: sent twice over a broken line it is done once. */
  const keyFor = (of: string) => {
    if (attempt.current.of !== of) attempt.current = { of, key: newIdempotencyKey() };
    return attempt.current.key;
  };

  const send = (action: string, seq: number, words: string) => {
    const body = { action, seq, ...(words === '' ? {} : { opinion: words }) };
    const idempotencyKey = keyFor(JSON.stringify(body));
    return api.post<{ seq: number; step: string }>(`/cases/${id}/acts`, body, { idempotencyKey });
  };

  const offerBack = (action: CaseAction, seq: number) => {
    const here = caseAddress(id, kind);
    const takeBack = async () => {
      await send('RETRACT', seq, '');
      await renew();
      navigate(here);
    };
    const words = doneWords(action, view);
    if (action.step === 'PROPOSE') offerUndo({ words, undo: takeBack });
    else offerUndo({ words, act: '看此件', undo: async () => navigate(here) });
  };

  const act = async (action: CaseAction, sending: () => Promise<{ seq: number }>): Promise<boolean> => {
    setBusy(action.action);
    setProblem(undefined);
    try {
      const { seq } = await sending();
      drafts.delete(draft);
      keepOpinion('');
      if (action.step !== 'RETRACT') offerBack(action, seq);
      const moved = place !== undefined && action.step !== 'RETRACT';
      if (moved)
        navigate((place.next ?? place.previous) ? caseAddress((place.next ?? place.previous)!, kind) : '/workbench');
      await renew();
      return true;
    } catch (thrown) {
      // An answer means that the try is over; without one the same key goes with the next try.
      if (thrown instanceof ApiProblem && thrown.status > 0) attempt.current = { of: '', key: '' };
      setProblem(thrown);
      return false;
    } finally {
      setBusy(undefined);
    }
  };

  return {
    opinion,
    setOpinion,
    busy,
    problem,
    act: (action, words) => void act(action, () => send(action.action, view.seq, words)),
    actBy: (action, by) => act(action, () => by(view.seq, newIdempotencyKey())),
    refresh: () => {
      setProblem(undefined);
      void renew();
    },
  };
}
