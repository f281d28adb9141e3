/** 通知设置: which notices by which ways, and where they go. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem, api } from '../../web/api-client.ts';
import { ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { CHANNELS, type Channel, NOTICE_KINDS, type NoticeKind } from '../notice-words.api.ts';
import type { ChoicesView } from '../notices.api.ts';
import { useChoices, useRenewing } from './notice-queries.tsx';

const KINDS = Object.entries(NOTICE_KINDS) as [NoticeKind, string][];

/** The form, once the choices are known. */
export function ChoicesPane(): ReactNode {
  const { data, error, refetch } = useChoices();
  if (data) return <ChoicesForm choices={data} />;
  return error === null ? null : <ErrorState problem={error} onRetry={() => void refetch()} />;
}

function ChoicesForm({ choices }: { choices: ChoicesView }): ReactNode {
  const renewing = useRenewing();
  const [kinds, setKinds] = useState(choices.kinds);
  const [digest, setDigest] = useState(choices.digest);
  const [email, setEmail] = useState<string>();
  const [phone, setPhone] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const channels = (Object.keys(CHANNELS) as Channel[]).filter(
    (channel) => channel === 'SITE' || (channel === 'MAIL' ? choices.mail : choices.sms),
  );
  const said = (path: string) =>
    problem instanceof ApiProblem ? problem.fields.find((field) => field.path === path)?.sentence : undefined;
  const toggle = (kind: NoticeKind, channel: Channel, chosen: boolean) => {
    const others = (kinds[kind] ?? []).filter((one) => one !== channel);
    setSaved(false);
    setKinds({ ...kinds, [kind]: chosen ? [...others, channel] : others });
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const addresses = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
    try {
      await renewing(api.put('/notices/choices', { kinds, digest, ...addresses }));
      setSaved(true);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const isOfField = problem instanceof ApiProblem && problem.fields.length > 0;
  return (
    <form className="notice-choices" onSubmit={(event) => void save(event)} noValidate>
      {problem !== undefined && !isOfField && <ProblemLine problem={problem} />}
      <table className="notice-channels">
        <thead>
          <tr>
            <th scope="col">通知</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {CHANNELS[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {KINDS.map(([kind, words]) => (
            <tr key={kind}>
              <th scope="row">{words}</th>
              {channels.map((channel) => (
                <td key={channel}>
                  <CheckField
                    checked={kinds[kind]?.includes(channel) ?? false}
                    onChange={(chosen) => toggle(kind, channel, chosen)}
                  >
                    <span className="unseen">{`${words}：${CHANNELS[channel]}`}</span>
                  </CheckField>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {choices.mail && (
        <>
          <TextField
            label="邮箱"
            value={email ?? ''}
            onChange={setEmail}
            placeholder={choices.email ?? '未登记'}
            hint={choices.email === null ? '登记后才能收到邮件' : '不填则沿用已登记的邮箱'}
            inputMode="email"
            problem={said('email')}
          />
          <CheckField checked={digest} onChange={setDigest}>
            邮件每日汇总一封，早七点发出
          </CheckField>
        </>
      )}
      {choices.sms && (
        <TextField
          label="手机号"
          value={phone ?? ''}
          onChange={setPhone}
          placeholder={choices.phone ?? '未登记'}
          hint={choices.phone === null ? '登记后才能收到短信' : '不填则沿用已登记的手机号'}
          inputMode="tel"
          problem={said('phone')}
        />
      )}
      {!choices.mail && !choices.sms && <p className="quiet">本系统未接通邮件和短信，通知只在站内。</p>}
      <div className="notice-save">
        <Button tone="primary" type="submit" busy={busy}>
          保存
        </Button>
        {saved && (
          <span className="quiet" role="status">
            已保存
          </span>
        )}
      </div>
    </form>
  );
}
