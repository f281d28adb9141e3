/** 办理学历证明: whose certificate it was, what is asked for, what the law says to it, who reviews it, hand in. */
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Steps, Verdict } from '../../../../changes/screens/application-parts.tsx';
import { api, newIdempotencyKey } from '../../../../web/api-client.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { CheckField, ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../../web/parts/surface/layout.tsx';
import type { FormerStudents } from '../../proofs.api.ts';
import { useProofPreview } from '../certificate-queries.tsx';
import { FormerStudent } from './former-student.tsx';
import '../certificates.css';

type Former = FormerStudents['items'][number];

const TRAIL = [{ to: '/certificates?tab=proofs', words: '证书' }];
const WISHES = [
  { value: 'PROOF', words: '学历证明' },
  { value: 'REISSUE', words: '补发证书' },
  { value: 'REPLACE', words: '换发损坏的证书' },
];
const GROUNDS = [
  { value: 'LOST', words: '遗失' },
  { value: 'DAMAGED', words: '损坏' },
];
const EARLIER = ['没有', '1次', '2次', '3次'].map((words, value) => ({ value: String(value), words }));

/** /certificates/proofs/apply */
export function Component(): ReactNode {
  const [student, setStudent] = useState<Former>();
  return (
    <Page>
      <PageHead trail={TRAIL} title="办理学历证明" />
      {student ? (
        <Apply student={student} onOther={() => setStudent(undefined)} />
      ) : (
        <FormerStudent onChoose={setStudent} />
      )}
    </Page>
  );
}

function Apply({ student, onOther }: { student: Former; onOther: () => void }): ReactNode {
  const navigate = useNavigate();
  const [asks, setAsks] = useState('PROOF');
  const [ground, setGround] = useState('LOST');
  const [purpose, setPurpose] = useState('');
  const [earlier, setEarlier] = useState('0');
  const [fileChecked, setFileChecked] = useState(false);
  const [opinion, setOpinion] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const idempotencyKey = useMemo(newIdempotencyKey, []);
  const { studentId, stage } = student;
  const preview = useProofPreview({ studentId, stage, asks, earlierProofs: Number(earlier) });
  const { data } = preview;
  const mustSay = data?.verdict === 'DISCRETIONARY' && opinion.trim() === '';
  const unclear = purpose.trim().length < 2;
  const send = async () => {
    setTried(true);
    if (!data || unclear || mustSay || !fileChecked) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const said = opinion.trim() ? { opinion: opinion.trim() } : {};
      const form = { purpose: purpose.trim(), fileChecked, earlierProofs: Number(earlier), ...said };
      const body = { studentId, stage, asks, ground, ...form };
      navigate(`/cases/${(await api.post<{ caseId: string }>('/academic-proofs', body, { idempotencyKey })).caseId}`);
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  const locked = data?.against ? { reason: '证书不补发、不换发，请改为申请学历证明' } : undefined;
  return (
    <Columns template="minmax(0, 400px) minmax(0, 1fr) minmax(0, 300px)" stackUnder={1180}>
      <Card
        title={`${student.name} ${student.title}`}
        note={student.endedOn}
        side={<Button onPress={onOther}>换一名学生</Button>}
      >
        <div className="certificate-form">
          <ChoiceField label="申请" required value={asks} onChange={setAsks} options={WISHES} />
          <ChoiceField label="原因" required value={ground} onChange={setGround} options={GROUNDS} />
          <TextField
            label="用途"
            required
            value={purpose}
            onChange={setPurpose}
            maxLength={60}
            hint="写在存根上，例如升学、参军、就业"
            problem={tried && unclear ? '请写明用途' : undefined}
          />
          <SelectField
            label="此前出具"
            value={earlier}
            onChange={setEarlier}
            options={EARLIER}
            empty={null}
            hint={`本系统已出具${student.proofs}次；这里填纸质台账上的次数`}
          />
          <CheckField checked={fileChecked} onChange={setFileChecked}>
            原始档案已核实，与系统记录相符
          </CheckField>
          {tried && !fileChecked && <p className="certificate-problem">先核实原始档案，再出具证明</p>}
        </div>
      </Card>
      <Verdict preview={data} problem={preview.error} />
      <Stack>
        {data && data.steps.length > 0 && <Steps preview={data} />}
        <Card title="提交">
          <div className="certificate-form">
            {data?.against && data.findings.length === 0 && <p>{data.against}</p>}
            <TextField
              label="说明"
              layout="above"
              value={opinion}
              onChange={setOpinion}
              lines={3}
              maxLength={500}
              required={data?.verdict === 'DISCRETIONARY'}
              hint="须酌定的，写明理由；其余可不填"
              problem={tried && mustSay ? '有须酌定的事项，请写明理由' : undefined}
            />
            <ProblemLine problem={problem} />
            <Button tone="primary" large busy={busy} locked={locked} onPress={() => void send()}>
              提交签署
            </Button>
            {locked && <span className="quiet">{locked.reason}</span>}
          </div>
        </Card>
      </Stack>
    </Columns>
  );
}
