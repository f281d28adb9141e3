/** 其他办理: what happens less often at the counter: deferral, fees, giving up a place, review, mending the roll. */
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import { CheckField } from '../../../../web/parts/form/choice-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { RollItem } from '../../roll/roll.api.ts';
import { useRollActs, useRunning } from '../roll-queries.tsx';
import { isAwaited } from '../roll-words.screen.ts';
import { CancellationForm } from './cancellation-form.tsx';

type Asking = 'DEFER' | 'CORRECT' | 'CANCEL';

/** Buttons at the foot of the counter. */
export function MoreActs({ item, mayMend }: { item: RollItem; mayMend: boolean }): ReactNode {
  const acts = useRollActs();
  const mayCall = useMayCall();
  const navigate = useNavigate();
  const { institution } = useSession();
  const { busy, problem, run } = useRunning();
  const [asking, setAsking] = useState<Asking>();
  const own = mayCall('POST /api/admission-roll/:id/acts') && institution.id === item.schoolId;
  const close = () => setAsking(undefined);
  if (item.endedOn) return null;
  const reviews =
    item.stage === 'SENIOR' && mayCall('POST /api/admission-roll/:id/cancellation') && item.state !== 'IN_HAND';
  return (
    <>
      {own && isAwaited(item) && item.state !== 'DROPOUT' && <Button onPress={() => setAsking('DEFER')}>延期</Button>}
      {own && item.stage === 'SENIOR' && item.checkedInOn && !item.feesPaid && (
        <Button busy={busy} onPress={() => void run(() => acts.act(item.id, { act: 'PAY_FEES' }))}>
          费用已缴清
        </Button>
      )}
      {reviews && <Button onPress={() => setAsking('CANCEL')}>审查入学资格</Button>}
      {isAwaited(item) && mayMend && mayCall('POST /api/admission-roll/:id/correction') && (
        <Button tone="quiet" onPress={() => setAsking('CORRECT')}>
          更正名册
        </Button>
      )}
      <ProblemLine problem={problem} />
      <DeferDialog item={item} open={asking === 'DEFER'} onClose={close} />
      <ReasonDialog
        open={asking === 'CORRECT'}
        onClose={close}
        title={`从名册中更正：${item.name}`}
        least={4}
        usual={['与他校重复登记', '登记时填错人']}
        act="更正"
        danger
        onGive={(reason) => acts.correct(item.id, reason)}
      >
        更正后此人不再占用招生计划，记录保留
      </ReasonDialog>
      <CancellationForm
        item={item}
        open={asking === 'CANCEL'}
        onClose={close}
        onOpened={(caseId) => void navigate(`/cases/${caseId}`)}
      />
    </>
  );
}

interface DeferProps {
  item: RollItem;
  open: boolean;
  onClose: () => void;
}

function DeferDialog(props: DeferProps): ReactNode {
  return props.open ? <Deferring {...props} /> : null;
}

function Deferring({ item, onClose }: DeferProps): ReactNode {
  const acts = useRollActs();
  const { busy, problem, run } = useRunning();
  const [days, setDays] = useState('7');
  const [reason, setReason] = useState('');
  const [hasProof, setHasProof] = useState(true);
  const [tried, setTried] = useState(false);
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0;
  const send = async () => {
    setTried(true);
    if (count < 1 || reason.trim().length < 2) return;
    const request = { act: 'DEFER', days: count, hasProof, reason: reason.trim() } as const;
    if (await run(() => acts.act(item.id, request))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`延期报到：${item.name}`}
      foot={
        <>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            准予延期
          </Button>
        </>
      }
    >
      <div className="roll-form">
        <TextField
          label="延期天数"
          required
          inputMode="numeric"
          value={days}
          onChange={setDays}
          maxLength={3}
          hint="从开学当天起算"
          problem={tried && count < 1 ? '请填1至365的天数' : undefined}
        />
        <TextField
          label="原因"
          required
          value={reason}
          onChange={setReason}
          lines={2}
          maxLength={300}
          problem={tried && reason.trim().length < 2 ? '请写明不能按时报到的原因' : undefined}
        />
        <CheckField checked={hasProof} onChange={setHasProof}>
          已收到有关证明
        </CheckField>
        <ProblemLine problem={problem} />
      </div>
    </Dialog>
  );
}
