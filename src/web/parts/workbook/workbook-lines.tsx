/** 工作簿行表: the lines of a workbook; what is wrong with one opens under it, with the fields that mend it. */
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { ProblemLine } from '../feedback/states.tsx';
import type { Column } from '../lists/columns.ts';
import { DataTable } from '../lists/data-table.tsx';
import { MarkedCell } from '../lists/marked-cell.tsx';
import { StatusChip } from '../state/status-chip.tsx';
import { Button } from '../surface/button.tsx';
import { LineField } from './line-field.tsx';
import {
  faultsOf,
  inMendingOrder,
  isSound,
  markedColumns,
  textIn,
  type WorkbookColumn,
  type WorkbookLine,
} from './lines.ts';
import './workbook.css';

export interface WorkbookLinesProps {
  label: string;
  columns: readonly WorkbookColumn[];
  lines: readonly WorkbookLine[];
  /** Columns that are always drawn, with their widths; one of them may have none and takes what is left. */
  shown: Readonly<Record<string, number | undefined>>;
  /** The column whose value names a line. */
  named: string;
  /** What a sound line is called, and the act that leaves one out. */
  words: { sound: string; leaveOut: string };
  /** Sends the mended line to be checked again; throws what the server says. */
  onMend: (row: number, values: WorkbookLine['values']) => Promise<void>;
  onLeaveOut: (row: number) => void;
}

const OTHER_WIDTH = 130;

/** Faulty lines first; the first of them stands open. Further columns are drawn where something is said of them. */
export function WorkbookLines(props: WorkbookLinesProps): ReactNode {
  const { label, columns, lines, shown, named, words } = props;
  const ordered = useMemo(() => inMendingOrder(lines), [lines]);
  const [chosen, setChosen] = useState<number>();
  const first = ordered[0] && !isSound(ordered[0]) ? ordered[0].row : undefined;
  const open = ordered.some(({ row, findings }) => row === chosen && findings.length > 0) ? chosen : first;
  const marked = new Set(lines.flatMap(markedColumns));
  const drawn = columns.filter(({ key }) => key in shown || marked.has(key));
  const table: Column<WorkbookLine>[] = [
    { key: 'row', title: '行', width: 48, align: 'right', cell: ({ row }) => row },
    ...drawn.map(
      ({ key, heading }): Column<WorkbookLine> => ({
        key,
        title: heading,
        width: key in shown ? shown[key] : OTHER_WIDTH,
        cell: (line) =>
          markedColumns(line).includes(key) ? (
            <MarkedCell
              kind={faultsOf(line).some(({ column }) => column === key) ? 'wrong' : 'doubtful'}
              value={textIn(line, key)}
              open={line.row === open}
              onOpen={() => setChosen(line.row)}
            />
          ) : (
            textIn(line, key)
          ),
      }),
    ),
    { key: 'state', title: '情况', width: 112, cell: (line) => <LineState line={line} sound={words.sound} /> },
  ];
  return (
    <DataTable
      label={label}
      plain
      fill
      columns={table}
      rows={ordered}
      rowKey={({ row }) => String(row)}
      rowWords={(line) => textIn(line, named)}
      state={{ kind: 'READY' }}
      empty={null}
      onOpen={({ row }) => setChosen(row)}
      detail={(line) =>
        line.row === open ? <Mend key={`${line.row}/${line.findings.length}`} line={line} {...props} /> : null
      }
    />
  );
}

function LineState({ line, sound }: { line: WorkbookLine; sound: string }): ReactNode {
  const faults = faultsOf(line).length;
  if (faults > 0) return <StatusChip kind="REFUSED">{`${faults}处有误`}</StatusChip>;
  if (line.findings.length > 0) return <StatusChip kind="JUDGEMENT">须核对</StatusChip>;
  return <StatusChip kind="DONE">{sound}</StatusChip>;
}

interface MendProps extends Pick<WorkbookLinesProps, 'columns' | 'words' | 'onMend' | 'onLeaveOut'> {
  line: WorkbookLine;
}

function Mend({ line, columns, words, onMend, onLeaveOut }: MendProps): ReactNode {
  const [values, setValues] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const marked = markedColumns(line);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await onMend(line.row, values);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="line-fields" onSubmit={(event) => void submit(event)} noValidate>
      <ProblemLine problem={problem} />
      {columns
        .filter(({ key }) => marked.includes(key))
        .map((column) => (
          <LineField
            key={column.key}
            column={column}
            value={values[column.key] ?? textIn(line, column.key)}
            onChange={(text) => setValues({ ...values, [column.key]: text })}
            findings={line.findings.filter((one) => one.column === column.key)}
          />
        ))}
      <div className="line-acts">
        <Button type="submit" busy={busy}>
          改好，再校验
        </Button>
        <Button tone="quiet" onPress={() => onLeaveOut(line.row)}>
          {words.leaveOut}
        </Button>
      </div>
    </form>
  );
}
