/** 毕业结果: the outcome of a student with its reasons and their articles. */
import type { ReactNode } from 'react';
import { ArticleChip } from '../../web/parts/findings/article.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { articleOf, type OutcomeRow, toneOfJudged } from './graduation-words.screen.ts';

export function OutcomeChip({ judged }: { judged: Pick<OutcomeRow, 'outcome' | 'stay' | 'outcomeWords'> }): ReactNode {
  return <StatusChip kind={toneOfJudged(judged)}>{judged.outcomeWords}</StatusChip>;
}

type Grounded = Pick<OutcomeRow, 'outcome' | 'grounds'>;

/** Sentences one after another, each article once, after what it says. */
export function Grounds({ grounds }: Pick<Grounded, 'grounds'>): ReactNode {
  const byArticle = Map.groupBy(grounds, ({ chip }) => chip ?? '');
  return (
    <span className="graduation-grounds">
      {[...byArticle].map(([chip, said]) => (
        <span key={chip}>
          {said.map(({ sentence }) => sentence).join('；')} {chip !== '' && <ArticleChip article={articleOf(chip)} />}
        </span>
      ))}
    </span>
  );
}

/** Whoever graduates by many standards is told how many; each of them at a press. Whoever does not has all reasons at once. */
export function FoldedGrounds({ judged: { outcome, grounds } }: { judged: Grounded }): ReactNode {
  if (outcome !== 'GRADUATED' || grounds.length < 2) return <Grounds grounds={grounds} />;
  return (
    <details className="graduation-folded">
      <summary>{`符合${grounds.length}项标准`}</summary>
      <Grounds grounds={grounds} />
    </details>
  );
}
