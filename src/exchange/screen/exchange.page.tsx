/** 对接: which systems outside follow the changes of the place, on whose approval, and how deliveries stand. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { EmptyState, ErrorState } from '../../web/parts/feedback/states.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Stack } from '../../web/parts/surface/layout.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { useSystems } from './exchange-queries.tsx';
import { SystemCard } from './system-card.tsx';
import './exchange.css';

/** /exchange. */
export function Component(): ReactNode {
  const { data, error, refetch, dataUpdatedAt } = useSystems();
  const may = useMayCall();
  const [applying, apply] = useState(false);
  const mayApply = may('POST /api/exchange/systems');
  const live = data?.items.filter(({ state }) => state === 'APPROVED').length ?? 0;
  const button = mayApply && (
    <Button tone="primary" onPress={() => apply(true)}>
      申请对接系统
    </Button>
  );
  return (
    <Page>
      <PageHead
        trail={[{ to: '/workbench', words: '工作台' }]}
        title="对接"
        facts={data && data.items.length > 0 ? `${countWords(live)}个系统在用` : undefined}
        side={data && data.items.length > 0 ? button : undefined}
      />
      {error !== null && data === undefined && (
        <Card label="对接">
          <ErrorState problem={error} onRetry={() => void refetch()} />
        </Card>
      )}
      {data?.items.length === 0 && (
        <Card label="对接">
          <EmptyState
            words="还没有对接系统"
            why="别的系统要随学籍变动更新的，凭主管部门的书面批准在此申请，由主管领导审批"
            act={button || undefined}
          />
        </Card>
      )}
      <Stack>
        {data?.items.map((system) => (
          <SystemCard key={system.id} system={system} now={new Date(dataUpdatedAt)} />
        ))}
      </Stack>
      {applying && data && <ApplyDialog latest={data.latestValidTo} onClose={() => apply(false)} />}
    </Page>
  );
}
