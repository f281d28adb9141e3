/** 核对结果: everything found on the record; a press goes to the item. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../web/parts/findings/article.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import type { EntrantView, FoundView } from '../../entrants/entrants.api.ts';
import { articleOf } from '../import/import-state.screen.ts';
import { SuspicionDialog } from './suspicion-dialog.tsx';

export interface FormFindingsProps {
  /** Absent before the first save. */
  one: EntrantView | undefined;
  onJump: (path: string) => void;
  /** Absent where nothing can be changed any more. */
  onConfirm: ((found: FoundView) => Promise<void>) | undefined;
}

/** Red before amber; what was confirmed stays to be seen. */
export function FormFindings({ one, onJump, onConfirm }: FormFindingsProps): ReactNode {
  const [comparing, setComparing] = useState<FoundView>();
  if (one === undefined) return <EmptyState words="保存后核对" why="逐项校验、查重，并对照入学规定" />;
  const rank = ({ severity }: FoundView) => (severity === 'red' ? 0 : 1);
  const all = [...one.findings].sort((a, b) => rank(a) - rank(b));
  if (all.length === 0)
    return <EmptyState words="各项均已合格" why={one.state === 'DRAFT' ? '可以提交注册' : undefined} />;
  return (
    <>
      <ul className="form-findings">
        {all.map((found) => (
          <li key={`${found.code}/${found.field}/${found.studentId ?? ''}`}>
            <StateIcon kind={found.confirmed ? 'DONE' : found.severity === 'red' ? 'REFUSED' : 'JUDGEMENT'} />
            <div>
              <button type="button" className="said-link" onClick={() => onJump(found.field || 'name')}>
                {found.cause}
              </button>
              <p className="form-finding-words">
                {found.sentence}
                {found.confirmed ? '已确认属实。' : `${found.remedy}。`}
                {found.chip !== null && <ArticleChip article={articleOf(found.chip)} />}
              </p>
              {found.code === 'IDENTITY_REGISTERED' && (
                <Link to={`/duplicates/raise?entrant=${one.id}`}>号确属本校学生，报问题学籍</Link>
              )}
              {found.studentId !== null && (
                <button type="button" className="said-link" onClick={() => setComparing(found)}>
                  并排比对
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {comparing && (
        <SuspicionDialog
          row={one}
          busy={false}
          onClose={() => setComparing(undefined)}
          onConfirm={
            onConfirm && !comparing.confirmed
              ? () => void onConfirm(comparing).then(() => setComparing(undefined))
              : undefined
          }
        />
      )}
    </>
  );
}
