/** 到期提醒: on the workbench, whose probation ends, whose hardship the new school year asks anew, who has not sat again. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { api } from '../../../../web/api-client.ts';
import { WorkList } from '../../../../web/parts/lists/work-list.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import type { DuesView } from '../dues.api.ts';

interface Line {
  key: string;
  to: string;
  kind: 'OVERDUE' | 'DUE_SOON';
  words: string;
  note: string;
}

/** The lines; nothing where nothing is due. */
export function DueReminders(): ReactNode {
  const may = useMayCall()('GET /api/school-life/dues');
  const { data } = useQuery({
    queryKey: ['conduct', 'dues'],
    queryFn: ({ signal }) => api.get<DuesView>('/school-life/dues', { signal }),
    enabled: may,
  });
  const lines = data ? linesOf(data) : [];
  if (lines.length === 0) return null;
  return (
    <WorkList
      label="在校生活到期事项"
      groups={[
        {
          key: 'dues',
          words: '奖惩资助和补考',
          items: lines.map(({ key, to, kind, words, note }) => ({
            ...{ key, to, icon: <StateIcon kind={kind} /> },
            title: <span className="reminder-words">{words}</span>,
            second: <span>{note}</span>,
          })),
        },
      ]}
      state={{ kind: 'READY' }}
      empty={null}
    />
  );
}

function linesOf({ probations, hardships, makeUps }: DuesView): Line[] {
  const over = probations.filter((one) => one.over);
  const ending = probations.filter((one) => !one.over);
  return [
    ...probationLine('over', over, 'OVERDUE', '名学生留校察看已期满，尚未作出决定'),
    ...probationLine('ending', ending, 'DUE_SOON', '名学生留校察看将期满'),
    ...(hardships > 0
      ? [
          {
            ...{ key: 'hardships', to: '/conduct?view=aids', kind: 'DUE_SOON' as const },
            words: `${hardships}名困难学生的认定在上学年以前`,
            note: '核实家庭情况，不再困难的取消认定',
          },
        ]
      : []),
    ...makeUps.map(({ schoolYear, term, termWords, students, classGroups, over: late }) => ({
      key: `make-ups ${schoolYear}-${term}`,
      to: `/assessments?view=results&kind=MAKE_UP&year=${schoolYear}&term=${term}${classGroups[0] ? `&group=${classGroups[0].id}` : ''}`,
      kind: late ? ('OVERDUE' as const) : ('DUE_SOON' as const),
      words: `${students}名学生的补考成绩还没有登记`,
      note: classGroups.length > 1 ? `${termWords}，${classGroups.length}个班` : termWords,
    })),
  ];
}

function probationLine(key: string, of: DuesView['probations'], kind: Line['kind'], words: string): Line[] {
  const [first] = of;
  if (!first) return [];
  const said = first.finding;
  return [
    {
      ...{ key, kind, words: `${of.length}${words}` },
      to: of.length === 1 ? `/cases/${first.caseId}` : '/conduct?view=disciplines',
      note: said ? `${said.sentence}（${said.chip}）` : `${first.untilOn}期满，撤销处分或另作决定`,
    },
  ];
}
