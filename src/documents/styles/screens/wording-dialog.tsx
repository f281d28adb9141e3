/** 改用语: how an authority calls a form and its items, in place of ours. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, sentenceOf } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { WordingView } from '../../forms/wording/wording.api.ts';
import { labelsIn, linesOf } from './labels.screen.ts';

interface WordingDialogProps {
  line: { form: string; title: string };
  /** 法定: the title that a text fixes; absent where the place may give its own. */
  fixed?: string | undefined;
  onClose: () => void;
}

/** Reads what holds, then lets it be changed. */
export function WordingDialog({ line, fixed, onClose }: WordingDialogProps): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['forms', 'wording', line.form],
    queryFn: ({ signal }) => api.get<WordingView>(`/forms/${line.form}/wording`, { signal }),
  });
  if (data) return <Editor line={line} fixed={fixed} held={data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={`改用语：${line.title}`}>
      {error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />}
    </Dialog>
  );
}

function Editor({ line, fixed, held, onClose }: WordingDialogProps & { held: WordingView }): ReactNode {
  const [title, setTitle] = useState(held.title ?? '');
  const [note, setNote] = useState(held.note ?? '');
  const [labels, setLabels] = useState(linesOf(held.labels));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const read = labelsIn(labels);
    if ('fault' in read) return setProblem(read.fault);
    setBusy(true);
    setProblem(undefined);
    try {
      const body = {
        title: fixed === undefined ? title.trim() || null : null,
        note: note.trim() || null,
        labels: read.labels,
      };
      await api.put(`/forms/${line.form}/wording`, body);
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`改用语：${line.title}`}
      foot={
        <>
          <span className="dialog-note">
            {held.placeName ? `现行用语由${held.placeName}${held.setOn}设定` : '现用本系统的用语'}
          </span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      {fixed === undefined && (
        <TextField label="表名" value={title} onChange={setTitle} maxLength={40} hint="不填用原名" />
      )}
      {fixed !== undefined && <p>{`表名“${fixed}”由法规定名，不改。`}</p>}
      <TextField label="页脚说明" value={note} onChange={setNote} maxLength={60} hint="不填用原说明" />
      <TextField
        label="项目用语"
        value={labels}
        onChange={setLabels}
        lines={5}
        placeholder={'民族=民族成份\n联系电话=监护人电话'}
        hint="一行一项，写作原项目=新项目；本辖区学校此后出的表都照此，已出的不变"
      />
    </Dialog>
  );
}
