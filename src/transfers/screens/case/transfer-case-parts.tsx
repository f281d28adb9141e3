/** 转学办件: what a case of transfer shows: the form, both sides, the papers, and what follows at the end. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { ActDialogProps, CaseContent, CasePaneProps } from '../../../cases/pages/case/case-content-parts.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { TransferData } from '../../transfer.ts';

const Application = lazy(async () => ({ default: (await import('./application-pane.tsx')).ApplicationPane }));
const Papers = lazy(async () => ({ default: (await import('./papers-pane.tsx')).PapersPane }));

/** A pane that is fetched with the first case of its kind. */
const fetched = (title: string, Pane: typeof Application) =>
  function Fetched(props: CasePaneProps): ReactNode {
    const waiting = (
      <Card title={title} fill={props.fill}>
        <Skeleton rows={8} />
      </Card>
    );
    return (
      <Suspense fallback={waiting}>
        <Pane {...props} />
      </Suspense>
    );
  };

const Refuse = lazy(async () => ({ default: (await import('./refuse-dialog.tsx')).RefuseDialog }));

/** Fetched when somebody is about to say no. */
const refusing = (props: ActDialogProps): ReactNode => (
  <Suspense fallback={null}>
    <Refuse {...props} />
  </Suspense>
);

const SIDES = { RECEIVING: '转入地', SENDING: '转出地' } as const;

export const TRANSFER_CONTENT: CaseContent = {
  panes: [
    { key: 'application', words: '申请表', Pane: fetched('申请表', Application) },
    { key: 'papers', words: '转学材料', Pane: fetched('转学材料', Papers) },
  ],
  columns: 'minmax(0, 1fr) minmax(0, 1.15fr)',
  effect: ({ data }) => {
    const { form, sending, receiving } = data as unknown as TransferData;
    return form.registrationStays
      ? { role: '就读', party: receiving.schoolName, facts: [`学籍留在${sending.schoolName}`] }
      : { role: '调档', party: receiving.schoolName, facts: ['学籍即时转接'] };
  },
  countOf: ({ side }) => side && SIDES[side],
  dialogs: { REFUSE: refusing },
};
