/** 待办列: two-line items in groups by urgency; `j`, `k` and Enter walk through them. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ListState } from '../../query.ts';
import { Skeleton } from '../feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../feedback/states.tsx';
import { useWaiting } from '../feedback/use-waiting.ts';
import { StateIcon, type StateKind, toneOf } from '../state/state-icon.tsx';
import { useRowKeys } from './row-keys.ts';
import './work-list.css';

export interface WorkItem {
  key: string;
  /** Where it opens. */
  to: string;
  /** A StateIcon in a column of its own, left of both lines. */
  icon?: ReactNode;
  /** A KindTag before the name. */
  lead?: ReactNode;
  /** The name; bold. */
  title: ReactNode;
  /** After the name: 葛天路小学→郑州市金水区. */
  facts?: ReactNode;
  /** Second line: CleanMarks, remark. */
  second?: ReactNode;
  /** Right, beside the title: DeadlineBadge, date. */
  end?: ReactNode;
}

export interface WorkGroup {
  key: string;
  kind?: StateKind | undefined;
  words: string;
  count?: ReactNode;
  /** After the count: 许昌市教育局可强制干预. */
  note?: ReactNode;
  items: readonly WorkItem[];
}

export interface WorkListProps {
  label: string;
  groups: readonly WorkGroup[];
  state: ListState;
  empty: ReactNode;
  /** Holds j, k and Enter: the first list of a page should. */
  keys?: boolean | undefined;
}

/** Items under group heads. */
export function WorkList({ label, groups, state, empty, keys = false }: WorkListProps): ReactNode {
  const navigate = useNavigate();
  const all = groups.flatMap((group) => group.items);
  const waiting = useWaiting(state.kind === 'LOADING' || state.kind === 'RENEWING');
  const { current } = useRowKeys({
    keys: all.map((item) => item.key),
    active: keys,
    onOpen: (key) => {
      const item = all.find((one) => one.key === key);
      if (item) navigate(item.to);
    },
    show: (key) => document.querySelector(`[data-item="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' }),
  });
  if (all.length === 0 && state.kind === 'FAILED') return <ErrorState problem={state.problem} onRetry={state.retry} />;
  if (all.length === 0 && state.kind === 'LOADING') return waiting === 'skeleton' ? <Skeleton rowHeight={48} /> : null;
  if (all.length === 0) return empty;
  return (
    <div className={`work-list${waiting === 'quiet' ? '' : ' waiting-dim'}`}>
      {state.kind === 'FAILED' && <ProblemLine problem={state.problem} />}
      {groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <div key={group.key}>
            <Head group={group} />
            <ul aria-label={`${label}，${group.words}`}>
              {group.items.map((item) => (
                <Item key={item.key} item={item} current={item.key === current} />
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}

function Head({ group: { kind, words, count, note } }: { group: WorkGroup }): ReactNode {
  const tone = kind === 'OVERDUE' || kind === 'DUE_SOON' ? ` tone-${toneOf(kind)}` : '';
  return (
    <h3 className={`work-head${tone}`}>
      {kind && <StateIcon kind={kind} />}
      <b>{words}</b>
      {count !== undefined && <span>{count}</span>}
      {note !== undefined && <span className="fact-note">{note}</span>}
    </h3>
  );
}

function Item({ item, current }: { item: WorkItem; current: boolean }): ReactNode {
  return (
    <li className="work-item" data-item={item.key} aria-current={current || undefined}>
      {item.icon !== undefined && <span className="work-icon">{item.icon}</span>}
      <div className="work-words">
        <p>
          {item.lead}
          <Link className="work-link" to={item.to}>
            {item.title}
          </Link>
          {item.facts !== undefined && <span className="work-facts">{item.facts}</span>}
        </p>
        {item.second !== undefined && <div className="work-second">{item.second}</div>}
      </div>
      {item.end !== undefined && <div className="work-end">{item.end}</div>}
    </li>
  );
}
