/** 书面上报: to whom the school has written about the student, and who has signed for it. */
import { type ReactNode, useState } from 'react';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { EmptyState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { REPORT_MATTERS, type Recipient, type ReportMatter } from '../../truancy/reporting.api.ts';
import type { TruantStanding } from '../../truancy/truancy.api.ts';
import { type AttendanceActs, useAttendanceActs } from '../attendance-queries.tsx';

type Report = TruantStanding['reports'][number];

/** The card with both acts. */
export function ReportsCard({ standing }: { standing: TruantStanding }): ReactNode {
  const mayCall = useMayCall();
  const [writing, setWriting] = useState(false);
  const [signed, setSigned] = useState<Report>();
  const mayWrite = mayCall('POST /api/truancy/students/:id/reports');
  const write = mayWrite ? <Button onPress={() => setWriting(true)}>登记书面上报</Button> : undefined;
  return (
    <Card title="书面上报" note={`${standing.reports.length}件`} side={write} flush>
      {standing.reports.length === 0 && (
        <EmptyState words="还没有书面上报" why="打印告知书送达后，在此登记报送给谁和签收情况" />
      )}
      <ul className="attendance-list">
        {standing.reports.map((report) => (
          <li key={report.id}>
            <div className="attendance-line">
              <b>{report.recipientName}</b>
              <span>{report.matterWords}</span>
              <StatusChip kind={report.receivedOn ? 'DONE' : 'IN_PROCESS'}>
                {report.receivedOn ? `${report.receivedOn}由${report.receivedBy}签收` : '待签收'}
              </StatusChip>
            </div>
            <p className="quiet">
              {report.on}报送{report.paperNumber && `，${report.paperNumber}`}
            </p>
            {!report.receivedOn && mayCall('PUT /api/written-reports/:id/receipt') && (
              <div className="attendance-acts">
                <Button onPress={() => setSigned(report)}>登记签收</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {writing && <WriteReport standing={standing} onClose={() => setWriting(false)} />}
      {signed && <KeepReceipt report={signed} onClose={() => setSigned(undefined)} />}
    </Card>
  );
}

/** What both dialogs do: send, show what was refused, close when it is kept. */
function useSending(onClose: () => void) {
  const acts = useAttendanceActs();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = async (ready: boolean, act: (acts: AttendanceActs) => Promise<unknown>) => {
    setTried(true);
    if (!ready) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await act(acts);
      onClose();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return { tried, busy, problem, send };
}

function WriteReport({ standing, onClose }: { standing: TruantStanding; onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const { tried, busy, problem, send } = useSending(onClose);
  const [matter, setMatter] = useState<ReportMatter>('TRUANCY');
  const [recipient, setRecipient] = useState<Recipient>('TOWNSHIP');
  const [recipientName, setName] = useState('');
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [paperNumber, setNumber] = useState('');
  const ready = recipientName.trim().length >= 2 && on !== undefined;
  const body = { matter, recipient, recipientName: recipientName.trim(), on: on ?? today };
  const report = { ...body, ...(paperNumber.trim() ? { paperNumber: paperNumber.trim() } : {}) };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记书面上报：${standing.name}`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button
            tone="primary"
            busy={busy}
            onPress={() => void send(ready, (acts) => acts.report(standing.studentId, report))}
          >
            登记
          </Button>
        </>
      }
    >
      <div className="attendance-form">
        <ChoiceField
          label="事项"
          value={matter}
          onChange={(next) => setMatter(next as ReportMatter)}
          options={Object.entries(REPORT_MATTERS).map(([value, words]) => ({ value, words }))}
        />
        <SelectField
          label="报送对象"
          value={recipient}
          onChange={(next) => setRecipient(next as Recipient)}
          empty={null}
          options={standing.recipients.map(({ code, words }) => ({ value: code, words }))}
        />
        <TextField
          label="名称"
          required
          value={recipientName}
          onChange={setName}
          maxLength={80}
          hint="写全称，如某镇人民政府"
          problem={tried && recipientName.trim().length < 2 ? '请写明报送给谁' : undefined}
        />
        <DateField label="报送日期" required value={on} onChange={setOn} today={today} to={today} />
        <TextField label="文号" value={paperNumber} onChange={setNumber} maxLength={60} />
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}

function KeepReceipt({ report, onClose }: { report: Report; onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const { tried, busy, problem, send } = useSending(onClose);
  const [on, setOn] = useState<CivilDate | undefined>(today);
  const [by, setBy] = useState('');
  const ready = on !== undefined && by.trim() !== '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记签收：${report.recipientName}`}
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button
            tone="primary"
            busy={busy}
            onPress={() => void send(ready, (acts) => acts.keepReceipt(report.id, { on: on ?? today, by: by.trim() }))}
          >
            登记
          </Button>
        </>
      }
    >
      <div className="attendance-form">
        <DateField label="签收日期" required value={on} onChange={setOn} today={today} to={today} />
        <TextField
          label="签收人"
          required
          value={by}
          onChange={setBy}
          maxLength={50}
          problem={tried && by.trim() === '' ? '请写明签收人' : undefined}
        />
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
