/** 发送情况: e-mails and short messages that did not leave, for whoever looks after the place. */
import { type ReactNode, useState } from 'react';
import { api } from '../../web/api-client.ts';
import { countWords, momentWords } from '../../web/format.ts';
import { EmptyState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { listState } from '../../web/query.ts';
import type { MessagesView } from '../notices.api.ts';
import { useMessages, useRenewing } from './notice-queries.tsx';

type Message = MessagesView['items'][number];

/** The table with the one act it leads to. */
export function MessagesPane(): ReactNode {
  const query = useMessages(true);
  const renewing = useRenewing();
  const [problem, setProblem] = useState<unknown>();
  const again = (id: string) => {
    setProblem(undefined);
    void renewing(api.post(`/notices/messages/${id}/again`)).catch((thrown: unknown) => setProblem(thrown));
  };
  const { data } = query;
  return (
    <>
      {data && (
        <p className="quiet">
          {`最近七天发出${countWords(data.sent)}条，待发${countWords(data.waiting)}条。发送时中断的不知是否已到达，重发可能使对方收到两次。`}
        </p>
      )}
      {problem !== undefined && <ProblemLine problem={problem} />}
      <DataTable
        label="未发出的消息"
        columns={columnsFor(again, new Date(query.dataUpdatedAt))}
        rows={data?.items ?? []}
        rowKey={({ id }) => id}
        state={listState(query)}
        empty={<EmptyState words="没有未发出的消息" why="邮件和短信都已发出，或本系统没有接通" />}
        plain
      />
    </>
  );
}

const columnsFor = (again: (id: string) => void, now: Date): Column<Message>[] => [
  { key: 'recipient', title: '收件人', width: 132, cell: ({ recipient }) => recipient },
  { key: 'channel', title: '渠道', width: 72, cell: ({ channel }) => (channel === 'MAIL' ? '邮件' : '短信') },
  {
    key: 'state',
    title: '结果',
    width: 132,
    cell: ({ state }) =>
      state === 'FAILED' ? (
        <StatusChip kind="REFUSED">未发出</StatusChip>
      ) : (
        <StatusChip kind="JUDGEMENT">是否到达不明</StatusChip>
      ),
  },
  { key: 'why', title: '原因', cell: ({ fault }) => fault ?? '' },
  { key: 'at', title: '生成', width: 120, cell: ({ madeAt }) => momentWords(madeAt, now) },
  {
    key: 'act',
    title: '办理',
    width: 72,
    cell: ({ id }) => (
      <Button tone="quiet" onPress={() => again(id)}>
        重发
      </Button>
    ),
  },
];
