/** 所缺各项: what is missing in a place, how many lack it, and the article that asks for it. */
import type { ReactNode } from 'react';
import { countWords } from '../../../../web/format.ts';
import { ArticleChip } from '../../../../web/parts/findings/article.tsx';
import type { GapOverview } from '../../heads.api.ts';

export function LackList({ items, total }: { items: GapOverview['items']; total: number }): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul className="overview-lacks" aria-label="所缺各项">
      {items.map(({ head, words, chip, lacking }) => {
        const [place = '', name = ''] = chip.split('·');
        return (
          <li key={`${head} ${words} ${chip}`}>
            <span className="overview-what">{`缺${words}`}</span>
            <b>{`${countWords(lacking)}人`}</b>
            <span className="quiet">{shareWords(lacking, total)}</span>
            <ArticleChip article={{ place, name }} />
          </li>
        );
      })}
    </ul>
  );
}

/** 占23%; whoever is one of many is no nought. */
function shareWords(part: number, whole: number): string {
  const percent = (part / Math.max(1, whole)) * 100;
  return percent < 1 ? '不足1%' : `占${Math.round(percent)}%`;
}
