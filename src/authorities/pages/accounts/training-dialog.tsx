/** 登记培训: five topics, a day, who trained: with it the account comes into use. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { api } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { AccountView } from '../../accounts/accounts.api.ts';
import { TRAINING_TOPICS } from '../../accounts/training.api.ts';
import { fieldProblem, formProblem, useAct } from '../act.tsx';
import { submitForm } from '../institutions/forms/profile-dialog.tsx';
import { useRenewing } from '../institutions/institution-queries.tsx';

interface TrainingDialogProps {
  account: AccountView;
  today: CivilDate;
  open: boolean;
  onClose: () => void;
}

/** Begins anew each time it opens. */
export function TrainingDialog(props: TrainingDialogProps): ReactNode {
  return props.open ? <Recording {...props} /> : null;
}

function Recording({ account, today, onClose }: TrainingDialogProps): ReactNode {
  const form = useId();
  const renewing = useRenewing();
  const [topics, setTopics] = useState<readonly string[]>([]);
  const [trainedOn, setTrainedOn] = useState<CivilDate>();
  const [trainer, setTrainer] = useState('');
  const [formalStaff, setFormalStaff] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!trainedOn || formalStaff === '') return;
    const body = { trainedOn, topics, trainer, formalStaff: formalStaff === 'YES' };
    if (await run(() => renewing(api.post(`/accounts/${account.id}/training`, body)))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记培训：${account.roleWords}${account.personName}`}
      foot={
        <>
          <span className="dialog-note">先培训后上岗</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => submitForm(form)}>
            {account.state === 'UNTRAINED' ? '登记并启用' : '登记'}
          </Button>
        </>
      }
    >
      <form id={form} className="institution-form" onSubmit={(event) => void submit(event)} noValidate>
        <ProblemLine problem={formProblem(problem)} />
        <FormRow label="已训内容" required group>
          {() => (
            <div className="training-topics">
              {Object.entries(TRAINING_TOPICS).map(([topic, words]) => (
                <CheckField
                  key={topic}
                  checked={topics.includes(topic)}
                  onChange={(checked) =>
                    setTopics(checked ? [...topics, topic] : topics.filter((one) => one !== topic))
                  }
                >
                  {words}
                </CheckField>
              ))}
            </div>
          )}
        </FormRow>
        <DateField
          label="培训日期"
          value={trainedOn}
          onChange={setTrainedOn}
          today={today}
          to={today}
          required
          problem={tried && !trainedOn ? '请填写培训日期' : undefined}
        />
        <TextField
          label="培训单位"
          value={trainer}
          onChange={setTrainer}
          required
          problem={fieldProblem(problem, 'trainer')}
        />
        <ChoiceField
          label="正式人员"
          value={formalStaff}
          onChange={setFormalStaff}
          options={[
            { value: 'YES', words: '是' },
            { value: 'NO', words: '否' },
          ]}
          required
          problem={tried && formalStaff === '' ? '请选是或否' : undefined}
        />
      </form>
    </Dialog>
  );
}
