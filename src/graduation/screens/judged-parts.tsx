/** 毕业结果: the outcome of a student with its reasons and their articles. */
import type { ReactNode } from 'react';
import { ArticleChip } from '../../web/parts/findings/article.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { articleOf, type OutcomeRow, toneOfJudged } from './graduation-words.screen.ts';

export function OutcomeChip({ judged }: { judged: Pick<OutcomeRow, 'outcome' | 'stay' | 'outcomeWords'> }): ReactNode {
  return <StatusChip kind={toneOfJudged(judged)}>{judged.outcomeWords}</StatusChip>;
}

/** Sentences one after another, each article once, after what it says. */
export function Grounds({ grounds }: { grounds: OutcomeRow['grounds'] }): ReactNode {
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
