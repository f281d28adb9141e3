/** 未报到怎么办: what the law says next, what has been done, and the forms that do it. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate, daysBetween } from '../../../../kernel/civil-date.ts';
import { dayWords } from '../../../../web/format.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { RollActInput } from '../../check-in/check-in.api.ts';
import { CONTACT_WAYS, type ContactWay, RECIPIENTS, type Recipient } from '../../check-in/check-in-words.api.ts';
import type { RollEntryView, RollItem } from '../../roll/roll.api.ts';
import { useRollActs, useRunning } from '../roll-queries.tsx';

type NoShow = NonNullable<RollEntryView['noShow']>;
const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, said]) => ({ value, words: said }));
const KINDS = { ALLOW: 'DONE', DISCRETIONARY: 'JUDGEMENT', REFUSE: 'REFUSED' } as const;

interface NoShowStepsProps {
  item: RollItem;
  noShow: NoShow;
  /** The reader may act for the school. */
  own: boolean;
}

export function NoShowSteps({ item, noShow, own }: NoShowStepsProps): ReactNode {
  const today = civilDate(useSession().today);
  const [form, setForm] = useState<'CONTACT' | 'REPORT'>();
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const send = async (request: RollActInput) => {
    if (await run(() => acts.act(item.id, request))) setForm(undefined);
  };
  const senior = item.stage === 'SENIOR';
  const against = noShow.findings.find(({ verdict }) => verdict === 'REFUSE');
  const left = noShow.forfeitAfter ? daysBetween(today, civilDate(noShow.forfeitAfter)) : undefined;
  return (
    <section className="no-show" aria-label="未报到怎么办">
      <h3>未报到怎么办</h3>
      <ul className="no-show-said">
        {noShow.findings.map(({ ruleId, verdict, sentence, remedy, chip }) => (
          <li key={ruleId}>
            <StateIcon kind={KINDS[verdict]} />
            <span>
              {sentence} <span className="quiet no-autospace">{chip}</span>
              {remedy && <span className="quiet entry-said">{remedy}</span>}
            </span>
          </li>
        ))}
        {noShow.steps.map(({ byWords, what, chip }) => (
          <li key={what}>
            <StateIcon kind="DRAFT" />
            <span>
              {byWords}：{what} <span className="quiet no-autospace">{chip}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        已督促{noShow.contacts}次，书面通知{noShow.reports}次
        {left !== undefined && noShow.forfeitAfter && (
          <>
            ，
            {left >= 0 ? `${dayWords(civilDate(noShow.forfeitAfter), today)}前仍可报到，还剩${left}天` : '报到期限已过'}
          </>
        )}
      </p>
      {own && (
        <div className="no-show-acts">
          <Button onPress={() => setForm(form === 'CONTACT' ? undefined : 'CONTACT')}>登记督促</Button>
          {!senior && <Button onPress={() => setForm(form === 'REPORT' ? undefined : 'REPORT')}>登记书面通知</Button>}
          {!senior && item.state === 'NO_SHOW' && (
            <Button busy={busy} onPress={() => void send({ act: 'DROPOUT' })}>
              视为辍学登记
            </Button>
          )}
          {senior && (
            <Button
              tone="danger"
              busy={busy}
              onPress={() => void send({ act: 'GIVE_UP' })}
              locked={against ? { reason: against.sentence } : undefined}
            >
              取消入学资格
            </Button>
          )}
        </div>
      )}
      {form === 'CONTACT' && <ContactForm today={today} busy={busy} onSend={send} />}
      {form === 'REPORT' && <ReportForm today={today} busy={busy} onSend={send} />}
      <ProblemLine problem={problem} />
    </section>
  );
}

interface FormProps {
  today: CivilDate;
  busy: boolean;
  onSend: (request: RollActInput) => Promise<void>;
}

function ContactForm({ today, busy, onSend }: FormProps): ReactNode {
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [way, setWay] = useState<ContactWay>('PHONE');
  const [who, setWho] = useState('');
  const [outcome, setOutcome] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!on || !who.trim() || outcome.trim().length < 2) return;
    void onSend({ act: 'CONTACT', on, way, who: who.trim(), outcome: outcome.trim() });
  };
  return (
    <div className="roll-form">
      <DateField label="日期" required value={on} onChange={setOn} today={today} to={today} />
      <SelectField
        label="方式"
        value={way}
        onChange={(next) => setWay(next as ContactWay)}
        empty={null}
        options={optionsOf(CONTACT_WAYS)}
      />
      <TextField
        label="联系的人"
        required
        value={who}
        onChange={setWho}
        maxLength={50}
        problem={tried && !who.trim() ? '请写明联系的是谁' : undefined}
      />
      <TextField
        label="情况"
        required
        value={outcome}
        onChange={setOutcome}
        lines={2}
        maxLength={500}
        problem={tried && outcome.trim().length < 2 ? '请写明联系情况，不少于2个字' : undefined}
      />
      <Button busy={busy} onPress={send}>
        登记
      </Button>
    </div>
  );
}

function ReportForm({ today, busy, onSend }: FormProps): ReactNode {
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [recipient, setRecipient] = useState<Recipient>('TOWNSHIP');
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!on || name.trim().length < 2) return;
    const paperNumber = number.trim() ? { paperNumber: number.trim() } : {};
    void onSend({ act: 'REPORT', on, recipient, recipientName: name.trim(), ...paperNumber });
  };
  return (
    <div className="roll-form">
      <DateField label="通知日期" required value={on} onChange={setOn} today={today} to={today} />
      <SelectField
        label="通知对象"
        value={recipient}
        onChange={(next) => setRecipient(next as Recipient)}
        empty={null}
        options={optionsOf(RECIPIENTS)}
      />
      <TextField
        label="单位全名"
        required
        value={name}
        onChange={setName}
        maxLength={60}
        problem={tried && name.trim().length < 2 ? '请写通知单位的全名' : undefined}
      />
      <TextField label="文号" value={number} onChange={setNumber} maxLength={60} />
      <Button busy={busy} onPress={send}>
        登记
      </Button>
    </div>
  );
}
