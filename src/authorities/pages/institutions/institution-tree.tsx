/** 机构目录: the tree below the reader's own institution; a search lists what it finds. */
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { listState } from '../../../web/query.ts';
import type { DirectoryRow } from '../../institutions/institutions.api.ts';
import { useBelow, useFound } from './institution-queries.tsx';

type Node = Pick<DirectoryRow, 'id' | 'name' | 'shortName' | 'kind' | 'typeWords' | 'code'> & { belowCount: number };

interface InstitutionTreeProps {
  root: Node;
  /** The institution that is shown beside the tree. */
  current: string;
  /** Institutions on the way from the root to the one shown: they stand open. */
  open: readonly string[];
}

/** A search box over a tree of links. */
export function InstitutionTree({ root, current, open }: InstitutionTreeProps): ReactNode {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  return (
    <div className="institution-tree">
      <div className="tree-search">
        <input
          className="control"
          type="search"
          aria-label="查机构：名称或学校标识码"
          placeholder="名称、学校标识码"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {search === '' ? (
        <ul className="tree" aria-label="机构目录">
          <TreeNode node={root} current={current} open={open} depth={0} startsOpen />
        </ul>
      ) : (
        <Found under={root.id} search={search} current={current} />
      )}
    </div>
  );
}

interface TreeNodeProps {
  node: Node;
  current: string;
  open: readonly string[];
  depth: number;
  startsOpen?: boolean;
}

function TreeNode({ node, current, open, depth, startsOpen = false }: TreeNodeProps): ReactNode {
  const [expanded, setExpanded] = useState(startsOpen || open.includes(node.id));
  useEffect(() => {
    if (open.includes(node.id)) setExpanded(true);
  }, [open, node.id]);
  const hasBelow = node.belowCount > 0;
  return (
    <li>
      <div
        className="tree-row"
        style={{ paddingLeft: `${4 + depth * 16}px` }}
        data-current={node.id === current || undefined}
      >
        {hasBelow ? (
          <button
            type="button"
            className="tree-fold"
            aria-expanded={expanded}
            aria-label={`${node.name}：下级${node.belowCount}个`}
            onClick={() => setExpanded(!expanded)}
          >
            <ChevronRight size={14} aria-hidden />
          </button>
        ) : (
          <span className="tree-fold" />
        )}
        <NodeLink node={node} current={current} />
        {hasBelow && <span className="tree-count">{node.belowCount}</span>}
      </div>
      {hasBelow && expanded && <Below upper={node.id} current={current} open={open} depth={depth + 1} />}
    </li>
  );
}

function Below({ upper, current, open, depth }: Omit<TreeNodeProps, 'node'> & { upper: string }): ReactNode {
  const query = useBelow(upper, true);
  const nodes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <Skeleton rows={3} rowHeight={28} />;
  return (
    <>
      {query.error && <ProblemLine problem={query.error} />}
      <ul>
        {nodes.map((node) => (
          <TreeNode key={node.id} node={node} current={current} open={open} depth={depth} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="tree-more" style={{ paddingLeft: `${24 + depth * 16}px` }}>
          <Button tone="quiet" busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            再列出一些
          </Button>
        </div>
      )}
    </>
  );
}

function Found({ under, search, current }: { under: string; search: string; current: string }): ReactNode {
  const query = useFound(under, search);
  const { items = [], next } = query.data ?? {};
  const state = listState(query);
  if (state.kind === 'FAILED') return <ProblemLine problem={state.problem} />;
  if (state.kind === 'LOADING') return null;
  if (items.length === 0) return <EmptyState words="没有找到" why="换一个写法，或只写名称中的几个字" />;
  return (
    <>
      <ul className="tree" aria-label="查到的机构">
        {items.map((node) => (
          <li key={node.id}>
            <div className="tree-row" data-current={node.id === current || undefined}>
              <NodeLink node={node} current={current} />
            </div>
          </li>
        ))}
      </ul>
      {next && <p className="tree-more quiet">还有更多，请写得更具体</p>}
    </>
  );
}

function NodeLink({ node, current }: { node: Node; current: string }): ReactNode {
  return (
    <Link
      className="tree-link"
      to={`/institutions/${node.id}`}
      aria-current={node.id === current ? 'page' : undefined}
      title={node.typeWords ? `${node.name}（${node.typeWords}）` : node.name}
    >
      {node.name}
    </Link>
  );
}

const PAUSE_MS = 250;

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
