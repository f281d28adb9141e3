/** 转学材料: what both laws asked for and what the receiving school has seen. */
import type { ReactNode } from 'react';
import type { CasePaneProps } from '../../../cases/pages/case/case-content-parts.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { TransferData } from '../../transfer.ts';
import { PaperList } from '../opening/paper-list.tsx';

/** The card. */
export function PapersPane({ view, fill }: CasePaneProps): ReactNode {
  const { papers, form } = view.data as unknown as TransferData;
  const here = papers.filter(({ code }) => form.papers.some((one) => one === code)).length;
  return (
    <Card title="转学材料" note={`已备${here}项，共${papers.length}项`} fill={fill}>
      <PaperList papers={papers} shown={form.papers} />
    </Card>
  );
}
