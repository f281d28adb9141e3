/** 所在地: province, city, county, one after the other; each may be the place itself. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import type { PlaceChoice } from '../../first-run/first-run.api.ts';

const NATION = '000000';

interface PlaceFieldsProps {
  chosen: PlaceChoice | undefined;
  onChoose: (place: PlaceChoice | undefined) => void;
  problem: string | undefined;
}

/** The lowest level that is chosen counts. */
export function PlaceFields({ onChoose, problem }: PlaceFieldsProps): ReactNode {
  const [way, setWay] = useState<PlaceChoice[]>([]);
  const take = (depth: number) => (place: PlaceChoice | undefined) => {
    const next = place ? [...way.slice(0, depth), place] : way.slice(0, depth);
    setWay(next);
    onChoose(next.at(-1));
  };
  const [province, city] = way;
  return (
    <>
      <PlaceField label="省" upper={NATION} value={province} onChoose={take(0)} required problem={problem} />
      {province && <PlaceField label="市" upper={province.code} value={city} onChoose={take(1)} />}
      {city && <PlaceField label="县（市、区）" upper={city.code} value={way[2]} onChoose={take(2)} />}
    </>
  );
}

interface PlaceFieldProps {
  label: string;
  upper: string;
  value: PlaceChoice | undefined;
  onChoose: (place: PlaceChoice | undefined) => void;
  required?: boolean;
  problem?: string | undefined;
}

function PlaceField({ label, upper, value, onChoose, required, problem }: PlaceFieldProps): ReactNode {
  const { data } = useQuery({
    queryKey: ['first-run', 'places', upper],
    queryFn: ({ signal }) => api.get<{ places: PlaceChoice[] }>('/first-run/places', { signal, query: { upper } }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: () => undefined,
  });
  const places = data?.places ?? [];
  return (
    <SelectField
      label={label}
      required={required}
      problem={problem}
      value={value?.code ?? ''}
      onChange={(code) => onChoose(places.find((place) => place.code === code))}
      options={places.map(({ code, name }) => ({ value: code, words: name }))}
      empty={required ? '请选择' : '不选，由上一级使用'}
    />
  );
}
