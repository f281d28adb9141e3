/** 学期汇总: what each student of a class group missed in the term. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import { ABSENCE_KINDS, type AbsenceKind } from '../absence.api.ts';
import type { SumsView as Sums } from '../attendance.api.ts';
import { useSums } from './attendance-queries.tsx';
import './register/register.css';

type Row = Sums['students'][number];
const NONE: Row[] = [];
const KINDS = Object.keys(ABSENCE_KINDS) as AbsenceKind[];

/** 旷课7节; who was late is counted by times. */
const countWords = ({ kind, times, periods }: Row['counts'][number]): string =>
  times === 0 ? '' : kind === 'LATE' || kind === 'LEFT_EARLY' ? `${times}次` : `${periods}节`;

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '学生',
    width: 148,
    stuck: 'start',
    cell: ({ studentId, seatNo, name }) => (
      <>
        <span className="register-seat">{seatNo ?? ''}</span> <Link to={`/students/${studentId}`}>{name}</Link>
      </>
    ),
  },
  ...KINDS.map(
    (kind, at): Column<Row> => ({
      key: kind,
      title: ABSENCE_KINDS[kind],
      width: 84,
      optional: at > 2,
      cell: ({ counts }) => countWords(counts.find((one) => one.kind === kind)!),
    }),
  ),
];

/** The card. */
export function SumsView({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = useSums(classGroupId);
  const sums = query.data;
  const note = sums && `${sums.term.startsOn}至${sums.term.endsOn}，已点名${sums.daysTaken}天共${sums.periodsTaken}节`;
  const totals = sums?.counts
    .filter(({ times }) => times > 0)
    .map((one) => `${ABSENCE_KINDS[one.kind]}${countWords(one)}`)
    .join('，');
  return (
    <Card title={sums?.term.words ?? '学期汇总'} note={note} foot={totals ? `全班：${totals}` : undefined} fill flush>
      <DataTable
        label="学期考勤汇总"
        fill
        remember="attendance-sums"
        columns={columns}
        rows={sums?.students ?? NONE}
        rowKey={({ studentId }) => studentId}
        rowWords={({ name }) => name}
        state={listState(query)}
        empty={<EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再点名" />}
      />
    </Card>
  );
}
