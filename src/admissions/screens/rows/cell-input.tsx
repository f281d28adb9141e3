/** 正改的格: takes the right text; while it is still the old one, the characters at fault stay reversed. */
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { useForm, useOverview } from '../admission-queries.tsx';
import { faultPlace } from '../import/import-state.screen.ts';

export interface CellInputProps {
  ref: Ref<HTMLInputElement>;
  field: string;
  label: string;
  value: string;
  /** The full text has come. */
  ready: boolean;
  fault: readonly [number, number] | undefined;
  describedBy: string;
  wrong: boolean;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** An input over a picture of its own text: an input alone cannot mark single characters. */
export function CellInput(props: CellInputProps): ReactNode {
  const { ref, field, label, value, ready, fault, describedBy, wrong, onChange, onKeyDown } = props;
  const id = useId();
  const choices = useChoices(field);
  const place = fault && faultPlace(value, fault);
  const letters = [...value];
  return (
    <span className="cell-input no-autospace">
      <span className="cell-picture" aria-hidden="true">
        {place === undefined ? (
          value
        ) : (
          <>
            {letters.slice(0, place[0]).join('')}
            <mark>{letters.slice(...place).join('')}</mark>
            {letters.slice(place[1]).join('')}
          </>
        )}
      </span>
      <input
        ref={ref}
        value={value}
        readOnly={!ready}
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        spellCheck={false}
        list={choices.length > 0 ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {choices.length > 0 && (
        <datalist id={id}>
          {choices.map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      )}
    </span>
  );
}

/** What may stand in an item of a code table, or the school's class groups. */
function useChoices(field: string): readonly string[] {
  const form = useForm();
  const overview = useOverview();
  if (field === 'classGroup') return overview.data?.classGroups.map(({ name }) => name) ?? [];
  const item = form.data?.groups.flatMap(({ fields }) => fields).find(({ path }) => path === field);
  if (item?.kind === 'boolean') return ['是', '否'];
  return (item?.table && form.data?.tables[item.table]?.map(({ words }) => words)) || [];
}
