/** 条文出处: makes the article chips of the whole product open our words for the article, and lead to its text. */
import type { ReactNode } from 'react';
import { api } from '../web/api-client.ts';
import {
  type Article,
  type ArticleSource,
  ArticleSourceProvider,
  type ArticleText,
} from '../web/parts/findings/article.tsx';
import { addressOfCited, FORCE_WORDS, inForceWords, LEVEL_WORDS } from './pages/frame/law-words.screen.ts';
import type { CitedArticle } from './regulations.api.ts';

const chipOf = ({ place, name }: Article): string => `${place}·${name}`;
const to = (article: Article): string => `/law/at?chip=${encodeURIComponent(chipOf(article))}`;

async function load(article: Article): Promise<ArticleText> {
  const cited = await api.get<CitedArticle>('/policy/articles', { query: { chip: chipOf(article) } });
  const { instrument, clauses, rules, text } = cited;
  const said = clauses.map(({ says }) => says).filter(Boolean);
  const forces = [...new Set(rules.map(({ force }) => FORCE_WORDS[force]))];
  return {
    instrument: instrument.title,
    level: LEVEL_WORDS[instrument.level],
    force: forces.join('、') || '条文',
    inForce: inForceWords(instrument),
    text: text ?? (said.join('\n') || `条文未录入，系统据以核对：${rules.map(({ title }) => title).join('、')}`),
    to: addressOfCited({ chip: chipOf(article), instrumentId: instrument.id, clauses: clauses.map(({ id }) => id) }),
  };
}

const source: ArticleSource = { load, to };

/** Wraps the whole product. */
export function LawArticles({ children }: { children: ReactNode }): ReactNode {
  return <ArticleSourceProvider source={source}>{children}</ArticleSourceProvider>;
}
