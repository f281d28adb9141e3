/** 奖惩资助: awards, discipline, hardship and aid of the school, or of a class teacher's class groups. */
import type { ReactNode } from 'react';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { AidsView } from './aids-view.tsx';
import { AwardsView } from './awards-view.tsx';
import { DisciplinesView } from './disciplines-view.tsx';
import './conduct.css';

/** /conduct */
export function Component(): ReactNode {
  const [{ view }, change] = useAddressState({ view: 'awards' });
  return (
    <Page>
      <PageHead title="奖惩资助" />
      <Tabs
        label="奖惩资助"
        items={[
          { key: 'awards', words: '奖励' },
          { key: 'disciplines', words: '处分' },
          { key: 'aids', words: '困难认定和资助' },
        ]}
        current={view}
        onChange={(key) => change({ view: key })}
      >
        {view === 'disciplines' ? <DisciplinesView /> : view === 'aids' ? <AidsView /> : <AwardsView />}
      </Tabs>
    </Page>
  );
}
