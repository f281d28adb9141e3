/** 班级缺项: students by heads; what is missing is put in or said to be none, for several at once. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { EmptyState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { listState } from '../../../../web/query.ts';
import type { GroupGapsView, NotesEntry } from '../../heads.api.ts';
import { useFileActs } from '../file/file-queries.tsx';
import { useGroupGaps } from './class-queries.tsx';
import { PapersInFolder } from './papers-in-folder.tsx';

type Row = GroupGapsView['students'][number];
const NONE: readonly Row[] = [];
const keyOf = ({ studentId }: Row) => studentId;
const nameOf = ({ name }: Row) => name;

export function GapsView({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = useGroupGaps(classGroupId);
  const acts = useFileActs();
  const mayEnter = useMayCall()('POST /api/file-notes');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [filing, setFiling] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const view = query.data;
  const ids = [...chosen];
  const note = async (head: NotesEntry['head']) => {
    setProblem(undefined);
    // Who has something already is left as it is.
    const lacking = view!.students.filter((one) => chosen.has(one.studentId) && one.lacking.includes(head));
    if (lacking.length === 0) {
      setProblem('所选学生此部分都不缺，不用注明');
      return;
    }
    try {
      await acts.noteNone({ head, studentIds: lacking.map(keyOf) });
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <>
      <ProblemLine problem={problem} />
      <DataTable
        label="档案缺项"
        columns={columnsOf(view)}
        rows={view?.students ?? NONE}
        rowKey={keyOf}
        rowWords={nameOf}
        state={listState(query)}
        fill
        empty={<EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再看" />}
        selection={
          mayEnter
            ? {
                ...{ keys: chosen, onChange: choose, unit: '人' },
                acts: (
                  <>
                    <Button onPress={() => setFiling(true)}>登记纸质在档</Button>
                    {view?.heads.map(({ code, none }) =>
                      none ? (
                        <Button key={code} onPress={() => void note(code as NotesEntry['head'])}>
                          注明{none.replace(/^本学[期年]/, '')}
                        </Button>
                      ) : null,
                    )}
                  </>
                ),
              }
            : undefined
        }
      />
      {filing && <PapersInFolder studentIds={ids} onClose={() => setFiling(false)} />}
    </>
  );
}

function columnsOf(view: GroupGapsView | undefined): Column<Row>[] {
  return [
    {
      ...{ key: 'name', title: '学生', width: 132, stuck: 'start' as const },
      cell: ({ studentId, name, seatNo }) => (
        <Link to={`/students/${studentId}?tab=file`}>
          {seatNo === null ? '' : `${seatNo} `}
          {name}
        </Link>
      ),
    },
    {
      ...{ key: 'state', title: '建档', width: 112 },
      cell: ({ missing, overdue }) =>
        missing.length === 0 ? (
          <StatusChip kind="DONE">齐全</StatusChip>
        ) : overdue ? (
          <StatusChip kind="OVERDUE">逾期</StatusChip>
        ) : (
          <StatusChip kind="JUDGEMENT">缺{missing.length}项</StatusChip>
        ),
    },
    ...(view?.heads ?? []).map(
      ({ code, title }): Column<Row> => ({
        ...{ key: code, title: SHORT[code] ?? title, width: 76 },
        cell: ({ lacking, noted }) =>
          lacking.includes(code) ? (
            <span className="gap-mark tone-amber">
              <StateIcon kind="JUDGEMENT" size={12} />缺
            </span>
          ) : noted.includes(code) ? (
            <span className="quiet">注明无</span>
          ) : (
            <span className="tone-green">
              <StateIcon kind="DONE" size={12} />
              <span className="unseen">有</span>
            </span>
          ),
      }),
    ),
    { key: 'due', title: '期限', optional: true, cell: ({ due }) => <span className="quiet">{due ?? ''}</span> },
  ];
}

/** As the columns name the heads. */
export const SHORT: Readonly<Record<string, string>> = {
  BASICS: '基础信息',
  PROOFS: '证明材料',
  DEVELOPMENT: '素质报告',
  HEALTH: '体质健康',
  AWARDS: '获奖',
  AID: '资助',
  FURTHER: '自设项',
};
