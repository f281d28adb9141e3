/** 办理轨迹: all parties in order, who has the ball, since when and until when. Officers and families see the same. */
import { Archive, Check, Undo2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Deadline } from '../state/deadline.ts';
import { DeadlineBadge } from '../state/deadline-badge.tsx';
import { Facts } from '../surface/dot.tsx';
import { useWidth } from './use-width.ts';
import './track.css';
import './track-upright.css';

export interface TrackNode {
  key: string;
  /** Part it plays: 转入学校. */
  role: string;
  /** Who plays it. */
  party: string;
  /** RETURNED: this party must mend what a later one sent back. */
  state: 'DONE' | 'NOW' | 'LATER' | 'RETURNED' | 'OVERDUE';
  /** Short facts: 9月9日同意接收, 当天办结, 最晚10月15日. */
  facts?: readonly string[] | undefined;
  /** For the party that has the ball. */
  deadline?: Deadline | undefined;
  /** The reader is this party: 轮到您. */
  mine?: boolean | undefined;
  /** Who can force it, once overdue: 许昌市教育局可强制干预. */
  superior?: string | undefined;
  /** Not a person but what happens at the end: a dashed box without a number. */
  effect?: boolean | undefined;
}

export interface ParcelTrackProps {
  nodes: readonly TrackNode[];
  today: CivilDate;
  /** auto: horizontal where every party has room, else vertical. Default auto. */
  direction?: 'auto' | 'vertical' | undefined;
}

const ROOM_PER_NODE = 172;
const MOST_ACROSS = 6;
const STATE_WORDS: Record<TrackNode['state'], string> = {
  DONE: '已办',
  NOW: '正在办',
  LATER: '未到',
  RETURNED: '退回补正',
  OVERDUE: '逾期',
};

/** An ordered list drawn as a line with a node per party. */
export function ParcelTrack({ nodes, today, direction = 'auto' }: ParcelTrackProps): ReactNode {
  const room = useRef<HTMLOListElement>(null);
  const width = useWidth(room);
  const upright =
    direction === 'vertical' || nodes.length > MOST_ACROSS || (width > 0 && width / nodes.length < ROOM_PER_NODE);
  return (
    <ol ref={room} className={`track${upright ? ' is-upright' : ''}`} aria-label="办理轨迹">
      {nodes.map((node, at) => (
        <Node key={node.key} node={node} number={at + 1} today={today} upright={upright} />
      ))}
    </ol>
  );
}

interface NodeProps {
  node: TrackNode;
  number: number;
  today: CivilDate;
  upright: boolean;
}

function Node({ node, number, today, upright }: NodeProps): ReactNode {
  const { role, party, state, facts = [], deadline, mine, superior, effect } = node;
  const held = state !== 'DONE' && state !== 'LATER';
  return (
    <li
      className={`track-node is-${state.toLowerCase()}${effect ? ' is-effect' : ''}`}
      aria-current={held ? 'step' : undefined}
    >
      <span className="track-mark" aria-hidden="true">
        <Mark node={node} number={number} />
      </span>
      <span className="track-role">
        {!effect && !upright && `${number} `}
        {role}
        {mine && <b className="track-mine">轮到您</b>}
        <span className="unseen">，{STATE_WORDS[state]}</span>
      </span>
      <span className="track-line" aria-hidden="true" />
      <span className="track-party">{party}</span>
      <span className="track-facts">
        {deadline && held && <DeadlineBadge deadline={deadline} today={today} />}
        {facts.length > 0 && (
          <Facts>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </Facts>
        )}
        {superior !== undefined && <span className="tone-red">{superior}</span>}
      </span>
    </li>
  );
}

function Mark({ node, number }: { node: TrackNode; number: number }): ReactNode {
  if (node.state === 'DONE') return <Check size={12} strokeWidth={2.5} />;
  if (node.state === 'RETURNED') return <Undo2 size={12} strokeWidth={2.5} />;
  if (node.effect) return <Archive size={12} />;
  if (node.state === 'OVERDUE') return '!';
  return number;
}
