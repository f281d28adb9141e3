/** 申请对接: who shall follow what, on which approval, until when. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { ApiProblem, api } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { DateField } from '../../web/parts/form/date-field.tsx';
import { FormRow } from '../../web/parts/form/form-row.tsx';
import { SearchSelect } from '../../web/parts/form/search-select.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { useRenewing } from './exchange-queries.tsx';

interface ApplyProps {
  latest: string;
  onClose: () => void;
}

const TEXTS = [
  ['name', '系统名称', '如：城市校园卡平台'],
  ['recipient', '接收单位', '单位全称'],
  ['purpose', '用途', '接收单位用变动做什么'],
  ['basis', '批准文号', '主管部门书面批准的文号'],
] as const;

/** A form; the leader decides on it afterwards. */
export function ApplyDialog({ latest, onClose }: ApplyProps): ReactNode {
  const form = useId();
  const renewing = useRenewing();
  const { institution, today: day } = useSession();
  const today = civilDate(day);
  const [texts, setTexts] = useState({ name: '', recipient: '', purpose: '', basis: '' });
  const [scopeId, setScopeId] = useState(institution.id);
  const [withNumbers, setWithNumbers] = useState(false);
  const [validTo, setValidTo] = useState<CivilDate | undefined>(civilDate(latest));
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const scopes = useScopes(institution);
  const said = (path: string) =>
    problem instanceof ApiProblem ? problem.fields.find((field) => field.path === path)?.sentence : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await renewing(api.post('/exchange/systems', { ...texts, scopeId, withNumbers, validTo }));
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const isOfField = problem instanceof ApiProblem && problem.fields.length > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title="申请对接系统"
      width="wide"
      foot={
        <>
          <span className="dialog-note">由本单位主管领导审批后生效</span>
          <Button onPress={onClose}>取消</Button>
          <Button
            tone="primary"
            busy={busy}
            onPress={() => (document.getElementById(form) as HTMLFormElement | null)?.requestSubmit()}
          >
            提交申请
          </Button>
        </>
      }
    >
      <form id={form} className="exchange-form" onSubmit={(event) => void submit(event)} noValidate>
        {problem !== undefined && !isOfField && <ProblemLine problem={problem} />}
        {TEXTS.map(([key, label, hint]) => (
          <TextField
            key={key}
            label={label}
            value={texts[key]}
            onChange={(text) => {
              setTexts({ ...texts, [key]: text });
              setProblem(undefined);
            }}
            hint={hint}
            required
            problem={said(key)}
          />
        ))}
        <SearchSelect
          label="范围"
          value={[scopeId]}
          onChange={([chosen]) => setScopeId(chosen ?? institution.id)}
          options={scopes.options}
          onSearch={scopes.search}
          searching={scopes.searching}
          hint="只推送此单位及其下各单位的变动，可输入名称查找"
          required
          problem={said('scopeId')}
        />
        <DateField
          label="有效期至"
          value={validTo}
          onChange={setValidTo}
          today={today}
          from={today}
          to={civilDate(latest)}
          hint="最长十二个月，期满重新申请"
          required
          problem={said('validTo')}
        />
        <FormRow label="学籍号" hint="学籍号内含身份证件号，批准文件没有写明的不得提供">
          {() => (
            <CheckField checked={withNumbers} onChange={setWithNumbers}>
              批准文件写明提供学籍号
            </CheckField>
          )}
        </FormRow>
      </form>
    </Dialog>
  );
}

/** The authority itself, and what is found below it. */
function useScopes(own: { id: string; name: string }) {
  const [typed, search] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['exchange-scopes', own.id, typed],
    queryFn: ({ signal }) =>
      api.get<{ items: { id: string; name: string }[] }>('/institutions', {
        signal,
        query: { under: own.id, ...(typed === '' ? {} : { search: typed }) },
      }),
  });
  const found = (data?.items ?? []).filter(({ id }) => id !== own.id);
  const options = [own, ...found].map(({ id, name }) => ({ value: id, words: name }));
  return { options, search, searching: isFetching };
}
