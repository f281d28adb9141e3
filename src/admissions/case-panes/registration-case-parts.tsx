/** 入学注册办件: what a case of registration shows: its children, and what follows once it is agreed to. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { CaseContent, CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { countWordsOf } from './case-entrants.screen.ts';

const Entrants = lazy(async () => ({ default: (await import('./entrants-pane.tsx')).EntrantsPane }));

function EntrantsPane(props: CasePaneProps): ReactNode {
  return (
    <Suspense
      fallback={
        <Card title="新生名单" fill={props.fill} flush>
          <Skeleton rows={8} />
        </Card>
      }
    >
      <Entrants {...props} />
    </Suspense>
  );
}

export const REGISTRATION_CONTENT: CaseContent = {
  panes: [{ key: 'entrants', words: '新生名单', Pane: EntrantsPane }],
  columns: 'minmax(0, 1fr)',
  effect: ({ schoolName }) => ({ role: '建立学籍', party: schoolName, facts: ['签署同意后即时编发学籍号'] }),
  countOf: countWordsOf,
};
