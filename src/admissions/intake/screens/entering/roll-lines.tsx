/** 名册行: the lines of the workbook; what is wrong with one opens under it, with the fields that mend it. */
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import type { Column as TableColumn } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { MarkedCell } from '../../../../web/parts/lists/marked-cell.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { CheckedRollLine, ReadRoll } from '../../roll/roll.api.ts';
import { useRunning } from '../roll-queries.tsx';

type Key = CheckedRollLine['findings'][number]['column'];
type Values = CheckedRollLine['values'];

interface RollLinesProps {
  columns: ReadRoll['columns'];
  rows: readonly CheckedRollLine[];
  /** Sends the mended line to be checked again; throws what the server says. */
  onMend: (row: number, values: Values) => Promise<void>;
  onLeaveOut: (row: number) => void;
}

const SHOWN: Key[] = ['name', 'identityNumber', 'way', 'noticeNumber', 'formerSchool'];
const textIn = ({ values }: CheckedRollLine, key: Key): string => values[key] ?? '';
const faultsOf = ({ findings }: CheckedRollLine) => findings.filter(({ verdict }) => verdict === 'REFUSE');

/** May go onto the roll as it is. */
export const isSoundLine = (line: CheckedRollLine): boolean => faultsOf(line).length === 0;

/** Faulty lines first; the first of them stands open. */
export function RollLines({ columns, rows, onMend, onLeaveOut }: RollLinesProps): ReactNode {
  const ordered = useMemo(() => [...rows.filter((one) => !isSoundLine(one)), ...rows.filter(isSoundLine)], [rows]);
  const [chosen, setChosen] = useState<number>();
  const first = ordered[0] && !isSoundLine(ordered[0]) ? ordered[0].row : undefined;
  const open = ordered.some((one) => one.row === chosen && one.findings.length > 0) ? chosen : first;
  const wrong = new Set(rows.flatMap((one) => one.findings.map(({ column }) => column)));
  const drawn = columns.filter(({ key }) => SHOWN.includes(key) || wrong.has(key));
  const table: TableColumn<CheckedRollLine>[] = [
    { key: 'row', title: '行', width: 48, align: 'right', cell: ({ row }) => row },
    ...drawn.map(
      ({ key, heading }): TableColumn<CheckedRollLine> => ({
        key,
        title: heading,
        width: key === 'formerSchool' ? undefined : key === 'identityNumber' ? 180 : 124,
        cell: (line) =>
          line.findings.some(({ column }) => column === key) ? (
            <MarkedCell
              kind={
                line.findings.some(({ column, verdict }) => column === key && verdict === 'REFUSE')
                  ? 'wrong'
                  : 'doubtful'
              }
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
      width: 112,
      cell: (line) => {
        const faults = faultsOf(line).length;
        if (faults > 0) return <StatusChip kind="REFUSED">{`${faults}处有误`}</StatusChip>;
        return line.findings.length > 0 ? (
          <StatusChip kind="JUDGEMENT">须核对</StatusChip>
        ) : (
          <StatusChip kind="DONE">可列入</StatusChip>
        );
      },
    },
  ];
  return (
    <DataTable
      label="录取名册"
      plain
      fill
      columns={table}
      rows={ordered}
      rowKey={({ row }) => String(row)}
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

interface MendProps extends Omit<RollLinesProps, 'rows'> {
  line: CheckedRollLine;
}

function Mend({ line, columns, onMend, onLeaveOut }: MendProps): ReactNode {
  const [values, setValues] = useState<Values>({});
  const { busy, problem, run } = useRunning();
  const faulty = columns.filter(({ key }) => line.findings.some(({ column }) => column === key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => onMend(line.row, values));
  };
  return (
    <form className="roll-one roll-mend" onSubmit={submit} noValidate>
      <ProblemLine problem={problem} />
      {faulty.map((column) => (
        <RollField
          key={column.key}
          column={column}
          value={values[column.key] ?? textIn(line, column.key)}
          onChange={(text) => setValues({ ...values, [column.key]: text })}
          findings={line.findings.filter((one) => one.column === column.key)}
        />
      ))}
      <div className="no-show-acts">
        <Button type="submit" busy={busy}>
          改好，再校验
        </Button>
        <Button tone="quiet" onPress={() => onLeaveOut(line.row)}>
          不列入此行
        </Button>
      </div>
    </form>
  );
}

interface RollFieldProps {
  column: ReadRoll['columns'][number];
  value: string;
  onChange: (text: string) => void;
  findings: readonly CheckedRollLine['findings'][number][];
}

/** One item of a line, with what is said of it and its article. */
export function RollField({ column, value, onChange, findings }: RollFieldProps): ReactNode {
  const { heading, required, choices, hint } = column;
  const said = findings.map(({ sentence, chip }) => (chip ? `${sentence}（${chip}）` : sentence)).join('；');
  const cure = findings.map(({ remedy }) => remedy).join('；');
  const row = {
    label: heading,
    layout: 'above' as const,
    required,
    value,
    onChange,
    problem: said || undefined,
    hint: cure || hint || undefined,
  };
  if (choices.length === 0) return <TextField {...row} maxLength={200} />;
  return (
    <SelectField
      {...row}
      value={choices.includes(value) ? value : ''}
      empty={required ? '请选择' : '不填'}
      options={choices.map((words) => ({ value: words, words }))}
    />
  );
}
