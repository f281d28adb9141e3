/** 佐证材料: the pane of a case's papers: the list above, the paper that is looked at below or beside it. */

import { type ReactNode, useState } from 'react';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { OFFLINE_PAPER } from '../../cases/pages/offline/offline-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { EvidenceView, HandedIn } from '../evidence.api.ts';
import { OTHER } from '../limits.api.ts';
import { AddPaper } from './add-paper.tsx';
import type { EvidencePaneProps } from './evidence-parts.tsx';
import { returnPaper, type Sent, useEvidence, withdrawPaper } from './evidence-queries.tsx';
import { firstShown, linesOf, sumWords } from './paper-lines.screen.ts';
import { PaperList } from './paper-list.tsx';
import { PaperViewer } from './viewer/paper-viewer.tsx';
import './evidence.css';

/** The whole pane; fetched when a case is first opened that has one. */
export function EvidencePane({ view, renew, fill, papers }: EvidencePaneProps): ReactNode {
  const query = useEvidence(view.id);
  if (query.data) return <Papers {...{ view, renew, fill, papers }} data={query.data} />;
  return (
    <Card title="佐证材料" fill={fill}>
      {query.error ? <ErrorState problem={query.error} onRetry={() => void query.refetch()} /> : <Skeleton rows={8} />}
    </Card>
  );
}

function Papers({ view, renew, fill, papers, data }: EvidencePaneProps & { data: EvidenceView }): ReactNode {
  const { lines, withdrawn } = linesOf(view.offline ? [OFFLINE_PAPER, ...papers] : papers, data.items);
  const { today } = useSession();
  const [chosen, choose] = useState<string>();
  const [sent, setSent] = useState<Sent>();
  const [returned, setReturned] = useState<HandedIn>();
  const [problem, setProblem] = useState<unknown>();
  const open = data.items.filter(({ mayOpen }) => mayOpen);
  const shown = open.find(({ id }) => id === chosen) ?? open.find(({ id }) => id === firstShown(lines));
  const takeBack = async (item: HandedIn) => {
    setProblem(undefined);
    try {
      await withdrawPaper(view.id, item.id);
      await renew();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Card
      title="佐证材料"
      note={sumWords(lines)}
      fill={fill}
      flush
      side={data.mayAdd && <Button onPress={() => setSent({ paper: OTHER, what: '' })}>交其他材料</Button>}
    >
      <ProblemLine problem={problem} />
      {lines.length === 0 && <EmptyState words="没有材料" why="此件未要求材料，也没有人交过" />}
      <PaperList
        lines={lines}
        shown={shown?.id}
        mayAdd={data.mayAdd}
        today={civilDate(today)}
        onShow={choose}
        onAdd={({ asked, what }) => setSent({ paper: asked?.paper ?? OTHER, what })}
        onReplace={({ paper, what, id }) => setSent({ paper, what, replaces: id })}
        onWithdraw={(item) => void takeBack(item)}
        onReturn={setReturned}
      />
      {withdrawn.length > 0 && (
        <details className="paper-withdrawn">
          <summary>已撤回{withdrawn.length}份，留存备查</summary>
          {withdrawn.map((item) => (
            <Button key={item.id} tone="quiet" onPress={() => choose(item.id)}>
              {item.what}
            </Button>
          ))}
        </details>
      )}
      {shown && <PaperViewer key={shown.id} caseId={view.id} item={shown} />}
      {sent && (
        <AddPaper
          caseId={view.id}
          sent={sent}
          onClose={() => setSent(undefined)}
          onDone={async (id) => {
            choose(id);
            await renew();
          }}
        />
      )}
      <ReasonDialog
        open={returned !== undefined}
        onClose={() => setReturned(undefined)}
        title={`退回材料：${returned?.what ?? ''}`}
        usual={['看不清，请重新拍照', '缺页，请补齐', '与填报内容不一致，请核对']}
        act="退回"
        danger
        onGive={async (reason) => {
          await returnPaper(view.id, returned!.id, reason);
          await renew();
        }}
      />
    </Card>
  );
}
