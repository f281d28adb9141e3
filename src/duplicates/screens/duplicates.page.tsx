/** 问题学籍: what the search has found, what is being decided, what has been. */
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../kernel/civil-date.ts';
import { useAddressState } from '../../web/address-state.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { DisputeList } from './dispute-list.tsx';
import { usePairs } from './duplicate-queries.tsx';
import { PairList } from './pair-list.tsx';
import './duplicates.css';

/** /duplicates */
export function Component(): ReactNode {
  const [{ tab, before, offset }, setAddress] = useAddressState({ tab: 'OPEN', before: '', offset: '0' });
  const today = civilDate(useSession().today);
  const navigate = useNavigate();
  const pairs = usePairs(Number(offset) || 0);
  const items = [
    { key: 'OPEN', words: '核办中' },
    { key: 'PAIRS', words: '疑似重复', count: pairs.data?.total },
    { key: 'ENDED', words: '已办结' },
  ];
  return (
    <Page fill>
      <PageHead title="问题学籍" facts={<span>有问题学籍的学生，办结前不办转学等其他业务</span>} />
      <Card label="问题学籍" fill flush>
        <Tabs
          label="问题学籍"
          items={items}
          current={tab}
          onChange={(chosen) => setAddress({ tab: chosen, before: '', offset: '0' })}
        />
        {tab === 'PAIRS' ? (
          <PairList
            query={pairs}
            today={today}
            offset={Number(offset) || 0}
            onOffset={(next) => setAddress({ offset: String(next) })}
            onRaise={({ studentId, otherId }) => navigate(`/duplicates/raise?student=${studentId}&pair=${otherId}`)}
          />
        ) : (
          <DisputeList
            side={tab === 'ENDED' ? 'ENDED' : 'OPEN'}
            today={today}
            before={before}
            onBefore={(next) => setAddress({ before: next })}
          />
        )}
      </Card>
    </Page>
  );
}
