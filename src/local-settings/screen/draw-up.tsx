/** 拟定: the notice, the day from which it counts, and what it sets; handed to the leader as a case. */
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { newIdempotencyKey } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { DateField } from '../../web/parts/form/date-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import type { Proposal, SettingsView } from '../local-settings.api.ts';
import { type DraftLine, keyOf, readLine } from './draft.screen.ts';
import { DraftLineForm } from './draft-line.tsx';
import { type FileFieldDraft, FileFieldForm } from './file-field-form.tsx';
import { type RemedyDraft, RemedyForm } from './remedy-form.tsx';
import { type SayingDraft, SayingForm } from './saying-form.tsx';
import { proposeSetting } from './setting-queries.tsx';
import { type TermDraft, TermForm } from './term-form.tsx';
import { type FreezeDraft, FreezeForm } from './windows/freeze-form.tsx';
import { type OutageDraft, OutageForm } from './windows/outage-form.tsx';

interface DrawUpProps {
  today: CivilDate;
  matters: SettingsView['matters'];
  kinds: SettingsView['kinds'];
  lines: readonly DraftLine[];
  onLines: (lines: DraftLine[]) => void;
}

export function DrawUp({ today, matters, kinds, lines, onLines }: DrawUpProps): ReactNode {
  const navigate = useNavigate();
  const [notice, setNotice] = useState({ title: '', number: '', address: '' });
  const [issuedOn, setIssuedOn] = useState<CivilDate>();
  const [from, setFrom] = useState<CivilDate>();
  const [to, setTo] = useState<CivilDate>();
  const [term, setTerm] = useState<TermDraft>();
  const [saying, setSaying] = useState<SayingDraft>();
  const [freeze, setFreeze] = useState<FreezeDraft>();
  const [outage, setOutage] = useState<OutageDraft>();
  const [remedy, setRemedy] = useState<RemedyDraft>();
  const [field, setField] = useState<FileFieldDraft>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useMemo(newIdempotencyKey, []);
  const read = lines.map((line) => ({ line, outcome: readLine(line) }));
  const incomplete =
    notice.title.trim().length < 4 ||
    !issuedOn ||
    !from ||
    read.some(({ outcome, line }) => 'problem' in outcome || !line.article.trim());
  const nothing = lines.length === 0 && !term && !saying && !freeze && !outage && !remedy && !field;

  const send = async () => {
    setTried(true);
    if (incomplete || nothing) return;
    setBusy(true);
    setProblem(undefined);
    const items: Proposal['items'] = read.flatMap(({ line, outcome }) =>
      'value' in outcome
        ? [
            {
              kind: 'PARAMETER' as const,
              ruleId: line.parameter.ruleId,
              parameter: line.parameter.parameter,
              value: outcome.value,
              article: line.article.trim(),
            },
          ]
        : [],
    );
    if (term) items.push({ kind: 'TERM', ...term });
    if (saying) items.push({ kind: 'NOTICE', ...saying });
    if (freeze) items.push(freeze);
    if (outage) items.push(outage);
    if (remedy) items.push({ kind: 'REMEDY', ...remedy });
    if (field) items.push({ kind: 'FILE_FIELD', ...field });
    try {
      const { caseId } = await proposeSetting(
        {
          notice: {
            title: notice.title.trim(),
            issuedOn: issuedOn!,
            ...(notice.number.trim() ? { number: notice.number.trim() } : {}),
            ...(notice.address.trim() ? { address: notice.address.trim() } : {}),
          },
          from: from!,
          ...(to ? { to } : {}),
          items,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
        key,
      );
      void navigate(`/cases/${caseId}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };

  return (
    <Card
      title="拟定"
      note="经办人拟定，主管领导签署后生效"
      foot={
        <>
          <ProblemLine problem={problem} />
          <Button
            tone="primary"
            busy={busy}
            onPress={() => void send()}
            locked={
              nothing ? { reason: '请先从左边选择要设定的参数，填写学期、停办期、归档自设项，或写通知内容' } : undefined
            }
          >
            提交签署
          </Button>
        </>
      }
    >
      <div className="setting-form">
        <TextField
          label="依据文件"
          required
          value={notice.title}
          onChange={(title) => setNotice({ ...notice, title })}
          placeholder="2026年义务教育招生入学工作通知"
          maxLength={120}
          problem={tried && notice.title.trim().length < 4 ? '请写依据文件的全名' : undefined}
        />
        <TextField
          label="文号"
          value={notice.number}
          onChange={(number) => setNotice({ ...notice, number })}
          maxLength={60}
        />
        <TextField
          label="网址"
          value={notice.address}
          onChange={(address) => setNotice({ ...notice, address })}
          placeholder="https://"
          maxLength={300}
          hint="可以看到原文的地方，学校和家长由此打开"
        />
        <DateField
          label="发布日期"
          required
          value={issuedOn}
          onChange={setIssuedOn}
          today={today}
          to={today}
          problem={tried && !issuedOn ? '请填写发布日期' : undefined}
        />
        <DateField
          label="生效日期"
          required
          value={from}
          onChange={setFrom}
          today={today}
          problem={tried && !from ? '请填写生效日期' : undefined}
        />
        <DateField label="失效日期" value={to} onChange={setTo} today={today} from={from} hint="不填为长期有效" />
      </div>
      {read.map(({ line, outcome }) => (
        <DraftLineForm
          key={keyOf(line.parameter)}
          line={line}
          problem={tried && 'problem' in outcome ? outcome.problem : undefined}
          onChange={(next) => onLines(lines.map((one) => (one === line ? next : one)))}
          onRemove={() => onLines(lines.filter((one) => one !== line))}
        />
      ))}
      <div className="setting-more">
        <TermForm today={civilDate(today)} term={term} onChange={setTerm} />
        <SayingForm matters={matters} onChange={setSaying} />
        <FreezeForm kinds={kinds} onChange={setFreeze} />
        <RemedyForm onChange={setRemedy} />
        <FileFieldForm onChange={setField} />
        <OutageForm today={civilDate(today)} onChange={setOutage} />
      </div>
      <div className="setting-form">
        <TextField
          label="说明"
          value={reason}
          onChange={setReason}
          lines={2}
          maxLength={500}
          hint="早于今天生效、时限停计或停办两个月以上的，须写明理由"
        />
      </div>
    </Card>
  );
}
