/** 档案包: what leaves this place as a package, what comes in, and whose keys are trusted. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { GivenTable } from './given-table.tsx';
import { KeyPane } from './key-pane.tsx';
import { ReceivedPane } from './received-pane.tsx';
import './packages.css';

const TABS = [
  { key: 'GIVEN', words: '外送' },
  { key: 'RECEIVED', words: '收到' },
  { key: 'KEYS', words: '可信节点' },
];

/** /file-packages */
export function Component(): ReactNode {
  const [{ side }, setAddress] = useAddressState({ side: 'GIVEN' });
  const mayTakeIn = useMayCall()('POST /api/received-packages');
  return (
    <Page fill>
      <PageHead title="档案包" />
      <Card label="档案包" fill flush>
        <Tabs label="档案包" items={TABS} current={side} onChange={(chosen) => setAddress({ side: chosen })} />
        {side === 'RECEIVED' ? <ReceivedPane mayTakeIn={mayTakeIn} /> : side === 'KEYS' ? <KeyPane /> : <GivenTable />}
      </Card>
    </Page>
  );
}
