/** 档案转接: paper files that leave this place and come to it. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../web/address-state.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { FileTable } from './file-table.tsx';
import { useHandOvers } from './hand-over-queries.tsx';
import { ScanPane } from './scanning/scan-pane.tsx';

/** /hand-overs */
export function Component(): ReactNode {
  const [{ side }, setAddress] = useAddressState({ side: 'OUT' });
  const { data } = useHandOvers('OUT');
  const mayScan = useMayCall()('POST /api/file-hand-overs/scans');
  return (
    <Page fill>
      <PageHead title="档案转接" />
      <Card label="档案转接" fill flush>
        <Tabs
          label="档案转接"
          items={[
            { key: 'OUT', words: '转出档案', count: data?.toSend || undefined },
            { key: 'IN', words: '转入档案', count: data?.toReceive || undefined },
            ...(mayScan ? [{ key: 'SCAN', words: '扫码办理' }] : []),
          ]}
          current={side}
          onChange={(chosen) => setAddress({ side: chosen })}
        />
        {side === 'SCAN' && mayScan ? <ScanPane /> : <FileTable key={side} side={side === 'IN' ? 'IN' : 'OUT'} />}
      </Card>
    </Page>
  );
}
