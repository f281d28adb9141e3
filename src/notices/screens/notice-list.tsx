/** 通知列表: the latest first; what is unread stands out and is read with a press. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../web/api-client.ts';
import { momentWords } from '../../web/format.ts';
import { EmptyState, ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { KindTag } from '../../web/parts/state/tag.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { NoticeKind } from '../notice-words.api.ts';
import type { NoticeView } from '../notices.api.ts';
import { useNotices, useRenewing } from './notice-queries.tsx';

/** Short words for the mark of a line. */
const MARKS: Record<NoticeKind, string> = {
  CASE_ARRIVED: '待办',
  CASE_RETURNED: '退回',
  CASE_DECIDED: '办结',
  CASE_DUE_SOON: '将到期',
  CASE_OVERDUE: '逾期',
  PAPER_DUE: '交件',
  SCHOOL_LIFE_DUE: '在校生活',
  CASE_REMINDED: '催办',
  CASE_ESCALATED: '下级逾期',
  CASE_FORCED: '强制办理',
  REGISTRATION_CHANGED: '学籍变动',
};

/** The list, all or the unread. */
export function NoticeList({ unread }: { unread: boolean }): ReactNode {
  const { data, error, refetch, dataUpdatedAt, hasNextPage, fetchNextPage } = useNotices(unread);
  const renewing = useRenewing();
  const [problem, setProblem] = useState<unknown>();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const read = (ids: string[]) => {
    setProblem(undefined);
    return renewing(api.post('/notices/read', { ids })).catch((thrown: unknown) => setProblem(thrown));
  };
  if (error !== null && data === undefined) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (data !== undefined && items.length === 0) {
    return unread ? (
      <EmptyState words="没有未读的通知" why="新的通知到达时，右上角的铃会显示条数" />
    ) : (
      <EmptyState words="还没有通知" why="办件退回、办结、到期和逾期时在此通知，种类和渠道可在“设置”中更改" />
    );
  }
  return (
    <>
      {problem !== undefined && <ProblemLine problem={problem} />}
      <ul className="notice-list">
        {items.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            now={new Date(dataUpdatedAt)}
            onRead={() => void read([notice.id])}
          />
        ))}
      </ul>
      {hasNextPage && (
        <div className="notice-more">
          <Button onPress={() => void fetchNextPage()}>更早的通知</Button>
        </div>
      )}
    </>
  );
}

function NoticeLine({ notice, now, onRead }: { notice: NoticeView; now: Date; onRead: () => void }): ReactNode {
  const { kind, sentence, caseId, at, readAt } = notice;
  const unread = readAt === null;
  return (
    <li className={`notice-line${unread ? ' is-unread' : ''}`}>
      <KindTag>{MARKS[kind]}</KindTag>
      <span className="notice-sentence">
        {unread && <span className="unseen">未读：</span>}
        {caseId === null ? (
          sentence
        ) : (
          <Link to={`/cases/${caseId}`} onClick={unread ? onRead : undefined}>
            {sentence}
          </Link>
        )}
      </span>
      <span className="notice-at">{momentWords(at, now)}</span>
      <span className="notice-act">
        {unread && (
          <Button tone="quiet" onPress={onRead}>
            已阅
          </Button>
        )}
      </span>
    </li>
  );
}
