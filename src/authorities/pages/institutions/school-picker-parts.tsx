/** 选学校: an authority says which of its schools it looks at. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api } from '../../../web/api-client.ts';
import { SearchSelect } from '../../../web/parts/form/search-select.tsx';
import { useSession } from '../../sessions/session-parts.tsx';

interface SchoolPickerProps {
  /** Default 学校. */
  label?: string | undefined;
  /** Id of the school; '' where none is chosen. */
  value: string;
  /** Its name, where it is known already. */
  name: string | undefined;
  onChange: (schoolId: string) => void;
}

interface School {
  id: string;
  name: string;
}

const PAUSE_MS = 250;
const SHOWN = 30;

/** Schools of the reader's place, found by typing a part of the name. */
export function SchoolPicker({ label = '学校', value, name, onChange }: SchoolPickerProps): ReactNode {
  const { institution } = useSession();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['schools', institution.id, search],
    queryFn: ({ signal }) =>
      api.get<{ items: School[] }>('/institutions', {
        signal,
        query: { under: institution.id, kind: 'SCHOOL', search, limit: SHOWN },
      }),
  });
  const found = data?.items ?? [];
  const known =
    value !== '' && name !== undefined && !found.some(({ id }) => id === value) ? [{ id: value, name }] : [];
  return (
    <SearchSelect
      label={label}
      value={value === '' ? [] : [value]}
      onChange={([id = '']) => onChange(id)}
      options={[...known, ...found].map((school) => ({ value: school.id, words: school.name }))}
      onSearch={setTyped}
      searching={isFetching}
      placeholder="输入校名"
    />
  );
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
