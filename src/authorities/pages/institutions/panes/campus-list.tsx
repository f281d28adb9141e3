/** 校区: a short list with a form under it. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import { fieldProblem, formProblem, useAct } from '../../act.tsx';
import { useRenewing } from '../institution-queries.tsx';

interface CampusListProps {
  institution: InstitutionView;
  keeps: boolean;
  adding: boolean;
  onAdded: () => void;
}

/** What was added by mistake is taken away at its line. */
export function CampusList({ institution, keeps, adding, onAdded }: CampusListProps): ReactNode {
  const renewing = useRenewing();
  const { busy, problem, run } = useAct();
  const { campuses } = institution;
  return (
    <>
      <ProblemLine problem={formProblem(problem)} />
      {campuses.length === 0 && !adding && <p className="quiet">只有一个校址，未分校区</p>}
      <ul className="campus-list">
        {campuses.map(({ id, name, address, validFrom }) => (
          <li key={id}>
            <b>{name}</b>
            <span>{address ?? '地址未填'}</span>
            <span className="quiet">{`${validFrom}起`}</span>
            {keeps && (
              <Button
                tone="quiet"
                busy={busy}
                onPress={() => void run(() => renewing(api.post(`/campuses/${id}/end`)))}
              >
                撤销
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <CampusForm institutionId={institution.id} onDone={onAdded} />}
    </>
  );
}

function CampusForm({ institutionId, onDone }: { institutionId: string; onDone: () => void }): ReactNode {
  const renewing = useRenewing();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const { busy, problem, run } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(() => renewing(api.post(`/institutions/${institutionId}/campuses`, { name, address })));
    if (done) onDone();
  };
  return (
    <form className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
      <ProblemLine problem={formProblem(problem)} />
      <TextField
        label="校区名称"
        value={name}
        onChange={setName}
        required
        autoFocus
        problem={fieldProblem(problem, 'name')}
      />
      <TextField label="地址" value={address} onChange={setAddress} problem={fieldProblem(problem, 'address')} />
      <div className="form-acts">
        <Button type="submit" busy={busy}>
          保存校区
        </Button>
        <Button tone="quiet" onPress={onDone}>
          不设了
        </Button>
      </div>
    </form>
  );
}
