/** 书面报告与回执: what the school has reported of a leave that ran out, and what came back. */
import { type ReactNode, useState } from 'react';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { DateField } from '../../web/parts/form/date-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { OnLeave } from '../leave.api.ts';
import { receiptReport, reportExpired } from './leave-queries.tsx';

export type Writing = 'REPORT' | 'RECEIPT';

interface ReportDialogProps {
  row: OnLeave;
  writing: Writing;
  today: string;
  onClose: () => void;
  /** It is kept: the list is asked for anew. */
  onDone: () => void;
}

const LEAST = 4;

export function ReportDialog({ row, writing, today, onClose, onDone }: ReportDialogProps): ReactNode {
  const [on, setOn] = useState<CivilDate | undefined>(civilDate(today));
  const [number, setNumber] = useState('');
  const [says, setSays] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const reports = writing === 'REPORT';
  const send = async () => {
    setTried(true);
    if (!on || says.trim().length < LEAST) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { on, says: says.trim() };
      if (reports) await reportExpired(row.studentId, body);
      else await receiptReport(row.studentId, { ...body, ...(number.trim() ? { number: number.trim() } : {}) });
      onDone();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={reports ? '登记书面报告' : '登记回执'}
      foot={
        <>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            登记
          </Button>
        </>
      }
    >
      <p className="dialog-facts">
        {row.name}，休学{row.endsOn}期满，{row.urgedOn}已督促；
        {reports ? `报告${row.reportTo}` : `${row.report?.on}已报告${row.report?.to}`}
      </p>
      <DateField
        label={reports ? '报告日期' : '回执日期'}
        required
        value={on}
        onChange={setOn}
        today={civilDate(today)}
        to={civilDate(today)}
        problem={tried && !on ? '请填日期' : undefined}
      />
      {!reports && <TextField label="回执文号" value={number} onChange={setNumber} maxLength={60} hint="没有的不填" />}
      <TextField
        label={reports ? '报告内容' : '回执内容'}
        required
        value={says}
        onChange={setSays}
        lines={3}
        maxLength={300}
        problem={tried && says.trim().length < LEAST ? `请写明情况，不少于${LEAST}个字` : undefined}
      />
      <ProblemLine problem={problem} />
    </Dialog>
  );
}
