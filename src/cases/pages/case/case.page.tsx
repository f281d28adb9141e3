/** 办件: one case: who has it, what it is about, what the law says of it, and how it is decided. */
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useEffect } from 'react';
import { useParams } from 'react-router';
import { useAddressState } from '../../../web/address-state.ts';
import { ApiProblem } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { ParcelTrack } from '../../../web/parts/course/parcel-track.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { AbsentState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { useWaiting } from '../../../web/parts/feedback/use-waiting.ts';
import { goToFirstRefusal } from '../../../web/parts/findings/findings-list.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { CaseView } from '../../cases.api.ts';
import { fetchAhead, useCase, useRenewAll, useToday, useWorkbench } from '../case-queries.tsx';
import { OfflineStrip } from '../offline/offline-parts.tsx';
import type { CaseContents, CasePaneProps } from './case-content-parts.tsx';
import { CaseDecision } from './case-decision.tsx';
import { CaseHead } from './case-head.tsx';
import { CasePanes, EVENTS, FINDINGS, useCaseLayout, useShownPane } from './case-panes.tsx';
import { SUMMARY_ONLY } from './case-summary.tsx';
import { placeInList, trackOf } from './case-words.screen.ts';
import { useDeciding } from './decide-case.tsx';
import { LastWords } from './last-words.tsx';
import './case.css';

/** What follows a case that is done, at the foot of its page. */
type EndedPart = ComponentType<Pick<CasePaneProps, 'view' | 'renew'>>;

/** /cases/:id. What a case of each kind shows is brought by the features. */
export function CasePage({ contents, ended }: { contents: CaseContents; ended?: EndedPart }): ReactNode {
  const { id = '' } = useParams();
  const query = useCase(id);
  const waiting = useWaiting(query.isPending);
  const { data, error } = query;
  if (data) return <OpenCase key={id} view={data} problem={error} contents={contents} ended={ended} />;
  if (error) {
    return (
      <Page>
        <PageHead trail={[{ to: '/workbench', words: '工作台' }]} title="办件" />
        {error instanceof ApiProblem && error.status === 404 ? (
          <AbsentState what="此办件" />
        ) : (
          <ErrorState problem={error} onRetry={() => void query.refetch()} />
        )}
      </Page>
    );
  }
  return waiting === 'skeleton' ? <Skeleton rows={12} /> : null;
}

interface OpenCaseProps {
  view: CaseView;
  /** Renewing failed: what is shown is older. */
  problem: unknown;
  contents: CaseContents;
  ended: EndedPart | undefined;
}

function OpenCase({ view, problem, contents, ended: Ended }: OpenCaseProps): ReactNode {
  const today = useToday();
  const [{ kind }] = useAddressState({ kind: '' });
  const { data: bench } = useWorkbench(kind);
  const ids = bench?.mine.items.map(({ caseId }) => caseId) ?? [];
  const place = placeInList(ids, kind === '' ? (bench?.mine.total ?? 0) : ids.length, view.id);
  const content = contents[view.kind] ?? SUMMARY_ONLY;
  const layout = useCaseLayout();
  const [shown, show] = useShownPane();
  const renew = useRenewAll();
  const deciding = useDeciding(view, place, kind);
  const client = useQueryClient();
  const next = place?.next;
  useEffect(() => {
    if (next !== undefined) fetchAhead(client, next);
  }, [client, next]);

  const jump = () => {
    show(FINDINGS);
    requestAnimationFrame(goToFirstRefusal); // the line is drawn by then, also where the pane was another one
  };
  return (
    <Page fill={layout !== 'STACK'}>
      <CaseHead view={view} place={place} kind={kind} onEvents={() => show(shown === EVENTS ? FINDINGS : EVENTS)} />
      <ProblemLine problem={problem} />
      <OfflineStrip view={view} today={today} renew={renew} />
      <Card label="办理轨迹">
        <ParcelTrack nodes={trackOf(view, today, content.effect?.(view))} today={today} />
        <LastWords view={view} today={today} />
      </Card>
      <CasePanes
        view={view}
        content={content}
        today={today}
        renew={renew}
        layout={layout}
        shown={shown}
        onShow={show}
      />
      <CaseDecision view={view} today={today} deciding={deciding} onJump={jump} dialogs={content.dialogs} />
      {Ended && view.tone === 'DONE' && <Ended view={view} renew={renew} />}
    </Page>
  );
}
