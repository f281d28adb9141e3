/** 名录表: the lines of the workbook; what is wrong with one opens under it, with the fields that mend it. */
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { Column as TableColumn } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { MarkedCell } from '../../../web/parts/lists/marked-cell.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { CheckedSchoolRow, ReadSchools } from '../../institutions/importing/importing.api.ts';
import { formProblem, useAct } from '../act.tsx';
import { type Column, faultyColumns, inMendingOrder, textIn, type Values } from './lines.screen.ts';

interface SchoolLinesProps {
  columns: ReadSchools['columns'];
  rows: readonly CheckedSchoolRow[];
  /** Sends the mended line to be checked again; throws what the server says. */
  onMend: (row: number, values: Values) => Promise<void>;
  onLeaveOut: (row: number) => void;
}

/** Columns that are always shown; the others only where something is wrong in one of them. */
const SHOWN: Column[] = ['code', 'name', 'schoolType', 'ownership', 'upper', 'place'];
const WIDTHS: Partial<Record<Column, number>> = { code: 130, schoolType: 140, ownership: 84, upper: 180, place: 110 };
const keyOf = ({ row }: CheckedSchoolRow) => String(row);

/** The first faulty line stands open. */
export function SchoolLines({ columns, rows, onMend, onLeaveOut }: SchoolLinesProps): ReactNode {
  const ordered = useMemo(() => inMendingOrder(rows), [rows]);
  const [chosen, setChosen] = useState<number>();
  const first = ordered[0] && ordered[0].findings.length > 0 ? ordered[0].row : undefined;
  const open = ordered.some(({ row, findings }) => row === chosen && findings.length > 0) ? chosen : first;
  const wrong = new Set(rows.flatMap(faultyColumns));
  const drawn = columns.filter(({ key }) => SHOWN.includes(key) || wrong.has(key));
  const table: TableColumn<CheckedSchoolRow>[] = [
    { key: 'row', title: '行', width: 48, align: 'right', cell: ({ row }) => row },
    ...drawn.map(
      ({ key, heading }): TableColumn<CheckedSchoolRow> => ({
        key,
        title: heading,
        width: key === 'name' ? undefined : (WIDTHS[key] ?? 130),
        cell: (line) =>
          faultyColumns(line).includes(key) ? (
            <MarkedCell
              kind="wrong"
              value={textIn(line, key)}
              open={line.row === open}
              onOpen={() => setChosen(line.row)}
            />
          ) : (
            textIn(line, key)
          ),
      }),
    ),
    {
      key: 'state',
      title: '情况',
      width: 96,
      cell: ({ findings }) =>
        findings.length > 0 ? (
          <StatusChip kind="REFUSED">{`${findings.length}处有误`}</StatusChip>
        ) : (
          <StatusChip kind="DONE">可导入</StatusChip>
        ),
    },
  ];
  return (
    <DataTable
      label="学校名录"
      plain
      fill
      columns={table}
      rows={ordered}
      rowKey={keyOf}
      rowWords={(line) => textIn(line, 'name')}
      state={{ kind: 'READY' }}
      empty={null}
      onOpen={({ row }) => setChosen(row)}
      detail={(line) =>
        line.row === open ? (
          <Mend
            key={`${line.row}/${line.findings.length}`}
            line={line}
            columns={columns}
            onMend={onMend}
            onLeaveOut={onLeaveOut}
          />
        ) : null
      }
    />
  );
}

interface MendProps extends Omit<SchoolLinesProps, 'rows'> {
  line: CheckedSchoolRow;
}

function Mend({ line, columns, onMend, onLeaveOut }: MendProps): ReactNode {
  const [values, setValues] = useState<Values>({});
  const { busy, problem, run } = useAct();
  const faulty = faultyColumns(line);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => onMend(line.row, values));
  };
  return (
    <form className="mend-line" onSubmit={submit} noValidate>
      <ProblemLine problem={formProblem(problem)} />
      <div className="mend-fields">
        {columns
          .filter(({ key }) => faulty.includes(key))
          .map(({ key, heading, choices }) => {
            const said = line.findings.filter(({ column }) => column === key);
            const row = {
              label: heading,
              value: values[key] ?? textIn(line, key),
              onChange: (text: string) => setValues({ ...values, [key]: text }),
              problem: said.map(({ sentence }) => sentence).join('；'),
              hint: said.map(({ remedy }) => remedy).join('；'),
            };
            if (choices.length === 0) return <TextField key={key} {...row} />;
            // A value that is in no list stands in the finding, and the list begins empty.
            const value = choices.includes(row.value) ? row.value : '';
            return (
              <SelectField
                key={key}
                {...row}
                value={value}
                options={choices.map((words) => ({ value: words, words }))}
              />
            );
          })}
      </div>
      <div className="mend-acts">
        <Button type="submit" tone="primary" busy={busy}>
          改好，再校验
        </Button>
        <Button onPress={() => onLeaveOut(line.row)}>不导入此行</Button>
      </div>
    </form>
  );
}
