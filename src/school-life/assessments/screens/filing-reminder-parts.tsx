/** 归档提醒: on the workbench, how many class groups of the school have not filed the finals that are due. */
import type { ReactNode } from 'react';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { WorkList } from '../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { useOverview } from './assessment-queries.tsx';

/** The line; nothing where nothing is due. */
export function FilingReminders(): ReactNode {
  const { data } = useOverview(undefined, useMayCall()('GET /api/assessments'));
  if (!data?.due) return null;
  const left = data.classGroups.filter(({ filed, students }) => students > 0 && !filed);
  const [first] = left;
  if (!first) return null;
  const { schoolYear, term, words } = data.term;
  const of = `year=${schoolYear}&term=${term}`;
  return (
    <WorkList
      label="成绩归档"
      groups={[
        {
          key: 'filing',
          words: '考核',
          items: [
            {
              key: 'due',
              to: left.length === 1 ? `/assessments?view=results&group=${first.id}&${of}` : `/assessments?${of}`,
              icon: <StateIcon kind="DUE_SOON" />,
              title: (
                <span className="reminder-words">
                  {left.length === 1 ? first.name : `${left.length}个班`}期末成绩还没有归档
                </span>
              ),
              second: <span>{data.dueFinding ? `${words}，${data.dueFinding.chip}` : words}</span>,
            },
          ],
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}
