/** 条款: a chip that leads to the clause it cites. */
import type { ReactNode } from 'react';
import { ArticleChip } from '../../../web/parts/findings/article.tsx';
import { addressOfCited, articleOf } from './law-words.screen.ts';

interface Cited {
  chip: string;
  instrumentId: string | null;
  clauses: readonly string[];
}

export function LawChip({ cited }: { cited: Cited }): ReactNode {
  return <ArticleChip article={articleOf(cited.chip)} to={addressOfCited(cited) ?? null} />;
}
