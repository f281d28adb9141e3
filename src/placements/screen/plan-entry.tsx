/** 去分班: the way from the unplaced of an intake to its plan of placing: the open one, or a new draw. */
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { sentenceOf } from '../../web/api-client.ts';
import { Button } from '../../web/parts/surface/button.tsx';
import { useMakePlan, usePlans } from '../board/board-queries.tsx';
import type { UnplacedView } from '../placements.api.ts';

/** One button; nothing where the reader has no business with plans. */
export function PlanEntry({ schoolId, some }: { schoolId: string; some: UnplacedView }): ReactNode {
  const mayCall = useMayCall();
  const navigate = useNavigate();
  const query = usePlans(schoolId, mayCall('GET /api/schools/:id/class-plans'));
  const make = useMakePlan(schoolId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { stage, grade, intakeYear, classGroupIds } = some;
  const open = query.data?.items.find(
    (one) => one.state === 'OPEN' && one.stage === stage && one.grade === grade && one.intakeYear === intakeYear,
  );
  if (open) return <Button to={`/classes/plans/${open.id}`}>打开分班方案</Button>;
  if (!query.data || !mayCall('POST /api/schools/:id/class-plans')) return null;
  const draw = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await navigate(`/classes/plans/${await make({ stage, grade, intakeYear })}`);
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
      setBusy(false);
    }
  };
  return (
    <>
      {problem && <span className="tone-red">{problem}</span>}
      <Button
        busy={busy}
        onPress={() => void draw()}
        locked={classGroupIds.length === 0 ? { reason: '此年级还没有班级，请先设班' } : undefined}
      >
        随机均衡分班
      </Button>
    </>
  );
}
