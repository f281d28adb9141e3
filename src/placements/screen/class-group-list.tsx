/** 年级班级列: every class group with its size among the law's bounds and its boys and girls; the unplaced on top. */
import type { ReactNode } from 'react';
import { countWords } from '../../web/format.ts';
import { BoundsScale } from '../../web/parts/progress/bounds-scale.tsx';
import { SplitBar } from '../../web/parts/progress/split-bar.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import type { ClassGroupView, UnplacedView } from '../placements.api.ts';
import { type Chosen, type GradePart, keyOfUnplaced, scaleOf, sizeState } from './placing.screen.ts';
import './classes.css';

interface ClassGroupListProps {
  grades: readonly GradePart[];
  chosen: Chosen | undefined;
  onChoose: (text: string) => void;
}

/** The left side of the page. */
export function ClassGroupList({ grades, chosen, onChoose }: ClassGroupListProps): ReactNode {
  return (
    <nav className="class-groups" aria-label="班级">
      {grades.map(({ key, words, total, unplaced, classGroups }) => (
        <section key={key} aria-label={words}>
          <h3 className="class-grade">
            <b>{words}</b>
            <span>{classGroups.length > 0 ? `${classGroups.length}个班，${countWords(total)}人` : `${total}人`}</span>
          </h3>
          <ul>
            {unplaced.map((some) => (
              <li key={keyOfUnplaced(some)}>
                <UnplacedRow some={some} chosen={chosen} onChoose={onChoose} />
              </li>
            ))}
            {classGroups.map((group) => (
              <li key={group.id}>
                <GroupRow group={group} chosen={chosen} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface RowProps {
  chosen: Chosen | undefined;
  onChoose: (text: string) => void;
}

function UnplacedRow({ some, chosen, onChoose }: RowProps & { some: UnplacedView }): ReactNode {
  const key = keyOfUnplaced(some);
  const current = chosen?.kind === 'UNPLACED' && chosen.key === key;
  return (
    <button
      type="button"
      className="class-row is-unplaced"
      aria-current={current ? 'true' : undefined}
      onClick={() => onChoose(key)}
    >
      <span className="class-line">
        <StateIcon kind="JUDGEMENT" />
        <b>未分班</b>
        <b className="class-size tone-amber">{countWords(some.total)}</b>
      </span>
    </button>
  );
}

function GroupRow({ group, chosen, onChoose }: RowProps & { group: ClassGroupView }): ReactNode {
  const { id, name, teacherName, total, boys, girls, others, bounds } = group;
  const state = sizeState(bounds, total);
  const tone = state === 'OVER_MOST' ? ' tone-red' : state === 'OVER_USUAL' ? ' tone-amber' : '';
  const shares = [
    { key: 'boys', words: '男', count: boys, colour: 'cat-a' },
    ...(others > 0 ? [{ key: 'others', words: '其他', count: others, colour: 'cat-c' } as const] : []),
    { key: 'girls', words: '女', count: girls, colour: 'cat-b' },
  ] as const;
  return (
    <button
      type="button"
      className="class-row"
      aria-current={chosen?.kind === 'GROUP' && chosen.id === id ? 'true' : undefined}
      onClick={() => onChoose(id)}
    >
      <span className="class-line">
        <b>{name}</b>
        <span className="class-teacher">{teacherName ?? ''}</span>
        {state === 'OVER_MOST' && <StateIcon kind="REFUSED" />}
        {state === 'OVER_USUAL' && <StateIcon kind="JUDGEMENT" />}
        <b className={`class-size${tone}`}>{total}</b>
      </span>
      <span className="class-pictures">
        {bounds && bounds.most !== null ? (
          <BoundsScale
            label="班额"
            value={total}
            {...scaleOf({ usual: bounds.usual, most: bounds.most })}
            usual={bounds.usual}
            most={bounds.most}
            unit="人"
          />
        ) : (
          <span className="class-no-bounds">{bounds ? `原则上${bounds.usual}人` : '本地未定班额'}</span>
        )}
        {total > 0 ? (
          <SplitBar label="性别" shares={shares} inside />
        ) : (
          <span className="class-no-bounds">还没有学生</span>
        )}
      </span>
    </button>
  );
}
