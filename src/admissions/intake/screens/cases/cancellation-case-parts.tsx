/** 取消入学资格办件: what was found, by which paper, and what ends with it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  type CaseContent,
  type CasePaneProps,
  countsNothing,
} from '../../../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../../../evidence/screen/evidence-parts.tsx';
import { FieldGrid } from '../../../../web/parts/fields/field-grid.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { CancellationData } from '../../cancelling/cancellation.ts';
import { CANCELLATION_GROUNDS } from '../../cancelling/cancellation-words.api.ts';

const STAGES = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;

function MatterPane({ view, fill }: CasePaneProps): ReactNode {
  const { rollId, name, stage, schoolName, ground, reason, paper, registered } =
    view.data as unknown as CancellationData;
  return (
    <Card title="审查事项" fill={fill}>
      <FieldGrid
        labelWidth={92}
        rows={[
          { key: 'name', label: '姓名', value: <Link to={`/admissions/roll?id=${rollId}`}>{name}</Link> },
          { key: 'school', label: '录取学校', value: `${schoolName} ${STAGES[stage]}` },
          { key: 'ground', label: '审查事由', value: CANCELLATION_GROUNDS[ground] },
          { key: 'reason', label: '认定的事实', value: reason, wide: true },
          { key: 'paper', label: '核查材料', value: paper.number ? `${paper.title}（${paper.number}）` : paper.title },
          { key: 'issued', label: '材料日期', value: paper.issuedOn },
          { key: 'record', label: '学籍', value: registered ? '已建立，随同注销' : '未建立' },
        ]}
      />
    </Card>
  );
}

const ASKED: readonly AskedPaper[] = [{ paper: 'NOTICE', what: '核查材料', by: '学校或学籍主管部门' }];
const PapersPane = (props: CasePaneProps): ReactNode => <EvidencePane {...props} papers={ASKED} />;

export const CANCELLATION_CONTENT: CaseContent = {
  panes: [
    { key: 'matter', words: '审查事项', Pane: MatterPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: 'minmax(0, 1.2fr) minmax(0, 1fr)',
  effect: () => ({ role: '执行', party: '录取学校', facts: ['签署后入学资格终止，列入取消名册'] }),
  countOf: countsNothing,
};
