/** 学校变动办件: the matter in words with who goes where, and its papers. */
import type { ReactNode } from 'react';
import { type CaseContent, type CasePaneProps, countsNothing } from '../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../evidence/screen/evidence-parts.tsx';
import { countWords } from '../../web/format.ts';
import { FieldGrid } from '../../web/parts/fields/field-grid.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { RestructuringData } from '../restructuring.ts';
import { PlanBlockers, PlanFiles, PlanTable } from './plan-parts.tsx';
import { usePlan } from './restructuring-queries.tsx';
import './restructuring.css';

function PlanPane({ view, fill }: CasePaneProps): ReactNode {
  const { data } = usePlan(view.id);
  const { done, said, schoolName } = view.data as unknown as RestructuringData;
  const rows = [{ label: '学校', words: schoolName }, ...said];
  return (
    <Card
      title="变动方案"
      note={data && `${countWords(data.students)}人${done ? `，${done.on}已转接` : '，学籍号不变'}`}
      fill={fill}
      flush
    >
      <div className="restructuring-matter">
        <FieldGrid rows={rows.map(({ label, words }) => ({ key: label, label, value: words, wide: true }))} />
      </div>
      {data && <PlanBlockers plan={data} />}
      {data && <PlanFiles files={data.files} />}
      {data && <PlanTable plan={data} schoolId={done ? undefined : view.subjectId} />}
    </Card>
  );
}

const ASKED: readonly AskedPaper[] = [{ paper: 'DECISION', what: '批准变动的文件', by: '主管教育行政部门' }];
const PapersPane = (props: CasePaneProps): ReactNode => <EvidencePane {...props} papers={ASKED} />;

export const RESTRUCTURING_CONTENT: CaseContent = {
  panes: [
    { key: 'plan', words: '变动方案', Pane: PlanPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: 'minmax(0, 1.5fr) minmax(0, 1fr)',
  effect: ({ schoolName, data }) => {
    const { matter } = data as unknown as RestructuringData;
    const moves = matter.kind !== 'SCHOOLING';
    const fact = moves ? '签署后当即转接全部学生和档案' : '签署后当即变更，学生和学籍号不动';
    return { role: '执行', party: schoolName, facts: [fact] };
  },
  countOf: countsNothing,
};
