/** 可信节点: this node's key, to be handed to others, and those that two people of an authority have entered. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { api } from '../../../web/api-client.ts';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { NodeKeys } from '../packages.api.ts';

const SUITES = [
  { value: 'international', words: '国际算法（Ed25519）' },
  { value: 'guomi', words: '国密算法（SM2）' },
];
const EMPTY = { nodeName: '', suite: 'international', publicKey: '' };

export function KeyPane(): ReactNode {
  const client = useQueryClient();
  const mayEnter = useMayCall()('POST /api/node-keys');
  const [problem, setProblem] = useState<unknown>();
  const { data, error, refetch } = useQuery({
    queryKey: ['node-keys'],
    queryFn: ({ signal }) => api.get<NodeKeys>('/node-keys', { signal }),
  });
  const run = async (path: string, body?: object): Promise<boolean> => {
    setProblem(undefined);
    try {
      await api.post(path, body);
      await client.invalidateQueries({ queryKey: ['node-keys'] });
      return true;
    } catch (thrown) {
      setProblem(thrown);
      return false;
    }
  };
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className="package-pane">
      <p>
        本系统公钥（交对方登记）：<span className="package-code no-autospace">{data.own.publicKey}</span>
      </p>
      <ProblemLine problem={problem} />
      {data.keys.length === 0 && <p className="quiet">还没有登记外地节点；登记并经另一人确认后，才接收其档案包</p>}
      <ul className="package-keys">
        {data.keys.map((one) => (
          <li key={one.id}>
            <span>{one.nodeName}</span>
            <span className="package-code no-autospace">{one.keyId}</span>
            <StatusChip kind={one.endedByName ? 'REFUSED' : one.confirmedByName ? 'DONE' : 'DUE_SOON'}>
              {one.endedByName
                ? `已由${one.endedByName}停用`
                : one.confirmedByName
                  ? `${one.proposedByName}登记，${one.confirmedByName}确认`
                  : `${one.proposedByName}登记，待另一人确认`}
            </StatusChip>
            {one.mayConfirm && <Button onPress={() => void run(`/node-keys/${one.id}/confirmation`)}>确认</Button>}
            {one.mayDrop && <Button onPress={() => void run(`/node-keys/${one.id}/end`)}>停用</Button>}
          </li>
        ))}
      </ul>
      {mayEnter && <Entering onEnter={(key) => run('/node-keys', key)} />}
    </div>
  );
}

function Entering({ onEnter }: { onEnter: (key: typeof EMPTY) => Promise<boolean> }): ReactNode {
  const [key, setKey] = useState(EMPTY);
  return (
    <section className="package-check" aria-label="登记外地节点">
      <TextField label="节点名称" required value={key.nodeName} onChange={(nodeName) => setKey({ ...key, nodeName })} />
      <SelectField
        label="算法"
        empty={null}
        value={key.suite}
        options={SUITES}
        onChange={(suite) => setKey({ ...key, suite })}
      />
      <TextField
        label="公钥"
        required
        lines={2}
        value={key.publicKey}
        onChange={(publicKey) => setKey({ ...key, publicKey })}
        hint="从对方“可信节点”页完整复制，并用另一途径核对"
      />
      <Button onPress={() => void onEnter(key).then((entered) => entered && setKey(EMPTY))}>登记</Button>
    </section>
  );
}
