/** 一部法规: its articles in our own words, or in its own where the installation has attached it, the rules beside them. */
import { type ReactNode, useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Stack } from '../../../web/parts/surface/layout.tsx';
import { inForceWords } from '../frame/law-words.screen.ts';
import { useInstrument } from '../law-queries.tsx';
import { ArticleRow } from './article-row.tsx';
import './texts.css';

export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const { data, error, refetch } = useInstrument(id);
  const clause = search.get('clause');
  const article = search.get('article');
  const shown = (
    data?.articles.find(({ clauses }) => clauses.some((one) => one.id === clause)) ??
    data?.articles.find((one) => one.article === article)
  )?.article;
  useEffect(() => {
    if (shown !== undefined) document.querySelector('.article-row.is-shown')?.scrollIntoView({ block: 'center' });
  }, [shown]);
  return (
    <Page>
      <PageHead
        trail={[{ to: '/law/texts', words: '法规文本' }]}
        title={data?.instrument.title ?? '法规文本'}
        facts={
          data && (
            <Facts>
              <span>{data.instrument.issuer}</span>
              <span>{inForceWords(data.instrument)}</span>
            </Facts>
          )
        }
      />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={10} rowHeight={56} />}
      {data && (
        <Stack>
          {data.instrument.note !== null && <p className="text-note">{data.instrument.note}</p>}
          {data.text !== null && (
            <Card title="原文">
              <p className="article-own">{data.text}</p>
            </Card>
          )}
          <Card
            title="条文"
            note={data.articles.some(({ text }) => text !== null) ? '原文之下是本系统的转述' : '按条转述，非原文'}
            flush
          >
            {data.articles.every(({ clauses }) => clauses.length === 0) && (
              <p className="text-empty">此文本只作依据引用，条文未录入</p>
            )}
            {data.articles.map((article) => (
              <ArticleRow key={article.article} article={article} clause={clause} isShown={article.article === shown} />
            ))}
          </Card>
        </Stack>
      )}
    </Page>
  );
}
