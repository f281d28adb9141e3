/** 办件概要: what is known of every case, for kinds that bring no panes of their own. */
import type { ReactNode } from 'react';
import { civilDate, dayOf } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { useToday } from '../case-queries.tsx';
import type { CaseContent, CasePaneProps } from './case-content-parts.tsx';

function CaseSummary({ view, fill }: CasePaneProps): ReactNode {
  const today = useToday();
  return (
    <Card title="办件" fill={fill}>
      <FieldGrid
        rows={[
          { key: 'title', label: '事项', value: view.title },
          { key: 'school', label: '学校', value: view.schoolName },
          { key: 'opened', label: '申请日', value: dayWords(dayOf(new Date(view.openedAt)), today) },
          { key: 'law', label: '适用法规日', value: dayWords(civilDate(view.lawDay), today) },
        ]}
      />
    </Card>
  );
}

export const SUMMARY_ONLY: CaseContent = {
  panes: [{ key: 'summary', words: '办件', Pane: CaseSummary }],
  columns: 'minmax(0, 1fr)',
};
