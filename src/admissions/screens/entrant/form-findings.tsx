/** 核对结果: everything found on the record; a press goes to the item. */
import type { ReactNode } from 'react';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../web/parts/findings/article.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { FoundView } from '../answers.screen.ts';
import { articleOf } from '../import/import-state.screen.ts';

/** `findings` is absent before the first save. */
export function FormFindings({
  findings,
  onJump,
}: {
  findings: readonly FoundView[] | undefined;
  onJump: (path: string) => void;
}): ReactNode {
  if (findings === undefined) return <EmptyState words="保存后核对" why="逐项校验、查重，并对照入学规定" />;
  const open = [
    ...findings.filter(({ severity }) => severity === 'red'),
    ...findings.filter(({ severity }) => severity === 'amber'),
  ];
  if (open.length === 0) return <EmptyState words="各项均已合格" why="可以提交注册" />;
  return (
    <ul className="form-findings">
      {open.map((found) => (
        <li key={`${found.code}/${found.field}/${found.studentId ?? ''}`}>
          <StateIcon kind={found.confirmed ? 'DONE' : found.severity === 'red' ? 'REFUSED' : 'JUDGEMENT'} />
          <span>
            <button type="button" className="said-link" onClick={() => onJump(found.field || 'name')}>
              {found.cause}
            </button>
            <span className="form-finding-words">
              {found.sentence}
              {found.confirmed ? '已确认属实。' : `${found.remedy}。`}
              {found.chip !== null && <ArticleChip article={articleOf(found.chip)} />}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
