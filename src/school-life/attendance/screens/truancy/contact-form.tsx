/** 登记联系: how, with whom, and what came of it; what was typed stays until it is kept. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { CONTACT_WAYS, type ContactWay } from '../../truancy/reporting.api.ts';
import { useAttendanceActs } from '../attendance-queries.tsx';

const WAYS = Object.entries(CONTACT_WAYS).map(([value, words]) => ({ value, words }));

/** The form above the log. */
export function ContactForm({ studentId }: { studentId: string }): ReactNode {
  const today = civilDate(useSession().today);
  const acts = useAttendanceActs();
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [way, setWay] = useState<ContactWay>('PHONE');
  const [who, setWho] = useState('');
  const [outcome, setOutcome] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = async () => {
    setTried(true);
    if (!on || who.trim() === '' || outcome.trim().length < 2) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await acts.logContact(studentId, { on, way, who: who.trim(), outcome: outcome.trim() });
      setWho('');
      setOutcome('');
      setTried(false);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="contact-form">
      <DateField label="日期" required value={on} onChange={setOn} today={today} to={today} />
      <SelectField
        label="方式"
        value={way}
        onChange={(next) => setWay(next as ContactWay)}
        empty={null}
        options={WAYS}
      />
      <TextField
        label="联系的人"
        required
        value={who}
        onChange={setWho}
        maxLength={50}
        problem={tried && who.trim() === '' ? '请写明联系的是谁' : undefined}
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
      <div className="contact-act">
        <ProblemLine problem={problem} />
        <Button tone="primary" busy={busy} onPress={() => void send()}>
          登记联系
        </Button>
      </div>
    </div>
  );
}
