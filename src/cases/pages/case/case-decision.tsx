/** 核办栏: the acts open to the reader, or who has the case instead. */
import { type ReactNode, useEffect, useState } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { ApiProblem, sentenceOf } from '../../../web/api-client.ts';
import { ActionBar, ActionBarActs, DecisionBar } from '../../../web/parts/findings/decision-bar.tsx';
import { deadlineWords } from '../../../web/parts/state/deadline.ts';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { CaseView } from '../../cases.api.ts';
import { deadlineOf } from '../clock-words.screen.ts';
import type { CaseContent } from './case-content-parts.tsx';
import { buttonsOf, decidesHere, opinionHint, stepsOf, waitingWords } from './case-words.screen.ts';
import type { Deciding } from './decide-case.tsx';

interface CaseDecisionProps {
  view: CaseView;
  today: CivilDate;
  deciding: Deciding;
  /** Goes to the first line against which the law stands. */
  onJump: () => void;
  /** What an act is asked about before it is proposed. */
  dialogs?: CaseContent['dialogs'];
}

/** Somebody was quicker, or the case is no longer where it was: only fetching it anew helps. */
const isOvertaken = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && problem.status === 409;

/** The foot of the page; nothing once the case has ended. */
export function CaseDecision({ view, today, deciding, onJump, dialogs }: CaseDecisionProps): ReactNode {
  const { opinion, setOpinion, busy, problem, act, actBy, refresh } = deciding;
  const [asking, setAsking] = useState<string>();
  useEffect(() => {
    // The law may have come to ask for a reason since the case was drawn.
    if (problem instanceof ApiProblem && problem.code === 'REASON_NEEDED') focusOpinion();
  }, [problem]);
  const asked = view.actions.find(({ action, step }) => action === asking && step === 'PROPOSE');
  const AskedAbout = asked && dialogs?.[asked.action];
  const said = problem === undefined || AskedAbout ? undefined : sentenceOf(problem);
  const proposes = (key: string) => view.actions.some(({ action, step }) => action === key && step === 'PROPOSE');
  const buttons = buttonsOf(view, { onDo: act, onJump }).map((button) =>
    dialogs?.[button.key] && proposes(button.key)
      ? { ...button, needsOpinion: false, onDo: () => setAsking(button.key) }
      : button,
  );
  return (
    <>
      {AskedAbout && (
        <AskedAbout
          view={view}
          opinion={opinion}
          busy={busy === asked.action}
          problem={problem}
          onClose={() => setAsking(undefined)}
          onSend={(send) => void actBy(asked, send).then((done) => done && setAsking(undefined))}
        />
      )}
      {isOvertaken(problem) && <Overtaken sentence={problem.message} kept={opinion !== ''} onRefresh={refresh} />}
      {decidesHere(view) ? (
        <DecisionBar
          steps={stepsOf(view)}
          opinion={opinion}
          onOpinion={setOpinion}
          placeholder={opinionHint(view)}
          actions={buttons}
          busy={busy}
          problem={isOvertaken(problem) ? undefined : said}
        />
      ) : (
        <WhoHasIt view={view} today={today} deciding={deciding} said={isOvertaken(problem) ? undefined : said} />
      )}
    </>
  );
}

const focusOpinion = () => document.querySelector<HTMLElement>('.decision-opinion .control')?.focus();

function Overtaken({
  sentence,
  kept,
  onRefresh,
}: {
  sentence: string;
  kept: boolean;
  onRefresh: () => void;
}): ReactNode {
  return (
    <div className="case-overtaken" role="alert">
      <StateIcon kind="JUDGEMENT" />
      <span>
        {sentence}
        {kept && '。所写意见仍在'}
      </span>
      <Button onPress={onRefresh}>刷新此件</Button>
    </div>
  );
}

interface WhoHasItProps {
  view: CaseView;
  today: CivilDate;
  deciding: Deciding;
  said: string | undefined;
}

/** Who is to act, and what the reader may still take back. */
function WhoHasIt({ view, today, deciding, said }: WhoHasItProps): ReactNode {
  const holder = view.track.find(({ status }) => status === 'NOW' || status === 'RETURNED');
  if (!holder) return null;
  const deadline = deadlineOf(view.clock, today);
  const words = waitingWords(view, holder);
  return (
    <ActionBar>
      <p className="case-holder">
        <StateIcon kind="IN_PROCESS" />
        <span>{deadline ? `${words}，${deadlineWords(deadline)}` : words}</span>
      </p>
      {said !== undefined && (
        <span className="tone-red" role="alert">
          {said}
        </span>
      )}
      <ActionBarActs>
        {view.actions.map((action) => (
          <Button
            key={action.action}
            large
            busy={deciding.busy === action.action}
            onPress={() => deciding.act(action, '')}
          >
            {action.label}
          </Button>
        ))}
      </ActionBarActs>
    </ActionBar>
  );
}
