/** 收到的档案包一份: everything that came, on one page: who signed, what is listed, history, heads, papers, and the record here. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { dayOf } from '../../../../kernel/civil-date.ts';
import { useAddressState } from '../../../../web/address-state.ts';
import { api } from '../../../../web/api-client.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Facts } from '../../../../web/parts/surface/dot.tsx';
import { Tabs } from '../../../../web/parts/surface/tabs.tsx';
import type { ReceivedView } from '../../packages.api.ts';
import { ComparedFields, differing } from './compared-fields.tsx';
import { ReceivedHeads } from './received-heads.tsx';
import { ReceivedHistory } from './received-history.tsx';
import { ReceivedOrigin } from './received-origin.tsx';
import { ReceivedPapers } from './received-papers.tsx';
import './received.css';

const TRAIL = [{ to: '/file-packages?side=RECEIVED', words: '收到的档案包' }];

/** /file-packages/received/:id. Not fetched anew when the window is looked at again: each time somebody has looked. */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [{ tab, paper }, setAddress] = useAddressState({ tab: 'origin', paper: '' });
  const { data, error, refetch } = useQuery({
    queryKey: ['received-package', id],
    queryFn: ({ signal }) => api.get<ReceivedView>(`/received-packages/${id}`, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (!data) {
    return (
      <Page>
        <PageHead trail={TRAIL} title="档案包" />
        {error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Skeleton rows={14} />}
      </Page>
    );
  }
  const openPaper = (name: string) => setAddress({ tab: 'papers', paper: name });
  const papers = data.entries.filter(({ opens }) => opens);
  const differs = differing(data).length;
  return (
    <Page>
      <PageHead
        trail={TRAIL}
        title={`${data.name}的档案包`}
        chip={<Soundness view={data} />}
        facts={
          <Facts>
            {data.fromSchool}
            {`${dayOf(new Date(data.takenAt))}由${data.takenByName}接收`}
            {data.studentId ? <Link to={`/students/${data.studentId}`}>已归入学生档案</Link> : '待归入学生档案'}
          </Facts>
        }
      />
      <Card label="档案包内容" flush>
        <Tabs
          label="档案包内容"
          items={[
            { key: 'origin', words: '来源与核验' },
            { key: 'history', words: '学籍经历', count: data.registrations.length },
            { key: 'heads', words: '档案内容', count: data.heads.reduce((sum, { items }) => sum + items.length, 0) },
            { key: 'papers', words: '材料', count: papers.length },
            { key: 'compare', words: '与本校记录核对', ...(differs > 0 ? { count: `${differs}项不同` } : {}) },
          ]}
          current={tab}
          onChange={(next) => setAddress({ tab: next })}
        >
          {tab === 'history' ? (
            <ReceivedHistory view={data} />
          ) : tab === 'heads' ? (
            <ReceivedHeads view={data} onPaper={openPaper} />
          ) : tab === 'papers' ? (
            <ReceivedPapers id={id} papers={papers} chosen={paper} onChoose={openPaper} />
          ) : tab === 'compare' ? (
            <ComparedFields view={data} />
          ) : (
            <ReceivedOrigin view={data} onPaper={openPaper} />
          )}
        </Tabs>
      </Card>
    </Page>
  );
}

function Soundness({ view: { lines } }: { view: ReceivedView }): ReactNode {
  const failing = lines.filter(({ holds }) => !holds).length;
  return failing === 0 ? (
    <StatusChip kind="DONE">核验通过</StatusChip>
  ) : (
    <StatusChip kind="REFUSED">{`${failing}项不符`}</StatusChip>
  );
}
