/** 撤销变动办件: which case is taken back, and what stands again once the leader has signed. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseContent, CasePaneProps } from '../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { FieldGrid } from '../../web/parts/fields/field-grid.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { ReversalData } from '../reversal.ts';
import './reversals.css';

function ReversalPane({ view, fill }: CasePaneProps): ReactNode {
  const { of, restores } = view.data as unknown as ReversalData;
  return (
    <Card title="撤销内容" fill={fill}>
      <FieldGrid
        heading="撤销的办件"
        rows={[
          { key: 'kind', label: '类别', value: of.kindTitle },
          {
            key: 'number',
            label: '编号',
            value: (
              <Link to={`/cases/${of.caseId}`} className="no-autospace">
                {of.number}
              </Link>
            ),
          },
          { key: 'title', label: '事项', value: of.title, wide: true },
        ]}
      />
      <div>
        <h3 className="fields-heading">撤销后</h3>
        <ul className="reversal-restores">
          {restores.map((words) => (
            <li key={words}>{words}</li>
          ))}
          <li>学籍号不变；原办理经过和撤销经过都保留</li>
        </ul>
      </div>
    </Card>
  );
}

/** Whatever shows that the change was a mistake. */
const PAPERS: readonly AskedPaper[] = [];

const PapersPane = (props: CasePaneProps): ReactNode => <EvidencePane {...props} papers={PAPERS} />;

export const REVERSAL_CONTENT: CaseContent = {
  panes: [
    { key: 'reversal', words: '撤销内容', Pane: ReversalPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: '320px minmax(0, 1fr)',
  wide: '380px minmax(0, 1fr)',
  effect: ({ schoolName }) => ({ role: '恢复', party: schoolName, facts: ['签署后即时恢复原状，经过保留'] }),
};
