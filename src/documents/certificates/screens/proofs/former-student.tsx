/** 查毕业生: whose stage ended at this school, in whichever year, wherever the person is now. */
import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { listState } from '../../../../web/query.ts';
import type { FormerStudents } from '../../proofs.api.ts';
import { useFormerStudents } from '../certificate-queries.tsx';

type Former = FormerStudents['items'][number];

export function FormerStudent({ onChoose }: { onChoose: (one: Former) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const query = useFormerStudents(asked);
  return (
    <Card title="为谁办理" note="在本校毕业、结业、肄业的学生" flush>
      <form
        className="certificate-search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <TextField label="姓名" type="search" value={typed} onChange={setTyped} maxLength={60} autoFocus />
        <Button type="submit" tone={asked === '' ? 'primary' : 'plain'}>
          查找
        </Button>
      </form>
      <DataTable
        label="毕业学生"
        plain
        columns={columnsFor(onChoose)}
        rows={asked === '' ? [] : (query.data?.items ?? [])}
        rowKey={({ studentId, stage }) => `${studentId} ${stage}`}
        rowWords={({ name }) => name}
        state={asked === '' ? { kind: 'READY' } : listState(query)}
        onOpen={onChoose}
        empty={
          asked === '' ? (
            <EmptyState words="输入姓名查找" />
          ) : (
            <EmptyState
              words="系统里没有此人在本校毕业、结业或肄业的记录"
              why="早年毕业的，先核对纸质毕业生花名册，报学籍主管部门补录学籍后再办；在他校毕业的，到毕业学校办理"
            />
          )
        }
      />
    </Card>
  );
}

const columnsFor = (onChoose: (one: Former) => void): Column<Former>[] => [
  {
    key: 'name',
    title: '姓名',
    cell: (one) => (
      <Button tone="quiet" onPress={() => onChoose(one)}>
        {one.name}
      </Button>
    ),
  },
  { key: 'title', title: '学段和结果', width: 136, cell: ({ title }) => title },
  { key: 'ended', title: '毕业日', width: 112, cell: ({ endedOn }) => endedOn },
  { key: 'number', title: '证书编号', width: 192, cell: ({ certificateNumber }) => certificateNumber },
  { key: 'proofs', title: '已出具证明', width: 104, cell: ({ proofs }) => (proofs > 0 ? `${proofs}次` : '没有') },
];
