/** 借读记录: what the guest school has noted, and a line to note more while the study lasts. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { api } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { entryKinds } from '../entry-kinds.api.ts';
import type { ArrangementItem, EntryList } from '../study-elsewhere.api.ts';

const OPTIONS = Object.entries(entryKinds).map(([value, words]) => ({ value, words }));

export function GuestRecord({ one, onClose }: { one: ArrangementItem; onClose: () => void }): ReactNode {
  const path = `/study-arrangements/${one.studentId}/${one.caseId}/record`;
  const mayCall = useMayCall();
  const [kind, setKind] = useState('RESULT');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const query = useQuery({
    queryKey: ['study-arrangements', 'record', one.caseId],
    queryFn: ({ signal }) => api.get<EntryList>(path, { signal }),
    gcTime: 0,
  });
  const notes =
    one.side === 'GUEST' && one.endedOn === null && mayCall('POST /api/study-arrangements/:studentId/:caseId/record');
  const note = async () => {
    setProblem(undefined);
    try {
      await api.post(path, { kind, words });
      setWords('');
      await query.refetch();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const { data } = query;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${one.name}借读记录`}
      foot={
        notes ? (
          <Button tone="primary" onPress={() => void note()}>
            登记
          </Button>
        ) : undefined
      }
    >
      <ProblemLine problem={problem ?? query.error} />
      {data?.held && <p className="quiet">借读尚未结束，记录由借读学校登记，结束时送回</p>}
      {data && !data.held && data.items.length === 0 && <p className="quiet">还没有登记</p>}
      <ul>
        {data?.items.map((entry) => (
          <li key={entry.id}>
            {`${entryKinds[entry.kind]}：${entry.words}`}
            <span className="quiet">{` ${entry.personName} ${entry.madeAt.slice(0, 10)}`}</span>
          </li>
        ))}
      </ul>
      {notes && (
        <>
          <SelectField label="类别" value={kind} empty={null} onChange={setKind} options={OPTIONS} />
          <TextField label="内容" required lines={2} maxLength={500} value={words} onChange={setWords} />
        </>
      )}
    </Dialog>
  );
}
