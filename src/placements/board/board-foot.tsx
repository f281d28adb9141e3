/** 提交栏: what must be settled first, who has the plan next, and the one act. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { sentenceOf } from '../../web/api-client.ts';
import { ActionBar, ActionBarActs } from '../../web/parts/findings/decision-bar.tsx';
import { ReasonDialog } from '../../web/parts/floating/reason-dialog.tsx';
import { StateIcon } from '../../web/parts/state/state-icon.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { PlanView } from '../plan/plan.api.ts';
import { type BoardColumn, openPoints, type Pending } from './board.screen.ts';
import type { PlanActs } from './board-queries.tsx';

interface BoardFootProps {
  plan: PlanView;
  acts: PlanActs;
  columns: readonly BoardColumn[];
  pending: Pending | undefined;
}

/** The foot of the board. */
export function BoardFoot({ plan, acts, columns, pending }: BoardFootProps): ReactNode {
  const mayCall = useMayCall();
  const [asking, setAsking] = useState<'REASON' | 'DISCARD'>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (!plan.mayChange || !mayCall('POST /api/class-plans/:id/submission')) return <Standing plan={plan} />;
  const points = openPoints(plan, columns, pending);
  const weighed = plan.findings.filter(({ verdict }) => verdict === 'DISCRETIONARY');
  const submit = async (opinion?: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await acts.submit(opinion);
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      if (opinion !== undefined) throw thrown;
    } finally {
      setBusy(false);
    }
  };
  const press = () => (weighed.length > 0 ? setAsking('REASON') : void submit());
  const act = plan.reviewer ? '提交审核' : '提交公布';
  const first = points[0];
  return (
    <ActionBar>
      <p className="board-points" role="status">
        {first !== undefined && (
          <>
            <StateIcon kind="JUDGEMENT" />
            {`先处理${points.length}项，才能提交：${points.join('、')}`}
          </>
        )}
        {problem !== undefined && <span className="tone-red">{problem}</span>}
      </p>
      <ActionBarActs>
        <span className="board-next">
          {plan.reviewer ? `主管领导签署后由${plan.reviewer}审核，审核前可撤回` : '主管领导签署后即时编入班级'}
        </span>
        <Button large tone="quiet" onPress={() => setAsking('DISCARD')}>
          作废
        </Button>
        <Button
          large
          tone="primary"
          busy={busy}
          onPress={press}
          locked={first === undefined ? undefined : { reason: `先处理：${points.join('、')}` }}
        >
          {act}
        </Button>
      </ActionBarActs>
      <ReasonDialog
        open={asking === 'REASON'}
        onClose={() => setAsking(undefined)}
        title={act}
        usual={['本片区学位不足', '次年增设班级']}
        act={act}
        note="理由随方案送核办人"
        onGive={(reason) => submit(reason)}
      >
        {weighed.map(({ sentence, chip }) => (
          <p key={sentence}>{`${sentence}（${chip}）`}</p>
        ))}
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'DISCARD'}
        onClose={() => setAsking(undefined)}
        title="作废分班方案"
        usual={['改期分班', '改变班数']}
        act="作废"
        danger
        note="作废后可重新拟定，抽取记录仍可查"
        onGive={(reason) => acts.discard(reason)}
      />
    </ActionBar>
  );
}

function Standing({ plan }: { plan: PlanView }): ReactNode {
  const { state, reviewer } = plan;
  const words = {
    DRAFT: '学校正在拟定，尚未提交',
    RETURNED: '已退回学校调整',
    IN_REVIEW: reviewer ? `已提交；主管领导签署后由${reviewer}审核` : '已提交；主管领导签署后即时编入班级',
    PUBLISHED: '已公布，学生已编入班级；以后的变动用“调班”',
    DISCARDED: '此方案已作废，可在“班级”页重新拟定',
  }[state];
  return (
    <ActionBar>
      <p className="board-points">{words}</p>
      <ActionBarActs>
        {plan.case && state === 'IN_REVIEW' && (
          <Button large tone="primary" to={`/cases/${plan.case.id}`}>
            看办件
          </Button>
        )}
      </ActionBarActs>
    </ActionBar>
  );
}
