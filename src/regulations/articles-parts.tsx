/** 条文出处: makes the article chips of the whole product open our words for the article, and lead to its text. */
import type { ReactNode } from 'react';
import { api } from '../web/api-client.ts';
import {
  type Article,
  type ArticleSource,
  ArticleSourceProvider,
  type ArticleText,
} from '../web/parts/findings/article.tsx';
import { FORCE_WORDS, inForceWords, LEVEL_WORDS } from './pages/frame/law-words.screen.ts';
import type { CitedArticle } from './regulations.api.ts';

const chipOf = ({ place, name }: Article): string => `${place}·${name}`;
const to = (article: Article): string => `/law/at?chip=${encodeURIComponent(chipOf(article))}`;

async function load(article: Article): Promise<ArticleText> {
  const cited = await api.get<CitedArticle>('/policy/articles', { query: { chip: chipOf(article) } });
  const { instrument, clauses, forces, text } = cited;
  return {
    instrument: instrument.title,
    level: LEVEL_WORDS[instrument.level],
    force: forces.map((force) => FORCE_WORDS[force]).join('、') || '条文',
    inForce: inForceWords(instrument),
    text:
      text ??
      (clauses
        .map(({ says }) => says)
        .filter(Boolean)
        .join('\n') ||
        '本条尚未转述，请查原文'),
    to: `/law/texts/${instrument.id}?clause=${encodeURIComponent(clauses[0]?.id ?? '')}`,
  };
}

const source: ArticleSource = { load, to };

/** Wraps the whole product. */
export function LawArticles({ children }: { children: ReactNode }): ReactNode {
  return <ArticleSourceProvider source={source}>{children}</ArticleSourceProvider>;
}
