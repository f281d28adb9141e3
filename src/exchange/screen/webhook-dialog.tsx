/** 设置推送地址: where the changes go, and which of them. */
import { type ReactNode, useState } from 'react';
import { CHANGE_KINDS, type ChangeKind } from '../../feed/change-kinds.api.ts';
import { ApiProblem, api } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../web/parts/form/form-row.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { SystemView } from '../systems/systems.api.ts';
import { useRenewing } from './exchange-queries.tsx';
import { ShownOnce } from './shown-once.tsx';

const KINDS = Object.entries(CHANGE_KINDS) as [ChangeKind, string][];

/** A form, and after it the secret with which deliveries are signed. */
export function WebhookDialog({ system, onClose }: { system: SystemView; onClose: () => void }): ReactNode {
  const renewing = useRenewing();
  const [url, setUrl] = useState('https://');
  const [kinds, setKinds] = useState<ReadonlySet<ChangeKind>>(
    new Set(KINDS.map(([kind]) => kind).filter((kind) => kind.startsWith('REGISTRATION_'))),
  );
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [secret, setSecret] = useState<string>();
  const said = (path: string) =>
    problem instanceof ApiProblem ? problem.fields.find((field) => field.path === path)?.sentence : undefined;
  const add = async () => {
    setBusy(true);
    try {
      const body = { url, kinds: [...kinds] };
      const made = await renewing(api.post<{ secret: string }>(`/exchange/systems/${system.id}/webhooks`, body));
      setSecret(made.secret);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const toggle = (kind: ChangeKind, chosen: boolean) => {
    const next = new Set(kinds);
    if (chosen) next.add(kind);
    else next.delete(kind);
    setKinds(next);
  };
  if (secret !== undefined) {
    return (
      <ShownOnce title="签名密钥" value={secret} onClose={onClose}>
        请交给接收单位，对方凭它核验每次推送的签名，签名不符或时间超过五分钟的不予接收。
      </ShownOnce>
    );
  }
  const isOfField = problem instanceof ApiProblem && problem.fields.length > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`设置推送地址：${system.name}`}
      width="wide"
      foot={
        <>
          <span className="dialog-note">自下一条变动起推送</span>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => void add()}>
            设置
          </Button>
        </>
      }
    >
      <div className="exchange-form">
        {problem !== undefined && !isOfField && <ProblemLine problem={problem} />}
        <TextField
          label="地址"
          value={url}
          onChange={(text) => {
            setUrl(text);
            setProblem(undefined);
          }}
          hint="接收单位提供的https地址，不得是内部网络的地址"
          required
          problem={said('url')}
        />
        <FormRow label="变动种类" group required problem={said('kinds')}>
          {() => (
            <div className="exchange-kinds">
              {KINDS.map(([kind, words]) => (
                <CheckField key={kind} checked={kinds.has(kind)} onChange={(chosen) => toggle(kind, chosen)}>
                  {words}
                </CheckField>
              ))}
            </div>
          )}
        </FormRow>
      </div>
    </Dialog>
  );
}
