/** 关键数据变更办件: what its case shows: old and new side by side, the reason, who looks like the same child, the papers. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import type { CaseContent, CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { api } from '../../web/api-client.ts';
import { CompareTwo } from '../../web/parts/fields/compare-two.tsx';
import { FieldGrid, type FieldRow } from '../../web/parts/fields/field-grid.tsx';
import { MaskedValue } from '../../web/parts/fields/masked-value.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { KeyDataChangeData } from '../key-data-change.ts';
import { PAPER_WORDS } from '../papers.api.ts';

const dataOf = ({ view }: Pick<CasePaneProps, 'view'>) => view.data as unknown as KeyDataChangeData;
const SIDES = [
  { key: 'before', title: '现记载' },
  { key: 'after', title: '申请变更为' },
];
const USUAL = ['核对户口簿', '核对证件'];

function ChangePane({ view, fill }: CasePaneProps): ReactNode {
  const mayCall = useMayCall();
  const { child, items, reason, papers, suspicions } = dataOf({ view });
  const number = items.find(({ masked }) => masked);
  const mending = mayCall('PUT /api/key-data-changes/:id') && (view.state === 'RETURNED' || view.state === 'PREPARING');
  const reveal = async (why: string) => {
    const path = `/key-data-changes/${view.id}/reveals`;
    return (await api.post<{ value: string }>(path, { reason: why })).value;
  };
  const rows: FieldRow[] = [
    ...(number && number.after !== ''
      ? [
          {
            key: 'number',
            label: '新证件号',
            value: <MaskedValue label="新证件号" masked={number.after} usualReasons={USUAL} onReveal={reveal} />,
          },
        ]
      : []),
    { key: 'registration', label: '学籍号', value: `${child.numberMasked}，不变` },
    { key: 'reason', label: '变更缘由', value: reason },
    { key: 'papers', label: '已核验', value: papers.map((paper) => PAPER_WORDS[paper]).join('、') },
    ...suspicions.map((words, at) => ({ key: `suspicion-${at}`, label: '疑似同一人', value: words })),
  ];
  return (
    <Card
      title="新旧对照"
      note={child.name}
      fill={fill}
      side={
        mending && !view.pending ? (
          <Button to={`/students/${view.subjectId}/key-data-change?case=${view.id}`}>修改申请</Button>
        ) : undefined
      }
    >
      <CompareTwo
        label="新旧对照"
        sides={SIDES}
        rows={items.map(({ path, label, before, after, masked }) => ({
          key: path,
          label,
          values: [before || undefined, after || undefined],
          // Two numbers may look alike once they are masked.
          differs: masked || before !== after,
        }))}
      />
      <FieldGrid rows={rows} />
    </Card>
  );
}

function PapersPane(props: CasePaneProps): ReactNode {
  const asked = dataOf(props).papers.map((paper) => ({ paper, what: PAPER_WORDS[paper], by: '学校' }));
  return <EvidencePane {...props} papers={asked} />;
}

export const KEY_DATA_CONTENT: CaseContent = {
  panes: [
    { key: 'change', words: '新旧对照', Pane: ChangePane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: 'minmax(0, 1.15fr) minmax(0, 1fr)',
  effect: ({ schoolName }) => ({
    role: '变更记载',
    party: schoolName,
    facts: ['签署同意后即时变更', '原记载留存，学籍号不变'],
  }),
};
