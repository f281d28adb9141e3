/** 空、错、无: what a list or a page says when it has nothing to show, and the one next act. */
import { FileSearch, FilterX, Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem, sentenceOf } from '../../api-client.ts';
import { StateIcon } from '../state/state-icon.tsx';
import { Button } from '../surface/button.tsx';
import './feedback.css';

export interface EmptyStateProps {
  /** What there is none of: 还没有班级. */
  words: string;
  /** Why, or what will fill it: 新生核办后自动分入. */
  why?: ReactNode;
  /** The one next act: a Button. */
  act?: ReactNode;
  icon?: LucideIcon | undefined;
}

/** Nothing here yet. */
export function EmptyState({ words, why, act, icon: Icon = Inbox }: EmptyStateProps): ReactNode {
  return (
    <div className="state">
      <Icon size={24} strokeWidth={1.4} aria-hidden />
      <p className="state-words">{words}</p>
      {why !== undefined && <p className="state-why">{why}</p>}
      {act !== undefined && <div className="state-act">{act}</div>}
    </div>
  );
}

/** Everything was filtered away. */
export function FilteredState({ onClear }: { onClear: () => void }): ReactNode {
  return (
    <EmptyState
      icon={FilterX}
      words="没有符合筛选的"
      why="可放宽条件后再找"
      act={<Button onPress={onClear}>清除筛选</Button>}
    />
  );
}

/** Absent and forbidden are the same, so that nobody learns by probing. */
export function AbsentState({ what = '要找的内容', act }: { what?: string | undefined; act?: ReactNode }): ReactNode {
  return (
    <EmptyState
      icon={FileSearch}
      words={`没有找到${what}，或不在您的管理范围`}
      why="请核对地址，或从工作台、搜索框重新进入"
      act={act}
    />
  );
}

export interface ErrorStateProps {
  /** What was thrown. A 404 draws AbsentState. */
  problem: unknown;
  onRetry?: (() => void) | undefined;
  /** What was kept: 已填内容仍在. */
  kept?: ReactNode;
}

/** Something went wrong: the sentence, what was kept, trying again, and the incident's number for the telephone. */
export function ErrorState({ problem, onRetry, kept }: ErrorStateProps): ReactNode {
  if (problem instanceof ApiProblem && problem.status === 404) return <AbsentState />;
  const incident = problem instanceof ApiProblem ? problem.incident : undefined;
  return (
    <div className="state" role="alert">
      <StateIcon kind="OVERDUE" size={24} />
      <p className="state-words">{sentenceOf(problem)}</p>
      {kept !== undefined && <p className="state-why">{kept}</p>}
      {incident !== undefined && (
        <p className="state-why">
          事件编号<b className="no-autospace">{incident}</b>，联系管理员时请报此号
        </p>
      )}
      {onRetry && (
        <div className="state-act">
          <Button onPress={onRetry}>重试</Button>
        </div>
      )}
    </div>
  );
}

/** One sentence of what went wrong, where it happened, staying until it is mended. */
export function ProblemLine({ problem }: { problem: unknown }): ReactNode {
  if (problem === undefined || problem === null) return null;
  const incident = problem instanceof ApiProblem ? problem.incident : undefined;
  return (
    <p className="problem-line" role="alert">
      <StateIcon kind="REFUSED" />
      {typeof problem === 'string' ? problem : sentenceOf(problem)}
      {incident !== undefined && <span className="no-autospace">（{incident}）</span>}
    </p>
  );
}
