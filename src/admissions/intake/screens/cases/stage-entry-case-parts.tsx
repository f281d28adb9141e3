/** 升学接续办件: who goes on in which record. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  type CaseContent,
  type CasePaneProps,
  countsNothing,
} from '../../../../cases/pages/case/case-content-parts.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { StageEntryData } from '../../entry/stage-entry.ts';
import type { RollItem } from '../../roll/roll.api.ts';
import { useRoll } from '../roll-queries.tsx';
import { STATE_KINDS } from '../roll-words.screen.ts';

const NONE: RollItem[] = [];
const COLUMNS: Column<RollItem>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 108,
    cell: ({ id, name }) => <Link to={`/admissions/roll?id=${id}`}>{name}</Link>,
  },
  { key: 'number', title: '身份证件号', width: 168, cell: ({ identityMasked }) => identityMasked },
  { key: 'former', title: '原就读学校', cell: ({ formerSchool }) => formerSchool ?? '' },
  { key: 'photo', title: '照片', width: 72, cell: ({ hasPhoto }) => (hasPhoto ? '已采集' : '原照片') },
  {
    key: 'state',
    title: '状态',
    width: 120,
    cell: ({ state, stateWords }) => <StatusChip kind={STATE_KINDS[state]}>{stateWords}</StatusChip>,
  },
];

function ChildrenPane({ view, fill }: CasePaneProps): ReactNode {
  const { intakeYear, size } = view.data as unknown as StageEntryData;
  const query = useRoll({ caseId: view.id });
  return (
    <Card title="接续学籍的学生" note={`${intakeYear}级，${size}人`} fill={fill} flush>
      <DataTable
        label="接续学籍的学生"
        plain
        columns={COLUMNS}
        rows={query.data?.items ?? NONE}
        rowKey={({ id }) => id}
        rowWords={({ name }) => name}
        state={listState(query)}
        empty={null}
      />
    </Card>
  );
}

export const STAGE_ENTRY_CONTENT: CaseContent = {
  panes: [{ key: 'children', words: '接续学籍', Pane: ChildrenPane }],
  columns: 'minmax(0, 1fr)',
  effect: () => ({ role: '接续', party: '录取学校', facts: ['沿用原学籍号，档案由原学校转来'] }),
  countOf: countsNothing,
};
