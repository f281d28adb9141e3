/** 办学情况的填报项: type, stages, years, ownership. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { type SchoolKind, SchoolKindFields } from './school-kind-parts.tsx';

export interface Schooling extends SchoolKind {
  ownership: 'PUBLIC' | 'PRIVATE';
  modelSchool: boolean;
}

export const NO_SCHOOLING: Schooling = {
  schoolType: '',
  ownership: 'PUBLIC',
  modelSchool: false,
  stages: [],
  years: {},
  provincialConsent: '',
};

/** What is sent: nothing that was left as it is usual. */
export const schoolingBody = ({ provincialConsent, schoolType, ...rest }: Schooling) => ({
  ...rest,
  ...(schoolType === '' ? {} : { schoolType }),
  ...(provincialConsent.trim() === '' ? {} : { provincialConsent: provincialConsent.trim() }),
});

interface SchoolingFieldsProps {
  value: Schooling;
  onChange: (schooling: Schooling) => void;
  said: (name: string) => string | undefined;
}

const OWNERSHIPS = [
  { value: 'PUBLIC', words: '公办' },
  { value: 'PRIVATE', words: '民办' },
];

/** Type, stages and years first, then ownership. */
export function SchoolingFields({ value, onChange, said }: SchoolingFieldsProps): ReactNode {
  const set = (part: Partial<Schooling>) => onChange({ ...value, ...part });
  return (
    <>
      <SchoolKindFields value={value} onChange={set} said={said} />
      <ChoiceField
        label="办学性质"
        value={value.ownership}
        onChange={(text) => set({ ownership: text === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC' })}
        options={OWNERSHIPS}
      />
      <ChoiceField
        label="示范校"
        value={value.modelSchool ? 'YES' : 'NO'}
        onChange={(text) => set({ modelSchool: text === 'YES' })}
        options={[
          { value: 'NO', words: '否' },
          { value: 'YES', words: '是' },
        ]}
      />
    </>
  );
}
