/** 学生去向: every class group of a plan with where it goes and what it is called there; its students on demand. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { countWords } from '../../web/format.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../web/parts/fields/field-grid.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { PlanView } from '../restructuring.api.ts';
import { type NamesWish, useNames } from './restructuring-queries.tsx';

type Move = PlanView['moves'][number];
const READY = { kind: 'READY' } as const;

/** What stands in the way, in one strip above the plan. */
export function PlanBlockers({ plan }: { plan: PlanView }): ReactNode {
  const { openCases, orphans } = plan;
  if (openCases.length === 0 && orphans === 0) return null;
  return (
    <div className="plan-blockers" role="status">
      {orphans > 0 && <span>{`还有${countWords(orphans)}名学生没有去向，指定去向或者先办转学后才能执行。`}</span>}
      {openCases.length > 0 && <span>下列办件办结后才能执行：</span>}
      {openCases.map(({ caseId, words }) => (
        <span key={words}>{caseId ? <Link to={`/cases/${caseId}`}>{words}</Link> : words} </span>
      ))}
    </div>
  );
}

/** 档案去向: the paper files that go along, and who keeps those of former students; nothing where no file moves. */
export function PlanFiles({ files: { withStudents, former } }: { files: PlanView['files'] }): ReactNode {
  if (withStudents.length === 0 && !former) return null;
  const keeper = former?.keeperName ? `由${former.keeperName}接管` : '尚未指定接管单位';
  const besides = former && former.schools > 0 ? `，含原由本校保管的${former.schools}所学校的档案` : '';
  const rows = [
    ...withStudents.map(({ toName, files }) => ({ label: '随学生转接', words: `${countWords(files)}份，转${toName}` })),
    ...(former ? [{ label: '已离校学生', words: `${countWords(former.files)}份，${keeper}${besides}` }] : []),
  ];
  return (
    <div className="restructuring-matter">
      <FieldGrid
        labelWidth={84}
        rows={rows.map(({ label, words }) => ({ key: words, label, value: words, wide: true }))}
      />
    </div>
  );
}

/** The plan as a table; `schoolId` is absent once the students have gone. */
export function PlanTable({ plan, schoolId }: { plan: PlanView; schoolId?: string | undefined }): ReactNode {
  const [shown, setShown] = useState<Move>();
  return (
    <>
      <DataTable
        label="学生去向"
        plain
        columns={columnsFor(schoolId ? setShown : undefined)}
        rows={plan.moves}
        rowKey={({ classGroupId, stage, grade }) => classGroupId ?? `${stage} ${grade}`}
        rowWords={({ groupWords }) => groupWords}
        state={READY}
        empty={<EmptyState words="没有学生要转接" why="更名和办学变更不移动学生；没有在籍学生的学校可以直接撤并" />}
      />
      {shown && schoolId && (
        <Names wish={{ schoolId, ...shown }} words={shown.groupWords} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function Names({ wish, words, onClose }: { wish: NamesWish; words: string; onClose: () => void }): ReactNode {
  const { schoolId, classGroupId, stage, grade } = wish;
  const { data } = useNames({ schoolId, classGroupId, stage, grade });
  return (
    <Dialog open onClose={onClose} title={`${words}随班转接的学生`}>
      <ul className="moved-names">
        {data?.items.map(({ studentId, name, numberMasked }) => (
          <li key={studentId}>
            <Link to={`/students/${studentId}`}>{name}</Link> <span className="quiet">{numberMasked}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const columnsFor = (onShow: ((move: Move) => void) | undefined): Column<Move>[] => [
  { key: 'group', title: '原班级', width: 120, stuck: 'start', cell: ({ groupWords }) => groupWords },
  {
    key: 'students',
    title: '人数',
    width: 88,
    align: 'right',
    cell: (move) =>
      onShow ? (
        <Button tone="quiet" onPress={() => onShow(move)}>
          {`${countWords(move.students)}人`}
        </Button>
      ) : (
        `${countWords(move.students)}人`
      ),
  },
  {
    key: 'to',
    title: '去向',
    cell: ({ toName }) => toName ?? <span className="tone-amber">尚未指定</span>,
  },
  {
    key: 'size',
    title: '班额',
    width: 240,
    cell: ({ size }) =>
      size && (
        <span
          className={size.verdict === 'REFUSE' ? 'tone-red' : 'tone-amber'}
        >{`${size.sentence}（${size.chip}）`}</span>
      ),
  },
  { key: 'there', title: '转入后班级', width: 120, cell: ({ groupThere }) => groupThere ?? '待编班' },
];
