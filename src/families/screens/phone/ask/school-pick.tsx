/** 选意向学校: part of its name typed, one of the schools found pressed. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api } from '../../../../web/api-client.ts';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';

interface SchoolPickProps {
  value: string;
  /** The chosen school's name. */
  name: string;
  onPick: (id: string, name: string) => void;
  problem?: string | undefined;
}

const PAUSE_MS = 300;

/** The schools found, or the one chosen with the way to another. */
export function SchoolPick({ value, name, onPick, problem }: SchoolPickProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isFetching } = useQuery({
    queryKey: ['family', 'schools', search],
    queryFn: ({ signal }) =>
      api.get<{ items: { id: string; name: string; placeName: string }[] }>('/family/schools', {
        signal,
        query: { search },
      }),
    enabled: search.length >= 2,
  });
  if (value !== '') {
    return (
      <div className="family-row">
        <span>
          意向学校：<b>{name}</b>
        </span>
        <Button tone="quiet" onPress={() => onPick('', '')}>
          另选
        </Button>
      </div>
    );
  }
  const found = search.length >= 2 ? data?.items : undefined;
  return (
    <div className="family-form">
      <TextField
        label="意向学校"
        required
        layout="above"
        value={typed}
        onChange={setTyped}
        maxLength={40}
        problem={problem}
        hint={isFetching ? '正在查找' : '输入校名的一部分，不少于2个字'}
      />
      {found && found.length === 0 && <p className="small">没有找到，请换一个写法，或向学校问全称</p>}
      {found && (
        <div className="family-choices">
          {found.map((school) => (
            <Button key={school.id} onPress={() => onPick(school.id, school.name)}>
              {`${school.name}（${school.placeName}）`}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
