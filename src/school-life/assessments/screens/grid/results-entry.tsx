/** 登记成绩: what is typed or pasted lies over the saved grid until it is saved; a failed save keeps all of it. */
import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { type Fitted, fitTable, type StrayRow } from '../../../pasting/fit-table.screen.ts';
import { PasteReport } from '../../../pasting/paste-report.tsx';
import { readTable } from '../../../pasting/read-table.screen.ts';
import { useIsWide, useLeaveWarning } from '../../../while-typing.tsx';
import type { GridView } from '../../api/assessments.api.ts';
import { allowedWords } from '../../results/read-value.api.ts';
import { useAssessmentActs } from '../assessment-queries.tsx';
import { changesOf, filledCells, firstProblem, needsReason, type Typed, typeIn } from './draft.screen.ts';
import { ResultsFindings } from './results-findings.tsx';
import { ResultsGrid } from './results-grid.tsx';
import './results.css';

export interface ResultsEntryProps {
  view: GridView;
  may: boolean;
  /** Gets the act of filling in rows of a workbook that was read elsewhere. */
  taker: RefObject<((table: readonly (readonly string[])[]) => void) | undefined>;
}

const START = { row: 0, column: 0 };

/** Begin it anew for another class group, term or kind; not for a renewal of the same. */
export function ResultsEntry({ view, may, taker }: ResultsEntryProps): ReactNode {
  const acts = useAssessmentActs();
  const wide = useIsWide();
  const [typed, setTyped] = useState<Typed>({});
  const [fitted, setFitted] = useState<Fitted>();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [reached, setReached] = useState(START);
  const [one, setOne] = useState('');
  const beforePaste = useRef<Typed>({});
  const { rows, columns, kind, classGroup, term } = view;
  const shown = wide ? columns : columns.filter(({ code }) => code === (one || columns[0]?.code));
  const changes = useMemo(() => changesOf(typed, view), [typed, view]);
  const bad = firstProblem(typed, view);
  useLeaveWarning(changes.length > 0);

  const take = (fit: Fitted) => {
    beforePaste.current = typed;
    setFitted(fit);
    // An empty cell of the table says nothing about the grid.
    setTyped(
      typeIn(
        typed,
        view,
        fit.cells.filter(({ text }) => text !== ''),
      ),
    );
  };
  const paste = (text: string, start: { row: number; column: number }) =>
    take(fitTable(readTable(text), { seats: rows, headings: shown, start }));
  taker.current = (table) => take(fitTable(table, { seats: rows, headings: columns, start: START }));
  const give = (stray: StrayRow, studentId: string) => {
    setTyped(
      typeIn(
        typed,
        view,
        stray.cells.filter(({ text }) => text !== '').map((cell) => ({ studentId, ...cell })),
      ),
    );
    setFitted((now) => now && { ...now, strays: now.strays.filter((row) => row !== stray) });
  };
  const type = useCallback(
    (studentId: string, code: string, text: string) =>
      setTyped((now) => typeIn(now, view, [{ studentId, code, text }])),
    [view],
  );
  const save = async (reason?: string) => {
    setProblem(undefined);
    setBusy(true);
    try {
      const { schoolYear } = term;
      const ordinal = term.term;
      await acts.saveGrid(classGroup.id, {
        ...{ schoolYear, term: ordinal, kind, cells: changes },
        ...(reason ? { reason } : {}),
      });
      setTyped({});
      setFitted(undefined);
    } catch (thrown) {
      setProblem(thrown);
      if (reason) throw thrown;
    } finally {
      setBusy(false);
    }
  };
  const goToBad = () =>
    bad && document.querySelector<HTMLInputElement>(`.results [data-at="${bad.row}-${bad.column}"]`)?.focus();
  const filled = filledCells(typed, view);
  return (
    <div className="results-entry">
      {!wide && columns.length > 1 && (
        <div className="results-one">
          <Select
            aria-label="科目"
            value={shown[0]?.code ?? ''}
            onChange={setOne}
            options={columns.map(({ code, name }) => ({ value: code, words: name }))}
          />
        </div>
      )}
      <div className="results-scroll">
        <ResultsGrid
          columns={shown}
          rows={rows}
          kind={kind}
          typed={typed}
          onType={may ? type : undefined}
          onPaste={paste}
          onReach={setReached}
        />
      </div>
      <div className="results-foot">
        {fitted && (
          <PasteReport
            fitted={fitted}
            seats={rows}
            names={new Map(columns.map(({ code, name }) => [code, name]))}
            onGive={give}
            onUndo={() => {
              setTyped(beforePaste.current);
              setFitted(undefined);
            }}
            onClose={() => setFitted(undefined)}
          />
        )}
        <ProblemLine problem={problem} />
        {problem !== undefined && changes.length > 0 && (
          <p className="results-kept">
            已填的{changes.length}格仍在
            <Button onPress={() => void acts.renew().then(() => setProblem(undefined))}>重新取数，保留已填</Button>
          </p>
        )}
        {bad && (
          <p className="tone-red results-bad" role="alert">
            {bad.name}的{bad.subject}：{bad.problem}
          </p>
        )}
        <ResultsFindings view={view} />
        <div className="results-save">
          <span>
            {may && shown[reached.column] ? (
              <>
                {shown[reached.column]!.name}可填{allowedWords(shown[reached.column]!, kind)}
              </>
            ) : null}
            <span className="quiet results-count">
              已填{filled}/{rows.length * columns.length}格
              {may && wide && filled === 0 && '，可从表格软件整块复制，在此粘贴'}
            </span>
          </span>
          {may ? (
            <Button
              tone="primary"
              large
              busy={busy}
              onPress={() => (needsReason(typed, view) ? setAsking(true) : void save())}
              locked={
                bad
                  ? { reason: `${bad.name}的${bad.subject}还没有填对`, onJump: goToBad }
                  : changes.length === 0
                    ? { reason: '没有更改，已保存' }
                    : undefined
              }
            >
              {changes.length > 0 ? `保存${changes.length}格` : '已保存'}
            </Button>
          ) : (
            <span className="quiet">本岗位只看成绩，由班主任和学籍管理员登记</span>
          )}
        </div>
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="更正以前的成绩"
        usual={['登记时看错行', '阅卷复核更正', '补考后更正']}
        act="更正并保存"
        onGive={(reason) => save(reason)}
      >
        原来的成绩留有记录，更正人和理由可查
      </ReasonDialog>
    </div>
  );
}
