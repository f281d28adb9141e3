/** 存根查询: by the beginning of a name or number, over all years. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { listState } from '../../../web/query.ts';
import type { Stub } from '../certificates.api.ts';
import { useStubs } from './certificate-queries.tsx';
import { StubState } from './stub-state.tsx';

export function StubSearch(): ReactNode {
  const [{ q }, setAddress] = useAddressState({ q: '' });
  const [typed, setTyped] = useState(q);
  const query = useStubs(q);
  const mayPrint = useMayCall()('GET /api/schools/:id/forms/:form');
  return (
    <>
      <form
        className="certificate-search"
        onSubmit={(event) => {
          event.preventDefault();
          setAddress({ q: typed.trim() }, true);
        }}
      >
        <TextField label="姓名或证书编号" type="search" value={typed} onChange={setTyped} maxLength={60} />
        <Button type="submit">查存根</Button>
        {mayPrint && <Button to="/forms?form=certificate-stub">打印结业证书存根</Button>}
      </form>
      <DataTable
        label="证书存根"
        fill
        remember="certificate-stubs"
        columns={COLUMNS}
        rows={q === '' ? [] : (query.data?.items ?? [])}
        rowKey={({ id }) => id}
        rowWords={({ name, title }) => `${name}${title}`}
        state={q === '' ? { kind: 'READY' } : listState(query)}
        empty={
          q === '' ? (
            <EmptyState words="输入姓名或证书编号的开头" why="存根永久留存，历年的都能查到" />
          ) : (
            <EmptyState words="没有这样的存根" why="本系统以前发的证书没有存根，证明学历请走学历证明" />
          )
        }
      />
    </>
  );
}

const COLUMNS: Column<Stub>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 136,
    stuck: 'start',
    cell: ({ name, studentId }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'title', title: '证书', width: 136, cell: ({ title }) => title },
  {
    key: 'number',
    title: '证书编号',
    cell: ({ number, batchId }) => (
      <Link className="no-autospace" to={`/certificates/batches/${batchId}`}>
        {number}
      </Link>
    ),
  },
  { key: 'ended', title: '毕业日', width: 104, cell: ({ endedOn }) => endedOn },
  { key: 'state', title: '状态', width: 168, cell: (one) => <StubState stub={one} /> },
  { key: 'to', title: '领取', width: 176, optional: true, cell: (one) => handedWords(one) },
];

const handedWords = ({ handedOn, handedTo }: Stub): string | null => (handedOn ? `${handedOn} ${handedTo}` : null);
