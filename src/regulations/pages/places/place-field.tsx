/** 选地方: province, city, county beside each other; the lowest that is chosen counts, so a province can be asked too. */
import type { ReactNode } from 'react';
import { chainOf, NATION } from '../../../kernel/place-codes.ts';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import type { PlaceView } from '../../regulations.api.ts';
import { usePlaces } from '../law-queries.tsx';
import './place-field.css';

export interface PlaceFieldProps {
  label: string;
  /** Six digits, or empty. */
  value: string;
  onChange: (code: string) => void;
}

/** Three lists, each fetched when the one before it is chosen. */
export function PlaceField({ label, value, onChange }: PlaceFieldProps): ReactNode {
  const chain = value === '' ? [] : chainOf(value).slice(1);
  const provinces = usePlaces(NATION).data?.places ?? [];
  const [province = ''] = chain;
  const below = usePlaces(province, province !== '').data?.places ?? [];
  // Districts of a municipality stand right under it.
  const second = below.find(({ code }) => chain.includes(code))?.code ?? '';
  const isCity = below.some(({ code, level }) => code === second && level === 'CITY');
  const counties = usePlaces(second, isCity).data?.places ?? [];
  const third = isCity ? (counties.find(({ code }) => chain.includes(code))?.code ?? '') : '';
  return (
    <FormRow label={label} layout="above" group>
      {() => (
        <div className="place-field">
          <PlaceSelect label={`${label}：省`} value={province} places={provinces} empty="选省" onChange={onChange} />
          {province !== '' && (
            <PlaceSelect
              label={`${label}：市`}
              value={second}
              places={below}
              empty="全省"
              onChange={(code) => onChange(code || province)}
            />
          )}
          {isCity && counties.length > 0 && (
            <PlaceSelect
              label={`${label}：县（市、区）`}
              value={third}
              places={counties}
              empty="全市"
              onChange={(code) => onChange(code || second)}
            />
          )}
        </div>
      )}
    </FormRow>
  );
}

interface PlaceSelectProps {
  label: string;
  value: string;
  places: readonly PlaceView[];
  empty: string;
  onChange: (code: string) => void;
}

function PlaceSelect({ label, value, places, empty, onChange }: PlaceSelectProps): ReactNode {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={onChange}
      empty={empty}
      options={places.map(({ code, name }) => ({ value: code, words: name }))}
    />
  );
}
