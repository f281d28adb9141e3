/** 录入一班: a grid with what was typed, the outcome of pasting, and saving; nothing typed is lost where saving fails. */
import { Download, Upload } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { type Fitted, fitTable, readTable, type StrayRow } from '../../../../school-life/pasting/pasting-parts.tsx';
import { useLeavingGuard } from '../../../../web/frame/leaving-guard.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Select } from '../../../../web/parts/form/select-field.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { changedStudents, firstProblem, typeIn } from './class-grid.screen.ts';
import { ClassGrid, type ClassGridProps, type Typed } from './class-grid.tsx';

interface GridEntryProps extends Pick<ClassGridProps, 'label' | 'items' | 'students' | 'problemOf'> {
  mayEnter: boolean;
  /** Why it cannot be saved yet. */
  locked?: string | undefined;
  /** The grid as a workbook: fetched to be filled in, and read back into the grid. */
  workbook?: { fetch: () => Promise<unknown>; read: (file: File) => Promise<string[][]> } | undefined;
  /** Beside the button: the day of the measuring. */
  beside?: ReactNode;
  onSave: (changed: ReturnType<typeof changedStudents>) => Promise<unknown>;
}

const WAYS: Record<Fitted['by'], string> = { NAME: '按姓名', SEAT: '按座号', ORDER: '按顺序' };

export function GridEntry({ label, items, students, problemOf, ...more }: GridEntryProps): ReactNode {
  const { mayEnter, locked, beside, workbook, onSave } = more;
  const chooser = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [pasted, setPasted] = useState<{ fitted: Fitted; before: Typed }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const changed = changedStudents(typed, students);
  useLeavingGuard(changed.length > 0);
  const type = useCallback(
    (studentId: string, code: string, text: string) =>
      setTyped((before) => typeIn(before, students, [{ studentId, code, text }])),
    [students],
  );
  const fit = (table: readonly (readonly string[])[], start: { row: number; column: number }) => {
    const fitted = fitTable(table, { seats: students, headings: items, start });
    setPasted({ fitted, before: typed });
    setTyped(typeIn(typed, students, fitted.cells));
  };
  const attempt = async (doing: () => Promise<unknown>) => {
    setProblem(undefined);
    await doing().catch(setProblem);
  };
  const save = async () => {
    const wrong = firstProblem(typed, items, students, problemOf);
    setProblem(wrong);
    if (wrong || busy) return;
    setBusy(true);
    try {
      await onSave(changed);
      setTyped({});
      setPasted(undefined);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid-entry">
      {pasted && (
        <PasteOutcome
          fitted={pasted.fitted}
          students={students}
          onGive={({ cells }, studentId) =>
            setTyped(
              typeIn(
                typed,
                students,
                cells.map((cell) => ({ studentId, ...cell })),
              ),
            )
          }
          onUndo={() => {
            setTyped(pasted.before);
            setPasted(undefined);
          }}
          onClose={() => setPasted(undefined)}
        />
      )}
      <div className="grid-scroll">
        <ClassGrid
          {...{ label, items, students, typed, problemOf }}
          onType={mayEnter ? type : undefined}
          onPaste={(text, start) => fit(readTable(text), start)}
        />
      </div>
      <div className="grid-foot">
        <ProblemLine problem={problem} />
        {mayEnter ? (
          <>
            <span className="quiet">
              {changed.length > 0
                ? `已改${changed.length}人，还没有保存`
                : '可从表格软件整块粘贴，含姓名列的按姓名对号'}
            </span>
            {workbook && (
              <>
                <Button icon={Download} onPress={() => void attempt(workbook.fetch)}>
                  下载工作簿
                </Button>
                <Button icon={Upload} onPress={() => chooser.current?.click()}>
                  读入工作簿
                </Button>
                <input
                  ref={chooser}
                  className="unseen"
                  type="file"
                  accept=".xlsx"
                  tabIndex={-1}
                  aria-hidden
                  onChange={(event) => {
                    const [file] = event.target.files ?? [];
                    event.target.value = '';
                    if (file) void attempt(async () => fit(await workbook.read(file), { row: 0, column: 0 }));
                  }}
                />
              </>
            )}
            {beside}
            <Button
              tone="primary"
              large
              busy={busy}
              onPress={() => void save()}
              locked={changed.length === 0 ? { reason: '没有更改' } : locked ? { reason: locked } : undefined}
            >
              保存
            </Button>
          </>
        ) : (
          <span className="quiet">本岗位只查看，由班主任和学籍管理员录入</span>
        )}
      </div>
    </div>
  );
}

interface PasteOutcomeProps {
  fitted: Fitted;
  students: GridEntryProps['students'];
  onGive: (stray: StrayRow, studentId: string) => void;
  onUndo: () => void;
  onClose: () => void;
}

/** Stays until it is closed: nothing of what was pasted is lost. */
function PasteOutcome({ fitted, students, onGive, onUndo, onClose }: PasteOutcomeProps): ReactNode {
  const { cells, strays, unknown, by, without } = fitted;
  const met = new Set(cells.map(({ studentId }) => studentId)).size;
  return (
    <section aria-label="粘贴结果">
      <div className="grid-pasted" role="status">
        <StateIcon kind={strays.length > 0 ? 'JUDGEMENT' : 'DONE'} />
        <p>
          {WAYS[by]}填入{met}人{cells.filter(({ text }) => text !== '').length}格，还没有保存
          {strays.length > 0 && `；${strays.length}行没有对上`}
          {without.length > 0 &&
            `；表中没有${without.slice(0, 3).join('、')}${without.length > 3 ? `等${without.length}人` : ''}`}
          {unknown.length > 0 && `；${unknown.join('、')}不是本表的项目，没有填入`}
        </p>
        <Button onPress={onUndo}>撤销粘贴</Button>
        <Button onPress={onClose}>知道了</Button>
      </div>
      {strays.length > 0 && (
        <ul className="grid-strays" aria-label="没有对上的行">
          {strays.map((stray) => (
            <li key={`${stray.line} ${stray.why}`}>
              <b>{stray.words}</b>
              <span className="quiet">
                第{stray.line}行，{stray.why}
              </span>
              {stray.cells.length > 0 && (
                <Select
                  aria-label={`${stray.words}这一行填给`}
                  value=""
                  empty="填给…"
                  onChange={(studentId) => studentId && onGive(stray, studentId)}
                  options={students.map(({ studentId, seatNo, name }) => ({
                    ...{ value: studentId, words: `${seatNo ?? ''} ${name}`.trim() },
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
