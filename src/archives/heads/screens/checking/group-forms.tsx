/** 一班的学籍表: students with what is not filled in, what is other than at the last check, and the tick. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { EmptyState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../../web/parts/findings/article.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { GroupFormsView } from '../../base-forms/base-forms.api.ts';
import { useClassFileActs, useGroupForms } from '../class/class-queries.tsx';

type Row = GroupFormsView['students'][number];
const NONE: readonly Row[] = [];
const keyOf = ({ studentId }: Row) => studentId;
const nameOf = ({ name }: Row) => name;

export function GroupForms({ classGroupId }: { classGroupId: string }): ReactNode {
  const query = useGroupForms(classGroupId);
  const acts = useClassFileActs();
  const mayCall = useMayCall();
  const mayTick = mayCall('POST /api/class-groups/:id/form-check/ticks');
  const mayReview = mayCall('POST /api/class-groups/:id/form-check/review');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const view = query.data;
  const act = async (doing: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await doing();
      choose(new Set());
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card
      label="学籍表"
      fill
      flush
      foot={
        view && (
          <div className="forms-signed">
            <Signed view={view} />
            <ProblemLine problem={problem} />
            {mayTick && view.students.length > 0 && (
              <SignOff view={view} busy={busy} onSign={() => void act(() => acts.sign(classGroupId))} />
            )}
            {mayReview && view.signOff && !view.signOff.reviewedOn && (
              <Button tone="primary" busy={busy} onPress={() => void act(() => acts.review(classGroupId))}>
                审核通过
              </Button>
            )}
          </div>
        )
      }
    >
      <DataTable
        label="学籍表"
        columns={COLUMNS}
        rows={view?.students ?? NONE}
        rowKey={keyOf}
        rowWords={nameOf}
        state={listState(query)}
        detail={detailOf}
        fill
        empty={<EmptyState words="班里还没有学生" why="学籍管理员在“班级”中编入学生后再核对" />}
        selection={
          mayTick
            ? {
                ...{ keys: chosen, onChange: choose, unit: '人' },
                acts: (
                  <Button busy={busy} onPress={() => void act(() => acts.tick(classGroupId, [...chosen]))}>
                    已核对学籍表
                  </Button>
                ),
              }
            : undefined
        }
      />
    </Card>
  );
}

function Signed({ view: { term, chip, signOff } }: { view: GroupFormsView }): ReactNode {
  const [place = '', name = ''] = chip?.split('·') ?? [];
  return (
    <>
      {chip && <ArticleChip article={{ place, name }} />}
      {signOff ? (
        <span className="forms-state">
          <StateIcon kind="DONE" size={13} />
          {term}已由{signOff.signedByName}于{signOff.signedOn}签字，{signOff.students}人，缺项{signOff.lacking}人
          {signOff.reviewedOn ? `；${signOff.reviewedByName}于${signOff.reviewedOn}审核` : '；待主管领导审核'}
        </span>
      ) : (
        <span className="quiet">{term}还没有签字</span>
      )}
    </>
  );
}

function SignOff({ view, busy, onSign }: { view: GroupFormsView; busy: boolean; onSign: () => void }): ReactNode {
  const open = view.students.filter(({ checked }) => !checked).length;
  return (
    <Button
      tone="primary"
      busy={busy}
      onPress={onSign}
      locked={open > 0 ? { reason: `还有${open}人没有核对，或核对后有变动` } : undefined}
    >
      {open > 0 ? `还有${open}人未核对` : view.signOff ? '重新签字' : '全班核对完毕，签字'}
    </Button>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    ...{ key: 'name', title: '学生', width: 132, stuck: 'start' },
    cell: ({ studentId, name, seatNo }) => (
      <Link to={`/students/${studentId}?tab=base`}>
        {seatNo === null ? '' : `${seatNo} `}
        {name}
      </Link>
    ),
  },
  {
    ...{ key: 'state', title: '核对', width: 132 },
    cell: ({ checked, changedSince }) =>
      checked ? (
        <StatusChip kind="DONE">已核对</StatusChip>
      ) : changedSince ? (
        <StatusChip kind="JUDGEMENT">核对后有变动</StatusChip>
      ) : (
        <StatusChip kind="DRAFT">未核对</StatusChip>
      ),
  },
  {
    ...{ key: 'file', title: '档案缺项', width: 84, align: 'right' },
    cell: ({ studentId, fileLacks }) =>
      fileLacks.length > 0 ? <Link to={`/students/${studentId}?tab=file`}>{fileLacks.length}项</Link> : '齐全',
  },
  {
    ...{ key: 'differences', title: '与上次核对', width: 100 },
    cell: ({ lastCheck, differences }) =>
      lastCheck === null ? (
        <span className="quiet">首次核对</span>
      ) : differences.length > 0 ? (
        `${differences.length}项变动`
      ) : (
        <span className="quiet">无变动</span>
      ),
  },
  {
    ...{ key: 'missing', title: '学籍表未填的必填项' },
    cell: ({ missing }) =>
      missing.length > 0 ? (
        <span className="tone-amber">{missing.map((words) => words.replace(/未填$/, '')).join('、')}</span>
      ) : (
        <span className="quiet">齐全</span>
      ),
  },
  {
    ...{ key: 'last', title: '上次核对', width: 160, optional: true },
    cell: ({ lastCheck }) =>
      lastCheck && (
        <span className="quiet">
          {lastCheck.on} {lastCheck.byName}
        </span>
      ),
  },
];

/** What changed, under the row. */
function detailOf({ differences }: Row): ReactNode {
  if (differences.length === 0) return undefined;
  return (
    <ul className="forms-differences" aria-label="变动">
      {differences.map(({ label, before, now }) => (
        <li key={label}>
          <b>{label}</b>
          <del>{before || '未填'}</del>
          <ins>{now || '未填'}</ins>
        </li>
      ))}
    </ul>
  );
}
