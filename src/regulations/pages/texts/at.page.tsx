/** 条文所在: from what a chip shows, 四川·第三十三条, to the article in its text. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { AbsentState } from '../../../web/parts/feedback/states.tsx';
import type { CitedArticle } from '../../regulations.api.ts';
import { addressOfCited } from '../frame/law-words.screen.ts';

export function Component(): ReactNode {
  const [search] = useSearchParams();
  const chip = search.get('chip') ?? '';
  const { data, error } = useQuery({
    queryKey: ['policy', 'articles', chip],
    queryFn: ({ signal }) => api.get<CitedArticle>('/policy/articles', { signal, query: { chip } }),
  });
  if (data) {
    const cited = { chip, instrumentId: data.instrument.id, clauses: data.clauses.map(({ id }) => id) };
    return <Navigate to={addressOfCited(cited) ?? '/law/texts'} replace />;
  }
  if (!error) return null;
  return (
    <Page>
      <PageHead title="法规文本" />
      <AbsentState what="此条文" />
    </Page>
  );
}
