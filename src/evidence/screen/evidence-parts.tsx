/** 佐证材料栏: the piece that pages of any kind of case take in; give it the papers that the case's law asks for. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { AskedPaper } from './paper-lines.screen.ts';

export type { AskedPaper } from './paper-lines.screen.ts';

export interface EvidencePaneProps extends CasePaneProps {
  /** In the order in which they are asked for; empty where anything may be handed in and nothing must. */
  papers: readonly AskedPaper[];
}

const Pane = lazy(async () => ({ default: (await import('./evidence-pane.tsx')).EvidencePane }));

/** The papers of the case: list, states, handing in, looking at them in place. */
export function EvidencePane(props: EvidencePaneProps): ReactNode {
  return (
    <Suspense
      fallback={
        <Card title="佐证材料" fill={props.fill}>
          <Skeleton rows={8} />
        </Card>
      }
    >
      <Pane {...props} />
    </Suspense>
  );
}
