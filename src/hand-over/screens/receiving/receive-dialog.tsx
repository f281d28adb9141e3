/** 签收档案: the receiving school compares what came with the list. */
import { type ReactNode, useState } from 'react';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { FileReceipt } from '../../hand-over-form.ts';
import { receiveFile, useHandOver } from '../hand-over-queries.tsx';
import '../hand-over.css';

const ANSWERS = [
  { value: 'YES', words: '与清单相符' },
  { value: 'NO', words: '不齐' },
];

/** Opened from the list or from the case. */
export function ReceiveDialog(props: { id: string; onClose: () => void; onDone: () => Promise<void> }): ReactNode {
  const { id, onClose, onDone } = props;
  const { data, error } = useHandOver(id);
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const sent = data?.handOver?.sent;
  const noteMissing = answer === 'NO' && missing.length === 0 && note.trim() === '';
  const listed = (data?.choices.parts ?? []).filter(({ words }) => !sent || sent.partsWords.includes(words));
  const receive = async () => {
    setTried(true);
    if (answer === '' || noteMissing) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await receiveFile(id, { complete: answer === 'YES', missing: [...missing], note: note.trim() } as FileReceipt);
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
      title="签收学籍档案"
      foot={
        <>
          <span className="dialog-note">签收后可打印回执，交转出学校存档</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void receive()}>
            签收
          </Button>
        </>
      }
    >
      <ProblemLine problem={error} />
      {sent && (
        <div className="hand-over-form">
          <FieldGrid
            rows={[
              { key: 'student', label: '学生', value: data.handOver?.title },
              { key: 'sent', label: '转出', value: `${sent.on}，${data.handOver?.fromName}${sent.byName}` },
              { key: 'way', label: '方式', value: [sent.wayWords, sent.parcel].filter(Boolean).join('，') },
              { key: 'parts', label: '内容', value: sent.partsWords.join('；') },
              { key: 'pages', label: '页数', value: `${sent.pages}页` },
            ]}
          />
          <ChoiceField
            label="核对"
            required
            value={answer}
            onChange={setAnswer}
            options={ANSWERS}
            problem={tried && answer === '' ? '请按清单核对后选择' : undefined}
          />
          {answer === 'NO' && (
            <FormRow label="缺哪些" group problem={tried && noteMissing ? '请勾选所缺内容，或在说明中写明' : undefined}>
              {() => (
                <div className="file-parts">
                  {listed.map(({ value, words }) => (
                    <CheckField
                      key={value}
                      checked={missing.includes(value)}
                      onChange={(has) => setMissing(has ? [...missing, value] : missing.filter((one) => one !== value))}
                    >
                      {words}
                    </CheckField>
                  ))}
                </div>
              )}
            </FormRow>
          )}
          {answer === 'NO' && (
            <TextField
              label="说明"
              value={note}
              onChange={setNote}
              lines={2}
              maxLength={300}
              hint="转出学校看得到，据此补转"
            />
          )}
          <ProblemLine problem={problem} />
        </div>
      )}
    </Dialog>
  );
}
