/** 一个班的栏: its size among the law's bounds, its boys and girls, who needs care, and the students, to be dragged. */
import { type KeyboardEvent, memo, type PointerEvent, type ReactNode } from 'react';
import { BoundsScale } from '../../web/parts/progress/bounds-scale.tsx';
import { SplitBar } from '../../web/parts/progress/split-bar.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Tag } from '../../web/parts/state/tag.tsx';
import type { PlannedStudentView, PlanView } from '../plan/plan.api.ts';
import { scaleOf } from '../screen/placing.screen.ts';
import type { BoardColumn } from './board.screen.ts';

/** Rows that a folded column shows. */
export const FOLDED_ROWS = 15;

export interface ColumnProps {
  column: BoardColumn;
  bounds: PlanView['bounds'];
  mayChange: boolean;
  /** All rows, rather than the first ones. */
  open: boolean;
  /** A student is held over it. */
  target: boolean;
  pickedId: string | undefined;
  onFold: (columnId: string) => void;
  onPick: (studentId: string) => void;
  onKey: (event: KeyboardEvent, studentId: string) => void;
  onLift: (event: PointerEvent, studentId: string) => void;
}

/** One column of the board. */
export function GroupColumn(props: ColumnProps): ReactNode {
  const { column, bounds, open, target, onFold } = props;
  const { id, name, total, students, present } = column;
  const rows = open ? students : students.slice(0, FOLDED_ROWS);
  const hidden = students.length - rows.length;
  const over = column.state === 'OVER_MOST' ? ' is-over-most' : column.state === 'OVER_USUAL' ? ' is-over' : '';
  return (
    <section
      className={`board-column${over}${target ? ' is-target' : ''}`}
      aria-label={`${name}，${total}人`}
      data-column={id}
    >
      <ColumnHead column={column} bounds={bounds} />
      <ul className={`board-students${open ? ' is-open' : ''}`}>
        {rows.map((student) => (
          <StudentRow key={student.studentId} {...props} student={student} />
        ))}
      </ul>
      <footer className="board-column-foot">
        {present > 0 && <span>{`原有${present}人`}</span>}
        {hidden > 0 && <span>{`另${hidden}人`}</span>}
        {students.length > FOLDED_ROWS && (
          <button className="button is-quiet" type="button" aria-expanded={open} onClick={() => onFold(id)}>
            {open ? '收起' : '展开'}
          </button>
        )}
      </footer>
    </section>
  );
}

function ColumnHead({ column, bounds }: Pick<ColumnProps, 'column' | 'bounds'>): ReactNode {
  const { name, teacherName, total, boys, girls, others, special, state } = column;
  const tone = state === 'OVER_MOST' ? ' tone-red' : state === 'OVER_USUAL' ? ' tone-amber' : '';
  const shares = [
    { key: 'boys', words: '男', count: boys, colour: 'cat-a' },
    ...(others > 0 ? [{ key: 'others', words: '其他', count: others, colour: 'cat-c' } as const] : []),
    { key: 'girls', words: '女', count: girls, colour: 'cat-b' },
  ] as const;
  return (
    <header className="board-column-head">
      <div className="board-name">
        <h2>{name}</h2>
        <span className="class-teacher">{teacherName ?? ''}</span>
        <b className={`board-size${tone}`}>{total}</b>
      </div>
      {bounds && bounds.most !== null && (
        <BoundsScale
          label="班额"
          value={total}
          {...scaleOf({ usual: bounds.usual, most: bounds.most })}
          usual={bounds.usual}
          most={bounds.most}
          unit="人"
        />
      )}
      {total > 0 && <SplitBar label="性别" shares={shares} inside />}
      <p className="board-standing">
        {state === 'WITHIN' && (
          <span>
            <StateIcon kind="DONE" size={12} />
            在限内
          </span>
        )}
        {state === 'OVER_USUAL' && (
          <span className="tone-amber">
            <StateIcon kind="JUDGEMENT" size={12} />
            {`超${bounds?.usual}人`}
          </span>
        )}
        {state === 'OVER_MOST' && (
          <span className="tone-red">
            <StateIcon kind="REFUSED" size={12} />
            {`超最多${bounds?.most}人`}
          </span>
        )}
        {state === 'NO_BOUNDS' && <span>本地未定班额</span>}
        <span>{`随班就读${special}`}</span>
      </p>
    </header>
  );
}

const StudentRow = memo(function StudentRow({
  student,
  mayChange,
  pickedId,
  onPick,
  onKey,
  onLift,
}: ColumnProps & { student: PlannedStudentView }): ReactNode {
  const { studentId, name, genderWords, special, boards, classGroupId, drawnId } = student;
  const picked = pickedId === studentId;
  const marks = [
    ...(special ? ['随班就读'] : []),
    ...(boards ? ['住校'] : []),
    ...(classGroupId !== drawnId ? ['已调整'] : []),
  ];
  const content = (
    <>
      <span className="board-gender">{genderWords}</span>
      <span className="board-student-name">{name}</span>
      {marks.slice(0, 1).map((words) => (
        <Tag key={words}>{words}</Tag>
      ))}
    </>
  );
  if (!mayChange) return <li className="board-student">{content}</li>;
  return (
    <li>
      <button
        type="button"
        className={`board-student${picked ? ' is-picked' : ''}`}
        data-student={studentId}
        aria-pressed={picked}
        onClick={() => onPick(studentId)}
        onKeyDown={(event) => onKey(event, studentId)}
        onPointerDown={(event) => onLift(event, studentId)}
      >
        {content}
        <span className="unseen">，按M调班</span>
      </button>
    </li>
  );
});
