/** 实践: what the students of a class group took part in, by hours; entered for many at once. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { PracticeView as Practice } from '../../api/further.api.ts';
import { useAssessmentActs, usePractice } from '../assessment-queries.tsx';
import { PracticeForm } from './practice-form.tsx';
import './practice.css';

type Row = Practice['rows'][number];
type Taken = Row['records'][number];
const NONE: Row[] = [];

/** The card. */
export function PracticeView({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = usePractice(classGroupId);
  const acts = useAssessmentActs();
  const may = useMayCall()('POST /api/class-groups/:id/practice');
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState('');
  const [ending, setEnding] = useState<{ row: Row; taken: Taken }>();
  const view = query.data;
  const row = view?.rows.find(({ studentId }) => studentId === shown);
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: '学生',
      width: 112,
      stuck: 'start',
      cell: ({ seatNo, name }) => (
        <>
          <span className="results-seat">{seatNo ?? ''}</span>
          {name}
        </>
      ),
    },
    { key: 'hours', title: '课时', width: 64, align: 'right', cell: ({ hours }) => hours },
    {
      key: 'records',
      title: '参加的活动',
      cell: ({ studentId, records }) =>
        records.length > 0 ? (
          <Button tone="quiet" onPress={() => setShown(studentId)}>
            {latestOf(records)}
          </Button>
        ) : (
          <span className="quiet">还没有</span>
        ),
    },
  ];
  return (
    <Card
      title="实践活动"
      note={view?.classGroup.name}
      side={
        may ? (
          <div className="results-side">
            <Button to={`/class-entry?table=PRACTICE&group=${classGroupId}`}>整班登记</Button>
            <Button tone="primary" onPress={() => setAdding(true)}>
              登记活动
            </Button>
          </div>
        ) : undefined
      }
      foot={view?.paperName ? `依本地规定填入《${view.paperName}》` : undefined}
      fill
      flush
    >
      <DataTable
        label="实践活动"
        fill
        remember="practice"
        columns={columns}
        rows={view?.rows ?? NONE}
        rowKey={({ studentId }) => studentId}
        rowWords={({ name }) => name}
        onOpen={({ studentId, records }) => records.length > 0 && setShown(studentId)}
        state={listState(query)}
        empty={<EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再登记" />}
      />
      {adding && view && <PracticeForm view={view} onClose={() => setAdding(false)} />}
      <Dialog
        open={row !== undefined && ending === undefined}
        onClose={() => setShown('')}
        title={`${row?.name}参加的实践活动，共${row?.hours}课时`}
      >
        <ul className="practice-records">
          {row?.records.map((taken) => (
            <li key={taken.id}>
              <b>{taken.activity}</b>
              <span className="quiet">
                {taken.kindWords}，{taken.heldOn}，{taken.hours}课时
              </span>
              <span>
                {taken.partTaken}，{taken.confirmedByName}证明
              </span>
              {may && (
                <Button tone="quiet" onPress={() => setEnding({ row, taken })}>
                  撤下
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Dialog>
      <ReasonDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={ending ? `撤下${ending.row.name}的“${ending.taken.activity}”` : ''}
        usual={['当天没有参加', '重复登记', '内容登记有误']}
        act="撤下"
        danger
        onGive={(reason) => ending && acts.endPractice(classGroupId, { ids: [ending.taken.id], reason })}
      >
        记录撤下后不再计课时，原来的登记留存
      </ReasonDialog>
    </Card>
  );
}

function latestOf([latest, ...others]: Row['records']): string {
  return others.length > 0 ? `${latest?.activity}等${others.length + 1}项` : (latest?.activity ?? '');
}
