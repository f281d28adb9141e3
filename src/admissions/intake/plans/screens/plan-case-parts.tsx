/** 招生计划办件: the paper, and each school with its places. */
import type { ReactNode } from 'react';
import {
  type CaseContent,
  type CasePaneProps,
  countsNothing,
} from '../../../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../../../evidence/screen/evidence-parts.tsx';
import { countWords } from '../../../../web/format.ts';
import { FieldGrid } from '../../../../web/parts/fields/field-grid.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Stack } from '../../../../web/parts/surface/layout.tsx';
import type { PlanData, PlanItem } from '../admission-plan.ts';

const STAGE_WORDS = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;

const COLUMNS: Column<PlanItem>[] = [
  { key: 'school', title: '学校', cell: ({ schoolName }) => schoolName },
  { key: 'stage', title: '学段', width: 88, cell: ({ stage }) => STAGE_WORDS[stage] },
  { key: 'places', title: '计划', width: 72, align: 'right', cell: ({ places }) => countWords(places) },
  { key: 'catchment', title: '服务范围', cell: ({ catchment }) => catchment ?? '' },
];

function PlanPane({ view, fill }: CasePaneProps): ReactNode {
  const { intakeYear, paper, items } = view.data as unknown as PlanData;
  const total = items.reduce((sum, { places }) => sum + places, 0);
  return (
    <Stack fill={fill}>
      <Card title="计划文件">
        <FieldGrid
          rows={[
            { key: 'title', label: '计划文件', value: paper.title, wide: true },
            { key: 'number', label: '文号', value: paper.number ?? '无' },
            { key: 'issued', label: '发布日期', value: paper.issuedOn },
          ]}
        />
      </Card>
      <Card title="招生计划" note={`${intakeYear}级，共${countWords(total)}人`} flush>
        <DataTable
          label="招生计划"
          plain
          columns={COLUMNS}
          rows={items}
          rowKey={({ schoolId, stage }) => `${schoolId} ${stage}`}
          rowWords={({ schoolName }) => schoolName}
          state={{ kind: 'READY' }}
          empty={null}
        />
      </Card>
    </Stack>
  );
}

const ASKED: readonly AskedPaper[] = [{ paper: 'NOTICE', what: '计划文件', by: '下达机关' }];
const PapersPane = (props: CasePaneProps): ReactNode => <EvidencePane {...props} papers={ASKED} />;

export const ADMISSION_PLAN_CONTENT: CaseContent = {
  panes: [
    { key: 'plan', words: '招生计划', Pane: PlanPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: 'minmax(0, 1.5fr) minmax(0, 1fr)',
  effect: () => ({ role: '执行', party: '各校', facts: ['签署后各校按此计划注册新生'] }),
  countOf: countsNothing,
};
