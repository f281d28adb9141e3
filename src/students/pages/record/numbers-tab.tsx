/** 学籍号沿革: every number the student has had; a number is given once and never worked out again. */
import type { ReactNode } from 'react';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { MaskedValue } from '../../../web/parts/fields/masked-value.tsx';
import type { StudentView } from '../../api/students.api.ts';
import type { StudentActs } from '../student-queries.tsx';
import { USUAL_REASONS } from './head-card.tsx';

const KINDS: Record<string, string> = { L: '临时学籍号', G: '正式学籍号', J: '无证件学籍号' };

/** The numbers, the one in force on top. */
export function NumbersTab({ student, acts }: { student: StudentView; acts: StudentActs }): ReactNode {
  const numbers = student.numbers.toReversed();
  if (numbers.length === 0) return <EmptyState words="还没有学籍号" why="学籍建立时由系统编号" />;
  return (
    <div className="record-table">
      <table aria-label="学籍号沿革">
        <thead>
          <tr>
            <th scope="col">种类</th>
            <th scope="col">号码</th>
            <th scope="col">起</th>
            <th scope="col">止</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ kind, masked, from, to }, place) => (
            <tr key={`${kind} ${from} ${masked} ${to}`}>
              <td>{KINDS[kind] ?? kind}</td>
              <td>
                <MaskedValue
                  label="学籍号"
                  masked={masked}
                  usualReasons={USUAL_REASONS}
                  onReveal={place === 0 ? (reason) => acts.reveal('registrationNumber', reason) : undefined}
                />
              </td>
              <td>{from}</td>
              <td>{to ?? '现行'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
