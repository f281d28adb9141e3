/** 提交注册: what the school declares when it hands entrants to the authority: signed forms and the day of entry. */

import { type ReactNode, useRef, useState } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import {
  isOfflineIncomplete,
  NOT_OFFLINE,
  OfflineFields,
  offlineOf,
} from '../../../cases/pages/offline/offline-parts.tsx';
import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { newIdempotencyKey, sentenceOf } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { SignedFormsView } from '../../registering/registering.api.ts';
import type { Declaration } from '../acts.screen.ts';
import { useOverview, useSignedForms } from '../admission-queries.tsx';

export interface SubmitDialogProps {
  title: string;
  /** What is handed over, repeated. */
  facts: string;
  /** How many are handed in, and which of those who have signed by link are among them. */
  count: number;
  among: (one: SignedFormsView['items'][number]) => boolean;
  intakeYear: number;
  onClose: () => void;
  /** Does it; what it throws is shown and everything typed stays. Called with the same key when tried again. */
  onSubmit: (declaration: Declaration, idempotencyKey: string) => Promise<unknown>;
}

/** Half a year ahead at most: a school may register for the next term, not for the next year. */
const AHEAD_DAYS = 183;

/** A form of three lines. */
export function SubmitDialog({
  title,
  facts,
  count,
  among,
  intakeYear,
  onClose,
  onSubmit,
}: SubmitDialogProps): ReactNode {
  const today = useSession().today as CivilDate;
  const key = useRef(newIdempotencyKey());
  const forms = useSignedForms();
  const told = (forms.data?.items ?? []).filter(among);
  const proposed = told.filter((one) => one.proposed).length;
  const byLink = told.filter((one) => one.begun);
  const done = byLink.filter((one) => one.done).length;
  const begun = byLink.length - done;
  const onPaper = count - byLink.length;
  const [signedForms, setSigned] = useState(false);
  const [paperInstead, setInstead] = useState(false);
  const opening = useOverview().data?.opening;
  const [chosenOn, setEnteredOn] = useState<CivilDate | 'EMPTY'>();
  const usual = civilDate(opening?.on ?? `${intakeYear}-09-01`);
  const enteredOn = chosenOn === 'EMPTY' ? undefined : (chosenOn ?? usual);
  const [opinion, setOpinion] = useState('');
  const [offline, setOffline] = useState(NOT_OFFLINE);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (!forms.data) return setProblem('正在核对家长的手机签字，请稍候再提交');
    if (onPaper > 0 && !signedForms) return setProblem('监护人在基本信息表上签字确认后才能提交，请核对后勾选');
    if (isOfflineIncomplete(offline)) return setProblem('请填实际受理日和脱机原因，脱机原因不少于4个字');
    if (!enteredOn) return setProblem('请填入学日期');
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(
        {
          signedForms,
          ...(paperInstead ? { paperInstead } : {}),
          enteredOn,
          opinion: opinion.trim() || undefined,
          ...offlineOf(offline),
        },
        key.current,
      );
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <span className="dialog-note">他人办理前可撤销</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void submit()}>
            提交
          </Button>
        </>
      }
    >
      <p className="dialog-facts">{facts}</p>
      {byLink.length > 0 && (
        <p>
          {`家长已在手机上签完${countWords(done)}人`}
          {begun > 0 && `，签字未完成${countWords(begun)}人`}
        </p>
      )}
      {proposed > 0 && (
        <p className="tone-amber">{`${countWords(proposed)}人的家长填报尚未采用，先到“家长申请”中采用再提交`}</p>
      )}
      {onPaper > 0 && (
        <CheckField checked={signedForms} onChange={setSigned}>
          {byLink.length > 0
            ? `其余${countWords(onPaper)}人的监护人已在纸质基本信息表上签字确认`
            : '监护人已在基本信息表上签字确认'}
        </CheckField>
      )}
      {begun > 0 && (
        <CheckField checked={paperInstead} onChange={setInstead}>
          {`手机签字未完成的${countWords(begun)}人，已改在纸质表上签字确认`}
        </CheckField>
      )}
      <DateField
        label="入学日期"
        required
        value={enteredOn}
        onChange={(day) => setEnteredOn(day ?? 'EMPTY')}
        today={today}
        to={addDays(today, AHEAD_DAYS)}
        hint={opening?.fromCalendar ? '学籍自此日起；预填当地校历的开学日' : '学籍自此日起；当地未设校历，预填9月1日'}
      />
      <TextField label="说明" value={opinion} onChange={setOpinion} lines={2} maxLength={200} hint="可不填" />
      <OfflineFields today={today} draft={offline} onChange={setOffline} tried={false} />
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
