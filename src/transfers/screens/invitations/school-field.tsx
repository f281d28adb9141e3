/** 选意向学校: any school of the directory, found by typing a part of its name. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import type { FieldProps } from '../../../web/parts/form/form-row.tsx';
import { SearchSelect } from '../../../web/parts/form/search-select.tsx';

interface SchoolFieldProps extends FieldProps {
  value: string;
  onChange: (schoolId: string) => void;
  /** Only schools below this institution. */
  under?: string | undefined;
}

interface Found {
  items: { id: string; name: string; typeWords: string | null }[];
}

const PAUSE_MS = 250;
const SHOWN = 30;

/** Empty until somebody types. */
export function SchoolField({ value, onChange, under, ...row }: SchoolFieldProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isFetching } = useQuery({
    queryKey: ['schools-anywhere', under, search],
    queryFn: ({ signal }) =>
      api.get<Found>('/institutions', { signal, query: { under, kind: 'SCHOOL', search, limit: SHOWN } }),
    enabled: search !== '' || under !== undefined,
  });
  return (
    <SearchSelect
      {...row}
      value={value === '' ? [] : [value]}
      onChange={([id = '']) => onChange(id)}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, words: name }))}
      onSearch={setTyped}
      searching={isFetching}
      placeholder="输入校名"
    />
  );
}
