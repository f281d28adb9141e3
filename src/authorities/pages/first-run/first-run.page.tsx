/** 首次设置: where this installation stands, which authority begins it, and its two people. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { api } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { FirstRunBody, PlaceChoice } from '../../first-run/first-run.api.ts';
import { fieldProblem, formProblem, useAct } from '../act.tsx';
import { NOBODY, type Person, PersonFields, personProblem } from './person-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import './first-run.css';

/** Good for nothing once anybody has an account: then it leads to the sign-in page. */
export function Component(): ReactNode {
  const [done, setDone] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['first-run'],
    queryFn: ({ signal }) => api.get<{ empty: boolean }>('/first-run', { signal }),
  });
  useEffect(() => {
    document.title = '首次设置';
  }, []);
  if (done !== undefined) {
    return (
      <PlainFrame title="首次设置">
        <Card label="首次设置">
          <EmptyState
            words={`${done}已设立`}
            why="请学籍管理员和主管领导各用自己的登录名登录，首次登录时设置动态口令；然后设立学校、开设账号"
            act={
              <Button tone="primary" large to="/sign-in">
                去登录
              </Button>
            }
          />
        </Card>
      </PlainFrame>
    );
  }
  if (error) {
    return (
      <PlainFrame title="首次设置">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PlainFrame>
    );
  }
  if (!data) return null;
  return data.empty ? <FirstRunForm onDone={setDone} /> : <Navigate to="/sign-in" replace />;
}

function FirstRunForm({ onDone }: { onDone: (authorityName: string) => void }): ReactNode {
  const [place, setPlace] = useState<PlaceChoice>();
  const [authorityName, setAuthorityName] = useState('');
  const [registrar, setRegistrar] = useState<Person>(NOBODY);
  const [leader, setLeader] = useState<Person>(NOBODY);
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useAct();
  const choose = (chosen: PlaceChoice | undefined) => {
    setPlace(chosen);
    setAuthorityName(chosen?.authorityName ?? '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!place || authorityName.trim() === '' || personProblem(registrar) || personProblem(leader)) return;
    const { again: _, ...first } = registrar;
    const { again: __, ...second } = leader;
    const body: FirstRunBody = { placeCode: place.code, authorityName, registrar: first, leader: second };
    void run(async () => {
      await api.post('/first-run', body);
      onDone(authorityName);
    });
  };
  const said = (name: string) => fieldProblem(problem, name);
  return (
    <form onSubmit={submit} noValidate>
      <PlainFrame
        title="首次设置"
        side="本系统还没有任何账号"
        acts={
          <Button tone="primary" large type="submit" busy={busy}>
            完成设置
          </Button>
        }
      >
        <ProblemLine problem={formProblem(problem)} />
        <Card title="教育行政部门" note="由哪一级开始使用">
          <div className="first-run-form">
            <PlaceFields chosen={place} onChoose={choose} problem={tried && !place ? '请选择所在地' : undefined} />
            <TextField
              label="名称"
              value={authorityName}
              onChange={setAuthorityName}
              required
              hint="选好所在地后填入常用名称，可改"
              problem={said('authorityName') ?? (tried && authorityName.trim() === '' ? '请填写名称' : undefined)}
            />
          </div>
        </Card>
        <Card title="学籍管理员" note="经办">
          <PersonFields
            value={registrar}
            onChange={setRegistrar}
            tried={tried}
            said={(name) => said(`registrar.${name}`)}
          />
        </Card>
        <Card title="学籍主管领导" note="签署，须是另一个人">
          <PersonFields value={leader} onChange={setLeader} tried={tried} said={(name) => said(`leader.${name}`)} />
        </Card>
      </PlainFrame>
    </form>
  );
}
