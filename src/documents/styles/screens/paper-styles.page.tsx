/** 表册样式: every paper of an authority's schools, what holds of each by whom, and how it is laid out otherwise. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { PickList } from '../../../web/parts/lists/pick-list.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import type { PaperStyleLine, PaperStyles, PaperStyleView } from '../styles.api.ts';
import { SheetPane } from './sheet-pane.tsx';
import { lineWords, STYLES } from './style-words.screen.ts';
import { TemplatePane } from './template-pane.tsx';
import { WordingPane } from './wording-pane.tsx';
import './styles.css';

/** The page at /paper-styles. */
export function Component(): ReactNode {
  const [address, change] = useAddressState({ paper: '', part: 'sheet' });
  const query = useQuery({
    queryKey: [STYLES],
    queryFn: ({ signal }) => api.get<PaperStyles>('/paper-styles', { signal }),
  });
  const { data } = query;
  const line = data?.papers.find(({ paper }) => paper === address.paper) ?? data?.papers[0];
  const list = useRef<HTMLDivElement>(null);
  const there = data !== undefined;
  // Whoever comes by a link sees in the list what is shown beside it; the page itself stays where it is.
  useEffect(() => {
    const chosen = there ? list.current?.querySelector<HTMLElement>('[aria-current]') : undefined;
    if (list.current && chosen) list.current.scrollTop = chosen.offsetTop - list.current.offsetTop;
  }, [there]);
  return (
    <Page>
      <PageHead title="表册样式" />
      {query.error && !data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {!query.error && !data && <Skeleton rows={12} />}
      {data && line && (
        <Columns template="280px minmax(0, 1fr)" stackUnder={960}>
          <Card title="文书" note={`${data.papers.length}种`} flush>
            <div className="styles-list" ref={list}>
              <PickList
                label="文书"
                current={line.paper}
                onPick={(paper) => change({ paper })}
                items={data.papers.map((one) => ({
                  ...{ key: one.paper, title: one.title, note: lineWords(one) },
                  ...(one.faults > 0 ? { kind: 'OVERDUE' as const, count: one.faults } : {}),
                  ...(one.faults === 0 && one.waiting > 0 ? { kind: 'DUE_SOON' as const, count: one.waiting } : {}),
                }))}
              />
            </div>
          </Card>
          <Paper key={line.paper} line={line} part={address.part} onPart={(part) => change({ part }, true)} />
        </Columns>
      )}
    </Page>
  );
}

interface PaperProps {
  line: PaperStyleLine;
  part: string;
  onPart: (part: string) => void;
}

function Paper({ line, part, onPart }: PaperProps): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: [STYLES, line.paper],
    queryFn: ({ signal }) => api.get<PaperStyleView>(`/paper-styles/${line.paper}`, { signal }),
  });
  const items = [
    { key: 'sheet', words: '版面' },
    { key: 'wording', words: '用语' },
    { key: 'template', words: '自备模板', ...(line.waiting > 0 ? { count: line.waiting } : {}) },
  ];
  return (
    <Card title={line.title} note={data?.fixed ? `法定名称：${data.fixed.title}` : undefined}>
      <Tabs label={line.title} items={items} current={part} onChange={onPart}>
        {error && !data && <ErrorState problem={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton rows={8} />}
        {data && part === 'sheet' && <SheetPane view={data} />}
        {data && part === 'wording' && <WordingPane view={data} />}
        {data && part === 'template' && <TemplatePane view={data} />}
      </Tabs>
    </Card>
  );
}
