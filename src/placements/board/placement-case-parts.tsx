/** 分班办件: what whoever signs or reviews a plan of placing sees: each class group, each adjustment, the way to the board. */
import type { ReactNode } from 'react';
import { type CaseContent, type CasePaneProps, countsNothing } from '../../cases/pages/case/case-content-parts.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../web/parts/feedback/states.tsx';
import { BoundsScale } from '../../web/parts/progress/bounds-scale.tsx';
import { SplitBar } from '../../web/parts/progress/split-bar.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Facts } from '../../web/parts/surface/dot.tsx';
import type { PlanView } from '../plan/plan.api.ts';
import { scaleOf } from '../screen/placing.screen.ts';
import { usePlan } from './board-queries.tsx';
import './board.css';
import './board-side.css';

function PlanPane({ view, fill }: CasePaneProps): ReactNode {
  const { planId } = view.data as unknown as { planId: string };
  const query = usePlan(planId);
  const plan = query.data;
  return (
    <Card
      title="分班方案"
      note={plan && `${plan.students.length}人，${plan.groups.length}个班`}
      side={<Button to={`/classes/plans/${planId}`}>看分班板</Button>}
      foot={plan && <span>{`随机种子${plan.seed}，第${plan.draws}次抽取，可复算`}</span>}
      fill={fill}
      flush
    >
      {plan ? (
        <ul className="plan-groups">
          {plan.groups.map((group) => (
            <GroupLine key={group.id} group={group} bounds={plan.bounds} />
          ))}
        </ul>
      ) : query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton rows={8} rowHeight={48} />
      )}
    </Card>
  );
}

function GroupLine({ group, bounds }: { group: PlanView['groups'][number]; bounds: PlanView['bounds'] }): ReactNode {
  const { name, teacherName, total, boys, girls } = group;
  const tone = bounds && total > bounds.usual ? ' tone-amber' : '';
  return (
    <li>
      <span className="plan-group-name">
        <b>{name}</b>
        <span className="class-teacher">{teacherName ?? ''}</span>
        <b className={`board-size${tone}`}>{total}</b>
      </span>
      {bounds && bounds.most !== null && (
        <BoundsScale
          label="班额"
          value={total}
          {...scaleOf({ usual: bounds.usual, most: bounds.most })}
          usual={bounds.usual}
          most={bounds.most}
          unit="人"
        />
      )}
      <SplitBar
        label="性别"
        shares={[
          { key: 'boys', words: '男', count: boys, colour: 'cat-a' },
          { key: 'girls', words: '女', count: girls, colour: 'cat-b' },
        ]}
        inside
      />
    </li>
  );
}

function AdjustmentsPane({ view, fill }: CasePaneProps): ReactNode {
  const { planId } = view.data as unknown as { planId: string };
  const adjustments = usePlan(planId).data?.adjustments ?? [];
  return (
    <Card title="人工调整" note={String(adjustments.length)} fill={fill} flush>
      {adjustments.length === 0 && <p className="board-none">没有人工调整，按抽取结果编班</p>}
      <ol className="board-adjustments">
        {adjustments.map(({ seq, name, from, to, reason, personName }) => (
          <li key={seq}>
            <p>{`${name} ${from} → ${to}`}</p>
            <Facts>
              <span>{reason}</span>
              <span>{personName}</span>
            </Facts>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export const PLACEMENT_CONTENT: CaseContent = {
  panes: [
    { key: 'plan', words: '分班方案', Pane: PlanPane },
    { key: 'adjustments', words: '人工调整', Pane: AdjustmentsPane },
  ],
  columns: 'minmax(0, 1fr) 280px',
  wide: 'minmax(0, 1fr) 360px',
  effect: ({ schoolName }) => ({ role: '编入班级', party: schoolName, facts: ['签署后即时编入，编班内学号'] }),
  countOf: countsNothing,
};
