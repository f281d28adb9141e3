/** 证书办件: what whoever numbers or reviews sees of a batch, and of an academic proof. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type CaseContent, type CasePaneProps, countsNothing } from '../../../cases/pages/case/case-content-parts.tsx';
import { EvidencePane } from '../../../evidence/screen/evidence-parts.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { listState } from '../../../web/query.ts';
import type { BatchData } from '../certificate.ts';
import type { Candidates } from '../certificates.api.ts';
import type { ProofData } from '../proof/academic-proof.ts';
import { openPaper, useCandidates } from './certificate-queries.tsx';
import { CERTIFICATE_WORDS, GROUND_WORDS, MARK_WORDS, OUTCOME_WORDS, STAGE_WORDS } from './words.screen.ts';

function BatchPane({ view, fill }: CasePaneProps): ReactNode {
  const data = view.data as unknown as BatchData;
  const { done } = data;
  return (
    <Card
      title="证书编号"
      fill={fill}
      foot={
        done ? (
          <Link to={`/certificates/batches/${done.batchId}`}>打印、登记签章和发放</Link>
        ) : (
          '签署后按花名册次序一次编号，不留空号'
        )
      }
    >
      <FieldGrid
        labelWidth={84}
        rows={[
          { key: 'school', label: '学校', value: data.schoolName },
          {
            key: 'which',
            label: '证书',
            value: `${data.year}年${STAGE_WORDS[data.stage]}${CERTIFICATE_WORDS[data.outcome]}`,
          },
          { key: 'students', label: '人数', value: `${done?.students ?? data.students}人` },
          { key: 'maker', label: '编号单位', value: data.makerName },
          { key: 'basis', label: '编号依据', value: data.basis },
          { key: 'marks', label: '应有签章', value: data.marks.map((mark) => MARK_WORDS[mark]).join('、') },
          ...(done ? [{ key: 'range', label: '编号起止', value: `${done.first}至${done.last}` }] : []),
        ]}
      />
    </Card>
  );
}

function ListPane({ view, fill }: CasePaneProps): ReactNode {
  const { done } = view.data as unknown as BatchData;
  const query = useCandidates(done ? undefined : view.id);
  const rows = query.data?.items ?? [];
  return (
    <Card title="名单" note={done ? undefined : `${rows.length}人`} fill={fill} flush>
      {done ? (
        <EmptyState
          words={`已为${done.students}人编号`}
          act={<Button to={`/certificates/batches/${done.batchId}`}>看这批证书</Button>}
        />
      ) : (
        <DataTable
          label="证书编号名单"
          plain
          columns={CANDIDATES}
          rows={rows}
          rowKey={({ studentId }) => studentId}
          rowWords={({ name }) => name}
          state={listState(query)}
          empty={<EmptyState words="名单上的学生都已有证书" why="可撤回此件" />}
        />
      )}
    </Card>
  );
}

const CANDIDATES: Column<Candidates['items'][number]>[] = [
  {
    key: 'name',
    title: '姓名',
    cell: ({ name, studentId }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'class', title: '班级', width: 88, cell: ({ classWords }) => classWords },
  { key: 'ended', title: '毕业日', width: 104, cell: ({ endedOn }) => endedOn },
];

function ProofPane({ view, fill }: CasePaneProps): ReactNode {
  const data = view.data as unknown as ProofData;
  const { done } = data;
  return (
    <Card
      title={data.proofName}
      fill={fill}
      side={
        done && (
          <Button tone="primary" onPress={() => openPaper(`/academic-proofs/${done.proofId}/proof.pdf`)}>
            打印证明和存根
          </Button>
        )
      }
    >
      <FieldGrid
        labelWidth={84}
        rows={[
          { key: 'name', label: '姓名', value: data.name },
          { key: 'school', label: '毕业学校', value: data.schoolName },
          { key: 'stage', label: '学段和结果', value: `${STAGE_WORDS[data.stage]}${OUTCOME_WORDS[data.outcome]}` },
          { key: 'certificate', label: '原证书编号', value: data.certificateNumber ?? '系统内没有记载' },
          { key: 'ground', label: '原因', value: GROUND_WORDS[data.ground] },
          { key: 'purpose', label: '用途', value: data.purpose },
          { key: 'earlier', label: '此前出具', value: `纸质台账${data.earlierProofs}次` },
          ...(done ? [{ key: 'number', label: '证明编号', value: `${done.number}，${done.on}出具` }] : []),
        ]}
      />
    </Card>
  );
}

const PapersPane = (props: CasePaneProps): ReactNode => (
  <EvidencePane {...props} papers={[{ paper: 'REQUEST', what: '本人书面申请', by: '申请人' }]} />
);

export const CERTIFICATE_CONTENTS = {
  CERTIFICATE_BATCH: {
    panes: [
      { key: 'batch', words: '证书编号', Pane: BatchPane },
      { key: 'list', words: '名单', Pane: ListPane },
    ],
    columns: '336px minmax(0, 1fr)',
    effect: ({ schoolName }) => ({ role: '编号', party: schoolName, facts: ['签署后即时编号，存根永久留存'] }),
    countOf: countsNothing,
  },
  ACADEMIC_PROOF: {
    panes: [
      { key: 'proof', words: '学历证明', Pane: ProofPane },
      { key: 'papers', words: '佐证材料', Pane: PapersPane },
    ],
    columns: '380px minmax(0, 1fr)',
    effect: ({ schoolName }) => ({ role: '出具证明', party: schoolName, facts: ['打印后盖章生效，存根留校'] }),
    countOf: countsNothing,
  },
} satisfies Record<string, CaseContent>;
