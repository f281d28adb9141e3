/** 临时离校: slips of the day; the class teacher signs after calling the guardian, the gate logs who went. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { clockWords } from '../../../web/format.ts';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { useAttendanceActs, useGate, useRegister } from './attendance-queries.tsx';

/** The card. */
export function GateView({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = useGate();
  const mayCall = useMayCall();
  const acts = useAttendanceActs();
  const [signing, setSigning] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const items = query.data?.items ?? [];
  const maySign = mayCall('POST /api/gate-slips');
  const mayLetGo = mayCall('POST /api/gate-releases');
  const letGo = async (studentId: string) => {
    setProblem(undefined);
    try {
      await acts.letGo(studentId);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const sign = maySign ? <Button onPress={() => setSigning(true)}>签署假条</Button> : undefined;
  return (
    <Card title="今日离校" note={items.length > 0 ? `${items.length}张假条` : undefined} side={sign} flush fill>
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      <ProblemLine problem={problem} />
      {query.data && items.length === 0 && (
        <EmptyState
          words="今天没有离校假条"
          why="学生在校期间要离校的，班主任先与家长电话联系，再签署假条，门卫凭假条放行"
        />
      )}
      <ul className="attendance-list">
        {items.map((slip) => (
          <li key={slip.id}>
            <div className="attendance-line">
              <Link to={`/students/${slip.studentId}`}>
                <b>{slip.name}</b>
              </Link>
              <span className="quiet">{slip.classGroupName}</span>
              <StatusChip kind={slip.releasedAt ? 'DONE' : 'IN_PROCESS'}>
                {slip.releasedAt ? `${clockWords(slip.releasedAt)}放行` : '待放行'}
              </StatusChip>
              <span>{slip.reason}</span>
            </div>
            <p className="quiet">
              {slip.signedByName}
              {clockWords(slip.signedAt)}签署，{slip.guardianCalled ? '已与家长电话联系' : '未联系家长'}
              {slip.releasedByName && `，${slip.releasedByName}登记放行`}
            </p>
            {mayLetGo && !slip.releasedAt && (
              <div className="attendance-acts">
                <Button onPress={() => void letGo(slip.studentId)}>登记放行</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {signing && <SignSlip classGroupId={classGroupId} onClose={() => setSigning(false)} />}
    </Card>
  );
}

function SignSlip({ classGroupId, onClose }: { classGroupId: string; onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const { students = [] } = useRegister(classGroupId, today, today).data ?? {};
  const acts = useAttendanceActs();
  const [studentId, setStudentId] = useState('');
  const [reason, setReason] = useState('');
  const [guardianCalled, setGuardianCalled] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = async () => {
    setTried(true);
    if (!studentId || reason.trim().length < 2) return;
    setProblem(undefined);
    try {
      await acts.signSlip({ studentId, reason: reason.trim(), guardianCalled });
      onClose();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="签署离校假条"
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" onPress={() => void send()}>
            签署
          </Button>
        </>
      }
    >
      <div className="attendance-form">
        <SelectField
          label="学生"
          required
          value={studentId}
          onChange={setStudentId}
          options={students.map((one) => ({ value: one.studentId, words: one.name }))}
          problem={tried && !studentId ? '请选学生' : undefined}
        />
        <TextField
          label="事由"
          required
          value={reason}
          onChange={setReason}
          maxLength={100}
          problem={tried && reason.trim().length < 2 ? '请写明事由，不少于2个字' : undefined}
        />
        <CheckField checked={guardianCalled} onChange={setGuardianCalled}>
          已与家长电话联系，家长知情
        </CheckField>
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
