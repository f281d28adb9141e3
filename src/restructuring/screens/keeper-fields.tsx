/** 接管档案: which unit keeps the files of a school that is closed, and where they lie; with who names it by law. */
import { type ReactNode, useState } from 'react';
import { SchoolPicker } from '../../authorities/pages/institutions/school-picker-parts.tsx';
import { ArticleChip } from '../../web/parts/findings/article.tsx';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import type { SchoolBefore } from '../restructuring.api.ts';
import type { Filled } from './wish.screen.ts';

/** Chosen where none of the units in the list is meant. */
const ANOTHER = 'ANOTHER';

interface KeeperFieldsProps {
  filled: Filled;
  fill: (change: Partial<Filled>) => void;
  before: SchoolBefore | undefined;
  /** Schools that take its students, as the rehearsal knows them. */
  receiving: readonly { id: string; name: string }[];
}

export function KeeperFields({ filled, fill, before, receiving }: KeeperFieldsProps): ReactNode {
  const [another, setAnother] = useState(false);
  const { custodianId, archiveName, ownerProposed } = filled;
  const options = [
    ...(before?.keepers ?? []).map(({ id, name }) => ({ value: id, words: name })),
    ...receiving.map(({ id, name }) => ({ value: id, words: `${name}（接收学生）` })),
    { value: ANOTHER, words: '其他学校' },
  ];
  const listed = options.some(({ value }) => value === custodianId);
  return (
    <>
      <SelectField
        label="接管档案"
        required
        value={another || (custodianId !== '' && !listed) ? ANOTHER : custodianId}
        onChange={(chosen) => {
          setAnother(chosen === ANOTHER);
          fill({ custodianId: chosen === ANOTHER ? '' : chosen });
        }}
        options={options}
      />
      {(another || (custodianId !== '' && !listed)) && (
        <SchoolPicker
          label="接管学校"
          value={custodianId}
          name={undefined}
          onChange={(id) => fill({ custodianId: id })}
        />
      )}
      <TextField
        label="存放单位"
        value={archiveName}
        onChange={(name) => fill({ archiveName: name })}
        maxLength={60}
        hint="档案存放在县档案馆等单位的，写其全称，由接管单位负责；由接管单位自行保管的空着"
      />
      {before?.keeping.map(({ sentence, chip }) => {
        const [place = '', name = ''] = chip.split('·');
        return (
          <p key={sentence + chip} className="restructuring-law">
            <span className="quiet">{sentence}</span> <ArticleChip article={{ place, name }} />
          </p>
        );
      })}
      <CheckField checked={ownerProposed} onChange={(proposed) => fill({ ownerProposed: proposed })}>
        接管单位由原隶属部门提出
      </CheckField>
    </>
  );
}
