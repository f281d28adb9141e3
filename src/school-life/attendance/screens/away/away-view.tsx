/** 请假: who asks to stay away, whom the law lets grant it, and the form to enter one. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { dayWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ReasonDialog } from '../../../../web/parts/floating/reason-dialog.tsx';
import type { StateKind } from '../../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { ShownPapers } from '../../../shown-papers/screens/shown-papers.tsx';
import type { AwayItem, Granter } from '../../attendance.api.ts';
import { useAttendanceActs, useAways } from '../attendance-queries.tsx';
import { AskForLeave } from './ask-for-leave.tsx';

const STATES: Record<AwayItem['state'], StateKind> = { ASKED: 'IN_PROCESS', GRANTED: 'DONE', DECLINED: 'REFUSED' };

/** The card; `classGroupId` is that of whom a new request can be entered for. */
export function AwayView({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = useAways();
  const may = useMayCall()('POST /api/leaves-of-absence');
  const [asking, setAsking] = useState(false);
  const items = query.data?.items ?? [];
  const enter = may ? <Button onPress={() => setAsking(true)}>登记请假</Button> : undefined;
  return (
    <Card title="请假" note={items.length > 0 ? `近三十天${items.length}件` : undefined} side={enter} flush fill>
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={6} rowHeight={56} />}
      {query.data && items.length === 0 && (
        <EmptyState words="没有请假" why="家长提出请假后，由班主任在此登记并按权限准假" />
      )}
      <ul className="attendance-list">
        {items.map((item) => (
          <AwayLine key={item.id} item={item} today={query.data!.today} />
        ))}
      </ul>
      <AskForLeave classGroupId={classGroupId} open={asking} onClose={() => setAsking(false)} />
    </Card>
  );
}

function AwayLine({ item, today }: { item: AwayItem; today: string }): ReactNode {
  const acts = useAttendanceActs();
  const [problem, setProblem] = useState<unknown>();
  const [declining, setDeclining] = useState(false);
  const mayShow = useMayCall()('POST /api/shown-papers');
  const mayDecide = item.toGrant.length > 0;
  const day = (on: string) => dayWords(civilDate(on), civilDate(today));
  const grant = async (grantedAs: Granter) => {
    setProblem(undefined);
    try {
      await acts.decideLeave(item.id, { grant: true, grantedAs });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const first = item.findings.find(({ verdict }) => verdict !== 'ALLOW') ?? item.findings[0];
  return (
    <li>
      <div className="attendance-line">
        <Link to={`/students/${item.studentId}`}>
          <b>{item.name}</b>
        </Link>
        <span className="quiet">{item.classGroupName}</span>
        <StatusChip kind={STATES[item.state]}>{item.stateWords}</StatusChip>
        <span>
          {item.reasonWords}，{day(item.beginsOn)}
          {item.endsOn !== item.beginsOn && `至${day(item.endsOn)}`}，{item.days}天
        </span>
      </div>
      <p className="quiet">
        {item.proofWords}
        {item.decidedWords ? `，${item.decidedWords}` : `，${item.askedByName}登记`}
        {first && (
          <>
            ，{first.sentence}
            <span className="no-autospace">（{first.chip}）</span>
          </>
        )}
      </p>
      <ShownPapers
        entryKind="LEAVE_OF_ABSENCE"
        entryId={item.id}
        words={`${item.name}请假`}
        papers={item.papers}
        mayAdd={mayShow && item.state === 'ASKED'}
        without={item.reasonWords === '因病' ? [] : ['DIAGNOSIS']}
      />
      <ProblemLine problem={problem} />
      {mayDecide && (
        <div className="attendance-acts">
          {item.toGrant.map(({ granter, words }) => (
            <Button key={granter} onPress={() => void grant(granter)}>{`以${words}准假`}</Button>
          ))}
          <Button tone="quiet" onPress={() => setDeclining(true)}>
            不准假
          </Button>
        </div>
      )}
      {item.state === 'ASKED' && !mayDecide && item.steps[0] && <p className="quiet">待{item.steps[0].byWords}准假</p>}
      <ReasonDialog
        open={declining}
        onClose={() => setDeclining(false)}
        title={`不准假：${item.name}`}
        act="不准假"
        danger
        onGive={(opinion) => acts.decideLeave(item.id, { grant: false, grantedAs: item.toGrant[0]!.granter, opinion })}
      />
    </li>
  );
}
