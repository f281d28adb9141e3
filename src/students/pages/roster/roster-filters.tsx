/** 名册筛选: county, school, grade, class group and state, each as far as the one before has been chosen. */
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { SearchSelect } from '../../../web/parts/form/search-select.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import type { ListFilters } from '../../api/students.api.ts';
import './roster.css';

/** What the address keeps of the filters. */
export interface Narrowing {
  county: string;
  school: string;
  grade: string;
  group: string;
  state: string;
}

interface RosterFiltersProps {
  narrowing: Narrowing;
  choices: ListFilters | undefined;
  onChange: (part: Partial<Narrowing>) => void;
}

const NOTHING: ListFilters = { counties: [], schools: [], grades: [], classGroups: [], states: [] };

/** One line of choices over the list. What hangs on a choice is cleared with it. */
export function RosterFilters({ narrowing, choices = NOTHING, onChange }: RosterFiltersProps): ReactNode {
  const { level } = useSession().institution;
  const { county, school, grade, group, state } = narrowing;
  const isWide = level === 'CITY' || level === 'PROVINCE';
  const groups = choices.classGroups.filter((one) => grade === '' || one.grade === grade);
  return (
    <>
      {isWide && (
        <Select
          aria-label="县（市、区）"
          empty="全部县（市、区）"
          value={county}
          options={choices.counties}
          onChange={(next) => onChange({ county: next, school: '', group: '' })}
        />
      )}
      {level !== 'SCHOOL' && (!isWide || county !== '') && (
        <div className="roster-school">
          <SearchSelect
            label="学校"
            value={school === '' ? [] : [school]}
            options={choices.schools}
            placeholder="全部学校"
            onChange={([next = '']) => onChange({ school: next, group: '' })}
          />
        </div>
      )}
      <Select
        aria-label="年级"
        empty="全部年级"
        value={grade}
        options={choices.grades}
        onChange={(next) => onChange({ grade: next, group: '' })}
      />
      {(level === 'SCHOOL' || school !== '') && (
        <Select
          aria-label="班级"
          empty="全部班级"
          value={group}
          options={groups}
          onChange={(next) => onChange({ group: next })}
        />
      )}
      <Select
        aria-label="学籍状态"
        empty="全部状态"
        value={state}
        options={choices.states}
        onChange={(next) => onChange({ state: next })}
      />
    </>
  );
}
