/** 两方对照: records side by side, what differs is marked by shape and tint, never by colour alone. */
import type { ReactNode } from 'react';
import { StateIcon } from '../state/state-icon.tsx';
import { runsAgainst } from './difference.ts';
import { Value } from './field-grid.tsx';
import './compare.css';

export interface CompareSide {
  key: string;
  /** 学籍记录, 户口簿, 转入校填报. */
  title: ReactNode;
  /** Before the title: photo, chip. */
  head?: ReactNode;
}

export interface CompareRow {
  key: string;
  label: string;
  /** One text per side, in order; undefined reads 未填. */
  values: readonly (string | undefined)[];
  /** Whether the row is at odds. Default: the values are not all the same. */
  differs?: boolean | undefined;
  /** What the row proves: 出生日期相差1年，权重30. */
  remark?: ReactNode;
}

export interface CompareTwoProps {
  /** Name of the comparison for readers. */
  label: string;
  /** Two sides, or more for key data; each is compared with the first. */
  sides: readonly CompareSide[];
  rows: readonly CompareRow[];
  /** Leave out what is the same. */
  onlyDifferent?: boolean | undefined;
}

// What scrolls sideways on a narrow screen can be reached, and so scrolled, by keyboard.
const REACHABLE = { tabIndex: 0, role: 'group', 'aria-label': '可左右滚动' };

/** A table with one column per side. */
export function CompareTwo({ label, sides, rows, onlyDifferent = false }: CompareTwoProps): ReactNode {
  const drawn = rows
    .map((row) => ({ ...row, differs: row.differs ?? row.values.some((value) => value !== row.values[0]) }))
    .filter((row) => row.differs || !onlyDifferent);
  const remarked = rows.some((row) => row.remark !== undefined);
  return (
    <div className="compare-room" {...REACHABLE}>
      <table className="compare" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {sides.map((side) => (
              <th key={side.key} scope="col">
                <span className="compare-side">
                  {side.head}
                  {side.title}
                </span>
              </th>
            ))}
            {remarked && <th scope="col">说明</th>}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.differs && <span className="unseen">，不一致</span>}
              </th>
              {sides.map((side, at) => (
                <Cell key={side.key} row={row} at={at} />
              ))}
              {remarked && <td className="compare-remark">{row.remark}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, at }: { row: CompareRow; at: number }): ReactNode {
  const value = row.values[at];
  const first = row.values[0];
  // Numbers and dates stay in one piece; only long texts break.
  const short = (value?.length ?? 0) <= 18 ? 'is-short' : '';
  if (!row.differs || at === 0 || value === first) {
    return (
      <td className={short}>
        <Value>{value}</Value>
      </td>
    );
  }
  return (
    <td className={`is-different ${short}`}>
      <StateIcon kind="JUDGEMENT" size={13} />
      {value === undefined || first === undefined ? <Value>{value}</Value> : <Marked value={value} against={first} />}
    </td>
  );
}

function Marked({ value, against }: { value: string; against: string }): ReactNode {
  const runs = runsAgainst(value, against);
  // Wholly different values need no mark within: the cell's own says it.
  if (runs.every((run) => run.differs)) return <span>{value}</span>;
  let at = 0;
  return (
    <span>
      {runs.map(({ text, differs }) => {
        at += text.length;
        return differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
      })}
    </span>
  );
}
