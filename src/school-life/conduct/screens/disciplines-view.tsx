/** 处分: what stands, whose probation ends soon, and what was revoked and stays with the school. */
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import type { DisciplineList } from '../disciplines.api.ts';
import { useDisciplines } from './conduct-queries.tsx';

type Discipline = DisciplineList['items'][number];

/** So many days before the end of a probation it turns amber. */
const SOON_DAYS = 30;

export function DisciplinesView(): ReactNode {
  const query = useDisciplines();
  const navigate = useNavigate();
  const applies = useMayCall()('POST /api/changes');
  const items = query.data?.items ?? [];
  const standing = items.filter(({ revokedOn }) => revokedOn === null).length;
  return (
    <Card
      title="处分"
      note={standing > 0 ? `未撤销${standing}人次` : undefined}
      side={
        applies && (
          <Button tone="primary" onPress={() => navigate('/changes/apply')}>
            给予处分
          </Button>
        )
      }
      flush
    >
      <DataTable
        label="处分"
        columns={columnsFor(applies)}
        rows={items}
        rowKey={({ caseId }) => caseId}
        rowWords={({ name, kindWords }) => `${name}${kindWords}`}
        state={listState(query)}
        onOpen={({ caseId }) => navigate(`/cases/${caseId}`)}
        empty={<EmptyState words="没有处分" why="校务会决定处分后，在“学籍异动”中选学生办理；撤销的材料由学校留存" />}
      />
    </Card>
  );
}

const columnsFor = (applies: boolean): Column<Discipline>[] => [
  {
    key: 'name',
    title: '姓名',
    width: 120,
    stuck: 'start',
    cell: ({ studentId, name }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'group', title: '班级', width: 88, cell: ({ classGroupName }) => classGroupName },
  { key: 'kind', title: '处分', width: 104, cell: ({ kindWords }) => kindWords },
  { key: 'state', title: '状态', cell: (one) => <State {...one} /> },
  { key: 'level', title: '级别', width: 88, cell: ({ levelWords }) => levelWords },
  { key: 'day', title: '处分日期', width: 104, cell: ({ givenOn }) => givenOn },
  {
    key: 'filed',
    title: '归档',
    width: 80,
    cell: ({ filed, revokedOn }) => (filed && !revokedOn ? '在档' : '学校留存'),
  },
  ...(applies
    ? [
        {
          key: 'act',
          title: '',
          width: 96,
          cell: ({ studentId, revokedOn }: Discipline) =>
            revokedOn === null && (
              <Link to={`/changes/students/${studentId}?kind=DISCIPLINE_REVOCATION`}>撤销处分</Link>
            ),
        },
      ]
    : []),
];

function State({ revokedOn, untilOn, daysLeft }: Discipline): ReactNode {
  if (revokedOn) return <StatusChip kind="DONE">{`${revokedOn}已撤销`}</StatusChip>;
  if (untilOn === null || daysLeft === null) return <StatusChip kind="IN_PROCESS">未撤销</StatusChip>;
  if (daysLeft < 0) return <StatusChip kind="OVERDUE">{`留校察看已于${untilOn}期满，请作出决定`}</StatusChip>;
  return (
    <StatusChip
      kind={daysLeft <= SOON_DAYS ? 'DUE_SOON' : 'IN_PROCESS'}
    >{`${untilOn}期满，还有${daysLeft}天`}</StatusChip>
  );
}
