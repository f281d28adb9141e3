/** 登记表一节: a heading and its items in two columns; what few fill in is closed at first. */
import type { ReactNode } from 'react';
import type { RegistrationForm } from '../../../students/api/form.api.ts';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { FoundView } from '../../entrants/entrants.api.ts';
import { FormItem } from './form-item.tsx';
import { foundAt, isNeeded, type Section, type Values } from './form-values.screen.ts';

export interface FormSectionProps {
  section: Section;
  values: Values;
  findings: readonly FoundView[];
  form: RegistrationForm;
  /** Names of the school's class groups. */
  classGroups: readonly string[];
  /** Submitted: shown, not filled in. */
  locked: boolean;
  onChange: (path: string, value: string) => void;
  onConfirm: ((found: FoundView) => Promise<void>) | undefined;
}

/** A piece of the form. */
export function FormSection(props: FormSectionProps): ReactNode {
  const { section, values, findings, form, classGroups, locked, onChange, onConfirm } = props;
  const found = new Map(section.fields.map(({ path }) => [path, foundAt(path, findings)]));
  const faulty = [...found.values()].filter((one) => one?.severity === 'red').length;
  return (
    <details className="form-section" open={!section.folded || faulty > 0}>
      <summary>
        <h2>{section.title}</h2>
        {faulty > 0 && (
          <span className="form-faults tone-red">
            <StateIcon kind="REFUSED" />
            {faulty}处须改
          </span>
        )}
      </summary>
      <fieldset className="form-items" disabled={locked}>
        <legend className="unseen">{section.title}</legend>
        {section.fields.map((field) => (
          <FormItem
            key={field.path}
            field={field}
            needed={isNeeded(field, section, values)}
            value={values[field.path] ?? ''}
            found={found.get(field.path)}
            tables={form.tables}
            classGroups={classGroups}
            locked={locked}
            onChange={(value) => onChange(field.path, value)}
            onConfirm={onConfirm}
          />
        ))}
      </fieldset>
    </details>
  );
}
