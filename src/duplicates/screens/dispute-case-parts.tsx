/** 问题学籍办件: both records, both schools' evidence, and what the ruling does. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { CaseContent, CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { DisputeData } from '../dispute.ts';

const Records = lazy(async () => ({ default: (await import('./records-pane.tsx')).RecordsPane }));

function RecordsPane(props: CasePaneProps): ReactNode {
  const waiting = (
    <Card title="两条记录" fill={props.fill}>
      <Skeleton rows={10} />
    </Card>
  );
  return (
    <Suspense fallback={waiting}>
      <Records {...props} />
    </Suspense>
  );
}

/** 佐证 of either side: what shows who the child is and that it has been here. */
function PapersPane(props: CasePaneProps): ReactNode {
  const { first, second } = props.view.data as unknown as DisputeData;
  // A school is asked for its own; whoever rules sees what is missing of either.
  const own = props.view.track.find(({ isReader }) => isReader)?.party;
  const papers: AskedPaper[] = [first, second].flatMap(({ schoolName }, at) => {
    const side = at === 0 ? '甲方' : '乙方';
    if (own === (at === 0 ? 'second-school' : 'first-school')) return [];
    return [
      { paper: `HOUSEHOLD_${at}`, what: `${side}：户口簿`, by: schoolName },
      { paper: `ATTENDANCE_${at}`, what: `${side}：在校就读证明`, by: schoolName },
    ];
  });
  return <EvidencePane {...props} papers={papers} />;
}

export const DISPUTE_CONTENT: CaseContent = {
  panes: [
    { key: 'records', words: '两条记录', Pane: RecordsPane },
    { key: 'papers', words: '双方佐证', Pane: PapersPane },
  ],
  columns: 'minmax(0, 1.25fr) minmax(0, 1fr)',
  effect: () => ({
    role: '结果',
    party: '一人一籍',
    facts: ['为准的不动，删除的终止，经过保留，可撤销'],
  }),
};
