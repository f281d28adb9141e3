/** 粘贴结果: how many cells found their place, and every row that did not, with what stood in it and a way to say whose it is. */
import type { ReactNode } from 'react';
import { Select } from '../../web/parts/form/select-field.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { Fitted, Seat, StrayRow } from './fit-table.screen.ts';
import './paste.css';

export interface PasteReportProps {
  fitted: Fitted;
  seats: readonly Seat[];
  /** Names of the columns by code. */
  names: ReadonlyMap<string, string>;
  onGive: (stray: StrayRow, studentId: string) => void;
  /** Takes the whole table out again. */
  onUndo: () => void;
  onClose: () => void;
}

const WAYS: Record<Fitted['by'], string> = { NAME: '按姓名', SEAT: '按座号', ORDER: '按顺序' };

/** Stays until it is closed: nothing of what was pasted is lost. */
export function PasteReport({ fitted, seats, names, onGive, onUndo, onClose }: PasteReportProps): ReactNode {
  const { cells, strays, unknown, by, without } = fitted;
  const filled = cells.filter(({ text }) => text !== '').length;
  const students = new Set(cells.map(({ studentId }) => studentId)).size;
  return (
    <section className="paste-report" aria-label="粘贴结果">
      <div className="paste-line" role="status">
        <StateIcon kind={strays.length > 0 ? 'JUDGEMENT' : 'DONE'} />
        <p>
          {WAYS[by]}填入{students}人{filled}格，还没有保存
          {strays.length > 0 && `；${strays.length}行没有对上`}
          {without.length > 0 && `；表中没有${firstOf(without)}`}
          {unknown.length > 0 && `；${unknown.join('、')}不是本表的项目，没有填入`}
        </p>
        <Button onPress={onUndo}>撤销填入</Button>
        <Button onPress={onClose}>知道了</Button>
      </div>
      {strays.length > 0 && (
        <ul className="paste-strays" aria-label="没有对上的行">
          {strays.map((stray) => (
            <li key={`${stray.line} ${stray.why}`}>
              <b>{stray.words}</b>
              <span className="quiet">
                第{stray.line}行，{stray.why}
              </span>
              <span>
                {stray.cells
                  .filter(({ text }) => text !== '')
                  .map(({ code, text }) => `${names.get(code) ?? ''}${text}`)
                  .join('，')}
              </span>
              {stray.cells.length > 0 && (
                <Select
                  aria-label={`${stray.words}这一行填给`}
                  value=""
                  empty="填给…"
                  onChange={(studentId) => onGive(stray, studentId)}
                  options={seats.map(({ studentId, seatNo, name }) => ({
                    value: studentId,
                    words: `${seatNo ?? ''} ${name}`.trim(),
                  }))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const firstOf = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}人` : names.join('、');
