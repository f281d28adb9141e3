/** 设立机构: a school, a township centre school, an authority one level down. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import { fieldProblem, formProblem, useAct } from '../../act.tsx';
import { useRenewing } from '../institution-queries.tsx';
import { submitForm } from './profile-dialog.tsx';
import { NO_SCHOOLING, SchoolingFields, schoolingBody } from './schooling-fields.tsx';

export type FoundingKind = 'SCHOOL' | 'CENTRE_SCHOOL' | 'AUTHORITY';

interface FoundingProps {
  kind: FoundingKind | undefined;
  /** Under which it is founded. */
  upper: InstitutionView;
  onClose: () => void;
}

const TITLES: Record<FoundingKind, string> = {
  SCHOOL: '设立学校',
  CENTRE_SCHOOL: '设立乡镇中心校',
  AUTHORITY: '设立下级教育行政部门',
};
const PATHS: Record<FoundingKind, string> = {
  SCHOOL: '/institutions/schools',
  CENTRE_SCHOOL: '/institutions/centre-schools',
  AUTHORITY: '/institutions/authorities',
};

/** A dialog that begins anew each time; what was founded is shown next. */
export function Founding(props: FoundingProps): ReactNode {
  return props.kind ? <FoundingForm {...props} kind={props.kind} /> : null;
}

function FoundingForm({ kind, upper, onClose }: FoundingProps & { kind: FoundingKind }): ReactNode {
  const form = useId();
  const navigate = useNavigate();
  const renewing = useRenewing();
  const [name, setName] = useState('');
  const [shortName, setShortName] = useState('');
  const [code, setCode] = useState('');
  const [placeCode, setPlaceCode] = useState(
    upper.level === 'COUNTY' || upper.level === 'CENTRE' ? upper.placeCode : '',
  );
  const [schooling, setSchooling] = useState(NO_SCHOOLING);
  const { busy, problem, run } = useAct();
  const said = (field: string) => fieldProblem(problem, field);
  const named = { name, shortName: shortName || name };
  const bodies: Record<FoundingKind, () => object> = {
    SCHOOL: () => ({ ...named, code, placeCode, upperId: upper.id, ...schoolingBody(schooling) }),
    CENTRE_SCHOOL: () => named,
    AUTHORITY: () => ({ ...named, placeCode }),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let id = '';
    const done = await run(async () => {
      id = (await renewing(api.post<{ id: string }>(PATHS[kind], bodies[kind]()))).id;
    });
    if (!done) return;
    onClose();
    navigate(`/institutions/${id}`);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={TITLES[kind]}
      foot={
        <>
          <span className="dialog-note">{`设在${upper.name}之下`}</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            设立
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        {kind === 'SCHOOL' && (
          <TextField
            label="学校标识码"
            value={code}
            onChange={setCode}
            inputMode="numeric"
            required
            autoFocus
            hint="教育部下发的10位数字，用过的不再用"
            problem={said('code')}
          />
        )}
        {kind === 'AUTHORITY' && (
          <PlaceCodeField value={placeCode} onChange={setPlaceCode} hint="本级之下的行政区划代码，6位" said={said} />
        )}
        <TextField label="名称" value={name} onChange={setName} required problem={said('name')} />
        <TextField
          label="简称"
          value={shortName}
          onChange={setShortName}
          hint="不填则用名称"
          problem={said('shortName')}
        />
        {kind === 'SCHOOL' && (
          <>
            <PlaceCodeField
              value={placeCode}
              onChange={setPlaceCode}
              hint="学校所在县（市、区）的代码，6位"
              said={said}
            />
            <SchoolingFields value={schooling} onChange={setSchooling} said={said} />
          </>
        )}
      </form>
    </Dialog>
  );
}

interface PlaceCodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  hint: string;
  said: (name: string) => string | undefined;
}

function PlaceCodeField({ value, onChange, hint, said }: PlaceCodeFieldProps): ReactNode {
  return (
    <TextField
      label="行政区划代码"
      value={value}
      onChange={(text) => onChange(text.replace(/\D/g, '').slice(0, 6))}
      inputMode="numeric"
      required
      hint={hint}
      problem={said('placeCode')}
    />
  );
}
