/** 学历证明存根: the proofs that were given, and the way to a new one. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { listState } from '../../../../web/query.ts';
import type { AcademicProofs } from '../../proofs.api.ts';
import { openPaper } from '../certificate-queries.tsx';

type Proof = AcademicProofs['items'][number];

export function ProofTable({ query }: { query: UseQueryResult<AcademicProofs> }): ReactNode {
  const mayCall = useMayCall();
  const mayApply = mayCall('POST /api/academic-proofs');
  const mayPrint = mayCall('GET /api/schools/:id/forms/:form');
  const apply = mayApply && (
    <Button tone="primary" to="/certificates/proofs/apply">
      办理学历证明
    </Button>
  );
  const some = (query.data?.items.length ?? 0) > 0;
  return (
    <>
      {some && (
        <div className="certificate-search">
          {apply}
          {mayPrint && <Button to="/forms?form=proof-stub">打印存根</Button>}
        </div>
      )}
      <DataTable
        label="学历证明存根"
        fill
        remember="academic-proofs"
        columns={COLUMNS}
        rows={query.data?.items ?? []}
        rowKey={({ id }) => id}
        rowWords={({ name }) => name}
        state={listState(query)}
        empty={
          <EmptyState
            words="还没有出具过学历证明"
            why="毕业证书遗失不补发、损坏不换发，确需证明学历的在此办理"
            act={apply || undefined}
          />
        }
      />
    </>
  );
}

const COLUMNS: Column<Proof>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 136,
    stuck: 'start',
    cell: ({ name, caseId }) => <Link to={`/cases/${caseId}`}>{name}</Link>,
  },
  { key: 'title', title: '学段和结果', width: 128, cell: ({ title }) => title },
  { key: 'school', title: '毕业学校', cell: ({ schoolName }) => schoolName },
  {
    key: 'number',
    title: '证明编号',
    width: 128,
    cell: ({ number }) => <span className="no-autospace">{number}</span>,
  },
  { key: 'ordinal', title: '次数', width: 72, cell: ({ ordinal }) => `第${ordinal}次` },
  {
    key: 'certificate',
    title: '原证书编号',
    width: 184,
    optional: true,
    cell: ({ certificateNumber }) => certificateNumber,
  },
  { key: 'on', title: '出具日', width: 104, cell: ({ issuedOn }) => issuedOn },
  {
    key: 'print',
    title: '打印',
    width: 80,
    cell: ({ id }) => (
      <Button tone="quiet" onPress={() => openPaper(`/academic-proofs/${id}/proof.pdf`)}>
        打印
      </Button>
    ),
  },
];
