/** 查选: one or several of many, found by typing words, pinyin initials or a code. */
import { lazy, type ReactNode, Suspense } from 'react';
import { type ControlTies, type FieldProps, FormRow } from './form-row.tsx';
import type { Option } from './select-field.tsx';

// The list with search and thousands of rows is the component library's: fetched when a form first shows one.
const LibrarySelect = lazy(() => import('./library-select.tsx'));

export interface SearchSelectProps extends FieldProps {
  /** Chosen values; at most one unless `several`. */
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  options: readonly Option[];
  several?: boolean | undefined;
  placeholder?: string | undefined;
  /** For options that live on the server: called with what is typed; `options` are then shown as they come. */
  onSearch?: ((typed: string) => void) | undefined;
  /** Answers to the last search are on their way. */
  searching?: boolean | undefined;
}

/** Props of the control itself, without its row. */
export type SearchControlProps = Omit<SearchSelectProps, keyof FieldProps> & { ties: ControlTies };

/** A labelled select for long lists. */
export function SearchSelect({ label, required, hint, problem, layout, ...control }: SearchSelectProps): ReactNode {
  const chosen = control.options.filter((option) => control.value.includes(option.value));
  return (
    <FormRow label={label} required={required} hint={hint} problem={problem} layout={layout}>
      {(ties) => (
        <Suspense
          fallback={
            <input className="control" readOnly value={chosen.map(({ words }) => words).join('、')} {...ties} />
          }
        >
          <LibrarySelect {...control} ties={ties} />
        </Suspense>
      )}
    </FormRow>
  );
}
