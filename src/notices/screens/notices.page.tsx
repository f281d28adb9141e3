/** 通知: what a person was told, what they wish to hear, and for an authority what did not leave. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../web/address-state.ts';
import { api } from '../../web/api-client.ts';
import { countWords } from '../../web/format.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { ChoicesPane } from './choices-form.tsx';
import { MessagesPane } from './messages-pane.tsx';
import { NoticeList } from './notice-list.tsx';
import { useRenewing, useUnread } from './notice-queries.tsx';
import './notices.css';

/** /notices. */
export function Component(): ReactNode {
  const may = useMayCall();
  const { data } = useUnread();
  const renewing = useRenewing();
  const [{ tab }, change] = useAddressState({ tab: 'unread' });
  const [problem, setProblem] = useState<unknown>();
  const unread = data?.unread ?? 0;
  const items = [
    { key: 'unread', words: '未读', ...(unread > 0 ? { count: countWords(unread) } : {}) },
    { key: 'all', words: '全部' },
    { key: 'choices', words: '设置' },
    ...(may('GET /api/notices/messages') ? [{ key: 'messages', words: '发送情况' }] : []),
  ];
  const current = items.some(({ key }) => key === tab) ? tab : 'unread';
  const readAll = () => {
    setProblem(undefined);
    void renewing(api.post('/notices/read', {})).catch((thrown: unknown) => setProblem(thrown));
  };
  return (
    <Page>
      <PageHead
        trail={[{ to: '/workbench', words: '工作台' }]}
        title="通知"
        side={unread > 0 && current === 'unread' ? <Button onPress={readAll}>全部已阅</Button> : undefined}
      />
      {problem !== undefined && <ProblemLine problem={problem} />}
      <Card label="通知" flush>
        <Tabs items={items} current={current} onChange={(key) => change({ tab: key })} label="通知">
          <div className="notice-pane">
            {current === 'unread' && <NoticeList unread />}
            {current === 'all' && <NoticeList unread={false} />}
            {current === 'choices' && <ChoicesPane />}
            {current === 'messages' && <MessagesPane />}
          </div>
        </Tabs>
      </Card>
    </Page>
  );
}
