/** 归档材料: puts a scan, or a paper that lies in the folder, into the file of one student. */
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { FileDrop } from '../../../../web/parts/form/file-drop.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { FileView, PaperEntry } from '../../heads.api.ts';
import { useFileActs } from './file-queries.tsx';

const OTHER = 'OTHER';
const ENDINGS = ['.jpg', '.jpeg', '.png', '.webp', '.pdf'] as const;
const MOST_BYTES = 15 * 2 ** 20;

/** The dialog; it stays open with the sentence where a file is refused. */
export function FilePaper({ file, onClose }: { file: FileView; onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const acts = useFileActs();
  const [paper, setPaper] = useState<string>(file.paperKinds[0]!.paper);
  const [what, setWhat] = useState('');
  const [head, setHead] = useState('');
  const [datedOn, setDatedOn] = useState<CivilDate | undefined>(today);
  const [medium, setMedium] = useState('SCAN');
  const [corrects, setCorrects] = useState('');
  const filed = file.heads.flatMap(({ items }) => items.filter(({ filedId }) => filedId !== null));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const other = paper === OTHER;
  const unready = !datedOn
    ? '请填写材料的落款日期'
    : other && (what.trim().length < 2 || !head)
      ? '请写材料名称，并选归入哪一部分'
      : undefined;
  const entryOf = (): PaperEntry => ({
    paper: paper as PaperEntry['paper'],
    datedOn: datedOn!,
    ...(what.trim() ? { what: what.trim() } : {}),
    ...(other ? { head: head as NonNullable<PaperEntry['head']> } : {}),
    ...(other && corrects && medium === 'SCAN' ? { corrects } : {}),
  });
  const act = async (doing: () => Promise<unknown>) => {
    setProblem(unready);
    if (unready || busy) return;
    setBusy(true);
    try {
      await doing();
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="归档材料"
      foot={
        medium === 'PAPER' && (
          <Button
            tone="primary"
            busy={busy}
            onPress={() =>
              void act(() => {
                const { corrects: _, ...entry } = entryOf();
                return acts.filePaperOnly({ ...entry, studentIds: [file.studentId] });
              })
            }
          >
            登记纸质在档
          </Button>
        )
      }
    >
      <SelectField
        label="材料"
        value={paper}
        onChange={setPaper}
        empty={null}
        options={[
          ...file.paperKinds.map((one) => ({ value: one.paper, words: one.words })),
          { value: OTHER, words: '其他材料或更正说明' },
        ]}
      />
      <TextField
        label="名称"
        value={what}
        onChange={setWhat}
        maxLength={60}
        required={other}
        hint="不填的用材料本来的名称"
      />
      {other && (
        <SelectField
          label="归入"
          value={head}
          onChange={setHead}
          required
          options={file.heads.map(({ code, title }) => ({ value: code, words: title }))}
        />
      )}
      {other && medium === 'SCAN' && filed.length > 0 && (
        <SelectField
          label="更正"
          value={corrects}
          onChange={setCorrects}
          empty="不是更正说明"
          options={filed.map(({ filedId, what, on }) => ({ value: filedId!, words: `${on} ${what}` }))}
          hint="原件留在档案内，注明已有更正说明"
        />
      )}
      <DateField label="落款日期" required value={datedOn} onChange={setDatedOn} today={today} to={today} />
      <ChoiceField
        label="形式"
        value={medium}
        onChange={setMedium}
        options={[
          { value: 'SCAN', words: '扫描件' },
          { value: 'PAPER', words: '只有纸质' },
        ]}
      />
      {medium === 'SCAN' && (
        <FileDrop
          accept={ENDINGS}
          most={MOST_BYTES}
          disabled={busy}
          onFiles={([chosen]) => chosen && void act(() => acts.filePaper(file.studentId, entryOf(), chosen, () => {}))}
          hint="JPEG、PNG、WebP图像或PDF，不超过15兆；多页的请合成一个PDF"
        >
          把材料拖到这里，或点此选择
        </FileDrop>
      )}
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
