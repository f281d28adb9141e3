/** 录入一班: a grid over what was saved; typed, pasted or read from a workbook, kept through failed saves and reloads. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { keepDraft, keptDraft } from '../../../web/kept-drafts.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../web/parts/floating/reason-dialog.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { useIsWide, useLeaveWarning } from '../../while-typing.tsx';
import { type Fitted, fitTable, type StrayRow } from '../fit-table.screen.ts';
import { PasteReport } from '../paste-report.tsx';
import { readTable } from '../read-table.screen.ts';
import {
  type CellText,
  type ChangedStudent,
  changedStudents,
  countCells,
  filledCells,
  firstProblem,
  fittingDraft,
  type Typed,
  typeIn,
} from './class-grid.screen.ts';
import { ClassGrid, type ClassGridProps } from './class-grid.tsx';
import { type GridWorkbook, WorkbookButtons } from './workbook-buttons.tsx';
import './grid.css';

export interface GridEntryProps extends Pick<ClassGridProps, 'label' | 'items' | 'students' | 'problemOf'> {
  /** Under which what was typed is kept through a reload: kind, class group and term. */
  draft: string;
  mayEnter: boolean;
  /** Said to whoever only looks on. */
  looksOn?: string | undefined;
  /** What may stand in a column: 语文可填0至100. */
  hintOf?: ((code: string) => string | undefined) | undefined;
  /** Why it cannot be saved yet, beside cells that are no value. */
  locked?: ((changed: readonly ChangedStudent[]) => string | undefined) | undefined;
  workbook?: GridWorkbook | undefined;
  /** Above the grid: the day of the measuring, the kind of aid. */
  beside?: ReactNode;
  /** Above the button: what the law says. */
  findings?: ReactNode;
  /** Words on the button. Default 保存3格. */
  act?: ((changed: readonly ChangedStudent[]) => string) | undefined;
  /** Where a change of what was entered on an earlier day needs its reason. */
  correction?:
    | { asks: (changed: readonly ChangedStudent[]) => boolean; title: string; usual: readonly string[]; words: string }
    | undefined;
  onSave: (changed: readonly ChangedStudent[], reason?: string) => Promise<unknown>;
  /** Fetches what others have saved meanwhile, what was typed stays. */
  onRenew?: (() => Promise<unknown>) | undefined;
}

const START = { row: 0, column: 0 };

/** Begin it anew for another class group, term or kind; not for a renewal of the same. */
export function GridEntry(props: GridEntryProps): ReactNode {
  const { label, items, students, problemOf, draft, mayEnter, beside, findings, workbook } = props;
  const { accountId } = useSession();
  const wide = useIsWide();
  const [restored, setRestored] = useState(() => fittingDraft(keptDraft<Typed>(accountId, draft), items, students));
  const [typed, setTyped] = useState<Typed>(restored);
  const [pasted, setPasted] = useState<{ fitted: Fitted; before: Typed; after: Typed }>();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [reached, setReached] = useState(0);
  const [one, setOne] = useState('');
  const shown = useMemo(
    () => (wide ? items : items.filter(({ code }) => code === (one || items[0]?.code))),
    [wide, items, one],
  );
  const changed = useMemo(() => changedStudents(typed, students), [typed, students]);
  const count = countCells(changed);
  const bad = firstProblem(typed, items, students, problemOf);
  useLeaveWarning(count > 0);
  useEffect(() => keepDraft(accountId, draft, count > 0 ? typed : undefined), [accountId, draft, typed, count]);

  const take = (fitted: Fitted) => {
    // An empty cell of the table says nothing about the grid.
    const after = typeIn(typed, students, filledOf(fitted.cells));
    setPasted({ fitted, before: typed, after });
    setTyped(after);
  };
  const give = (stray: StrayRow, studentId: string) => {
    const after = typeIn(typed, students, filledOf(stray.cells.map((cell) => ({ studentId, ...cell }))));
    setTyped(after);
    setPasted(
      (now) =>
        now && { ...now, after, fitted: { ...now.fitted, strays: now.fitted.strays.filter((row) => row !== stray) } },
    );
  };
  const undo = () => {
    if (!pasted) return;
    setTyped(pasted.before);
    setPasted(undefined);
  };
  const type = useCallback(
    (studentId: string, code: string, text: string) =>
      setTyped((before) => typeIn(before, students, [{ studentId, code, text }])),
    [students],
  );
  const attempt = async (doing: () => Promise<unknown>) => {
    setProblem(undefined);
    await doing().catch(setProblem);
  };
  const save = async (reason?: string) => {
    setProblem(undefined);
    setBusy(true);
    try {
      await props.onSave(changed, reason);
      // Where saving leads to another page, nothing is drawn here any more that would forget it.
      keepDraft(accountId, draft, undefined);
      setTyped({});
      setRestored({});
      setPasted(undefined);
    } catch (thrown) {
      setProblem(thrown);
      if (reason) throw thrown;
    } finally {
      setBusy(false);
    }
  };
  const goToBad = () => {
    if (!bad) return;
    setOne(bad.item.code);
    const column = wide ? bad.column : 0;
    requestAnimationFrame(() =>
      document.querySelector<HTMLInputElement>(`.class-grid [data-at="${bad.row}-${column}"]`)?.focus(),
    );
  };
  const hint = mayEnter && shown[reached] ? props.hintOf?.(shown[reached].code) : undefined;
  const filled = filledCells(typed, items, students);
  const held = bad ? `${bad.student.name}的${bad.item.name}还没有填对` : props.locked?.(changed);
  return (
    <div className="grid-entry">
      {beside && mayEnter && <div className="grid-beside">{beside}</div>}
      {!wide && items.length > 1 && (
        <div className="grid-one">
          <Select
            aria-label="项目"
            value={shown[0]?.code ?? ''}
            onChange={setOne}
            options={items.map(({ code, name }) => ({ value: code, words: name }))}
          />
        </div>
      )}
      <div className="grid-scroll">
        <ClassGrid
          {...{ label, students, typed, problemOf }}
          items={shown}
          onType={mayEnter ? type : undefined}
          onPaste={(text, start) => take(fitTable(readTable(text), { seats: students, headings: shown, start }))}
          onUndo={() => {
            // Once something was typed after it, the keys undo that, as everywhere.
            if (!pasted || typed !== pasted.after) return false;
            undo();
            return true;
          }}
          onReach={setReached}
        />
      </div>
      <div className="grid-foot">
        {pasted && (
          <PasteReport
            fitted={pasted.fitted}
            seats={students}
            names={new Map(items.map(({ code, name }) => [code, name]))}
            onGive={give}
            onUndo={undo}
            onClose={() => setPasted(undefined)}
          />
        )}
        {count > 0 && Object.keys(restored).length > 0 && (
          <p className="grid-kept">
            上次填写未保存的内容已恢复
            <Button
              onPress={() => {
                setTyped({});
                setRestored({});
              }}
            >
              不要了
            </Button>
          </p>
        )}
        <ProblemLine problem={problem} />
        {problem !== undefined && count > 0 && (
          <p className="grid-kept">
            已填的{count}格仍在
            {props.onRenew && (
              <Button onPress={() => void props.onRenew?.().then(() => setProblem(undefined))}>
                重新取数，保留已填
              </Button>
            )}
          </p>
        )}
        {bad && (
          <p className="tone-red grid-bad" role="alert">
            {bad.student.name}的{bad.item.name}：{bad.problem}
          </p>
        )}
        {findings}
        <div className="grid-save">
          <span>
            {hint && <span>{hint}</span>}
            <span className="quiet grid-count">
              已填{filled}/{items.length * students.length}格
              {mayEnter && wide && filled === 0 && '，可从表格软件整块复制，在此粘贴'}
            </span>
          </span>
          {workbook && mayEnter && (
            <WorkbookButtons
              workbook={workbook}
              onAttempt={attempt}
              onRead={(table) => take(fitTable(table, { seats: students, headings: items, start: START }))}
            />
          )}
          {mayEnter ? (
            <Button
              tone="primary"
              large
              busy={busy}
              onPress={() => (props.correction?.asks(changed) ? setAsking(true) : void save())}
              locked={
                count === 0
                  ? { reason: props.act ? '还没有填写' : '没有更改，已保存' }
                  : held
                    ? { reason: held, ...(bad ? { onJump: goToBad } : {}) }
                    : undefined
              }
            >
              {props.act?.(changed) ?? (count === 0 ? '已保存' : `保存${count}格`)}
            </Button>
          ) : (
            <span className="quiet">{props.looksOn ?? '本岗位只查看，由班主任和学籍管理员录入'}</span>
          )}
        </div>
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={props.correction?.title ?? ''}
        usual={props.correction?.usual}
        act="更正并保存"
        onGive={(reason) => save(reason)}
      >
        {props.correction?.words}
      </ReasonDialog>
    </div>
  );
}

const filledOf = (cells: readonly CellText[]) => cells.filter(({ text }) => text !== '');
