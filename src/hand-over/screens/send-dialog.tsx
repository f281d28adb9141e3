/** 转出档案: what goes, how, and where the term has run out, why so late. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../web/parts/form/form-row.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { HandOverView } from '../hand-over.api.ts';
import type { FileSending } from '../hand-over-form.ts';
import { sendFile, useHandOver } from './hand-over-queries.tsx';
import './hand-over.css';

interface FileDialogProps {
  id: string;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** Opened from the list or from the case. */
export function SendDialog({ id, onClose, onDone }: FileDialogProps): ReactNode {
  const { data, error } = useHandOver(id);
  const [way, setWay] = useState('');
  const [parcel, setParcel] = useState('');
  const [parts, setParts] = useState<readonly string[]>([]);
  const [kept, setKept] = useState<readonly string[]>(['ELECTRONIC']);
  const [pages, setPages] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const late = data?.handOver?.state === 'OVERDUE';
  const missing = missingIn({ way, parcel, parts, pages, why, late });
  const send = async () => {
    setTried(true);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { way, parts, pages: Number(pages), kept, parcel, lateReason: why } as unknown as FileSending;
      await sendFile(id, body);
      await onDone();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="转出学籍档案"
      foot={
        <>
          <span className="dialog-note">转出后由转入学校签收，可打印转接单随档案寄送</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            转出
          </Button>
        </>
      }
    >
      <ProblemLine problem={error} />
      {data && (
        <div className="hand-over-form">
          <Heading view={data} />
          <FormRow label="档案内容" required group problem={tried ? missing.parts : undefined}>
            {() => (
              <div className="file-parts">
                {data.choices.parts.map(({ value, words }) => (
                  <CheckField
                    key={value}
                    checked={parts.includes(value)}
                    onChange={(has) => setParts(has ? [...parts, value] : parts.filter((one) => one !== value))}
                  >
                    {words}
                  </CheckField>
                ))}
              </div>
            )}
          </FormRow>
          <TextField
            label="页数"
            required
            value={pages}
            onChange={setPages}
            maxLength={4}
            problem={tried ? missing.pages : undefined}
          />
          <FormRow label="本校留存" group hint="电子档案由系统留存副本；纸质只复印必要的">
            {() => (
              <div className="file-parts">
                {data.choices.copies.map(({ value, words }) => (
                  <CheckField
                    key={value}
                    checked={kept.includes(value)}
                    onChange={(has) => setKept(has ? [...kept, value] : kept.filter((one) => one !== value))}
                  >
                    {words}
                  </CheckField>
                ))}
              </div>
            )}
          </FormRow>
          <ChoiceField
            label="转递方式"
            required
            value={way}
            onChange={setWay}
            options={data.choices.ways}
            problem={tried ? missing.way : undefined}
          />
          {way === 'POST' && (
            <TextField
              label="邮件号"
              required
              value={parcel}
              onChange={setParcel}
              maxLength={40}
              problem={tried ? missing.parcel : undefined}
            />
          )}
          {late && (
            <TextField
              label="迟转原因"
              required
              value={why}
              onChange={setWhy}
              lines={2}
              maxLength={300}
              problem={tried ? missing.why : undefined}
            />
          )}
          <ProblemLine problem={problem} />
        </div>
      )}
    </Dialog>
  );
}

function Heading({ view: { handOver, term, breach } }: { view: HandOverView }): ReactNode {
  if (!handOver) return null;
  return (
    <p className="file-facts">
      {handOver.title}
      {term && (
        <span className={handOver.state === 'OVERDUE' ? 'tone-red' : 'quiet'}>
          {term.sentence} <span className="no-autospace">{term.chip}</span>
        </span>
      )}
      {breach && (
        <span className="tone-red">
          {breach.sentence} <span className="no-autospace">{breach.chip}</span>
        </span>
      )}
    </p>
  );
}

interface Written {
  way: string;
  parcel: string;
  parts: readonly string[];
  pages: string;
  why: string;
  late: boolean;
}

function missingIn({ way, parcel, parts, pages, why, late }: Written): Partial<Record<keyof Written, string>> {
  return {
    ...(parts.length === 0 ? { parts: '请勾选随档案转出的内容' } : {}),
    ...(/^[1-9]\d{0,3}$/.test(pages.trim()) ? {} : { pages: '请填写总页数' }),
    ...(way === '' ? { way: '请选择转递方式' } : {}),
    ...(way === 'POST' && parcel.trim() === '' ? { parcel: '请填写邮件号，转入学校据此查收' } : {}),
    ...(late && why.trim() === '' ? { why: '已过规定期限，请写明原因' } : {}),
  };
}
