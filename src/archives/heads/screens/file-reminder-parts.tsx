/** 档案提醒: on the workbench, how many files of the school are past the day and how many lack something. */
import type { ReactNode } from 'react';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { useFormChecks, useGaps } from './class/class-queries.tsx';

/** The lines; nothing where all files are complete and all class groups signed off. */
export function FileReminders(): ReactNode {
  const isSchool = useSession().institution.level === 'SCHOOL';
  const mayCall = useMayCall();
  const gaps = useGaps('', isSchool && mayCall('GET /api/file-gaps')).data;
  const checks = useFormChecks(isSchool && mayCall('GET /api/form-checks')).data;
  const lacking = gaps ? gaps.total - gaps.complete - gaps.overdue : 0;
  const unsigned = checks?.classGroups.filter(({ total, signOff }) => total > 0 && !signOff).length ?? 0;
  const waiting = checks?.classGroups.filter(({ signOff }) => signOff && !signOff.reviewedOn).length ?? 0;
  const mayReview = mayCall('POST /api/class-groups/:id/form-check/review');
  const lines = [
    {
      key: 'overdue',
      count: gaps?.overdue ?? 0,
      kind: 'OVERDUE' as const,
      words: '名学生逾期未建档',
      note: '补齐缺项，或注明无',
      to: '/student-files',
    },
    {
      key: 'lacking',
      count: lacking,
      kind: 'JUDGEMENT' as const,
      words: '名学生学籍档案有缺项',
      note: '期限内补齐',
      to: '/student-files',
    },
    {
      key: 'unsigned',
      count: mayReview ? 0 : unsigned,
      kind: 'DRAFT' as const,
      words: '个班学籍表没有核对签字',
      note: '班主任逐人核对后签字',
      to: '/file-check',
    },
    {
      key: 'review',
      count: mayReview ? waiting : 0,
      kind: 'JUDGEMENT' as const,
      words: '个班学籍表待审核',
      note: '班主任已签字',
      to: '/file-check',
    },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="学籍档案"
      groups={[
        {
          key: 'files',
          words: '学籍档案',
          items: lines.map(({ key, count, kind, words, note, to }) => ({
            ...{ key, to },
            icon: <StateIcon kind={kind} />,
            title: (
              <span className="reminder-words">
                {count}
                {words}
              </span>
            ),
            second: <span>{note}</span>,
          })),
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
