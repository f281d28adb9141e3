/** 收到的档案包: a file is dropped with its code, checked line by line, and taken in where every line holds. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { dayOf } from '../../../kernel/civil-date.ts';
import { api, uploadFile } from '../../../web/api-client.ts';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FileDrop } from '../../../web/parts/form/file-drop.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { listState } from '../../../web/query.ts';
import type { PackageCheck, ReceivedItem, ReceivedPage } from '../packages.api.ts';

const MOST_BYTES = 64 * 2 ** 20;
const NONE: ReceivedItem[] = [];

export function ReceivedPane({ mayTakeIn }: { mayTakeIn: boolean }): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const query = useQuery({
    queryKey: ['received-packages'],
    queryFn: ({ signal }) => api.get<ReceivedPage>('/received-packages', { signal }),
  });
  const renew = () => client.invalidateQueries({ queryKey: ['received-packages'] });
  const attach = async (id: string) => {
    setProblem(undefined);
    try {
      await api.post(`/received-packages/${id}/attachment`);
      await renew();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <div className="package-pane">
      {mayTakeIn && <Checking onTaken={renew} />}
      <ProblemLine problem={problem} />
      <DataTable
        label="收到的档案包"
        columns={columnsFor(mayTakeIn ? attach : undefined)}
        rows={query.data?.items ?? NONE}
        rowKey={({ id }) => id}
        rowWords={({ name }) => name}
        state={listState(query)}
        onOpen={({ id }) => navigate(`/file-packages/received/${id}`)}
        empty={
          <EmptyState words="还没有收到档案包" why="外地学校转来的档案包，连同取件码，由学籍管理员在这里核验接收" />
        }
      />
    </div>
  );
}

/** The code goes before the file, so that it stands in no address. */
function Checking({ onTaken }: { onTaken: () => Promise<void> }): ReactNode {
  const [code, setCode] = useState('');
  const [file, setFile] = useState<File>();
  const [check, setCheck] = useState<PackageCheck>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const send = async <T,>(path: string, of: File): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      return await uploadFile<T>(path, { file: new Blob([`${code.trim()}\n`, of]), name: of.name });
    } catch (thrown) {
      setProblem(thrown);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const verify = async (of: File) => {
    setFile(of);
    setCheck(await send<PackageCheck>('/received-packages/checks', of));
  };
  const takeIn = async () => {
    if (!file || !(await send('/received-packages', file))) return;
    setFile(undefined);
    setCheck(undefined);
    setCode('');
    await onTaken();
  };
  return (
    <section className="package-check" aria-label="核验档案包">
      <TextField
        label="取件码"
        required
        value={code}
        onChange={setCode}
        maxLength={40}
        hint="由转出学校另行告知，不随文件一起送"
      />
      <FileDrop
        accept={['.xjda']}
        most={MOST_BYTES}
        disabled={code.trim() === '' || busy}
        hint={code.trim() === '' ? '先填取件码，再放文件' : '仅限.xjda，不超过64兆'}
        onFiles={([one]) => one && void verify(one)}
      >
        把档案包拖到这里，或点此选择
      </FileDrop>
      <ProblemLine problem={problem} />
      {check && (
        <>
          {check.student && <p>{`${check.student.name}，${check.student.fromSchool}转给${check.student.receiver}`}</p>}
          <ul className="package-lines">
            {check.lines.map(({ holds, words }) => (
              <li key={words}>
                <StateIcon kind={holds ? 'DONE' : 'REFUSED'} />
                {words}
              </li>
            ))}
          </ul>
          {check.sound && (
            <Button tone="primary" busy={busy} onPress={() => void takeIn()}>
              接收
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const columnsFor = (attach: ((id: string) => Promise<void>) | undefined): Column<ReceivedItem>[] => [
  {
    key: 'name',
    title: '学生',
    stuck: 'start',
    cell: ({ id, name }) => <Link to={`/file-packages/received/${id}`}>{name}</Link>,
  },
  { key: 'from', title: '转出学校', width: 180, cell: ({ fromSchool }) => fromSchool },
  {
    key: 'number',
    title: '学籍号',
    width: 180,
    optional: true,
    cell: ({ numberMasked }) => <span className="no-autospace">{numberMasked ?? ''}</span>,
  },
  {
    key: 'taken',
    title: '接收',
    width: 190,
    optional: true,
    cell: ({ takenAt, takenByName }) => `${dayOf(new Date(takenAt))} ${takenByName}`,
  },
  {
    key: 'state',
    title: '归入',
    width: 200,
    cell: ({ id, studentId }) =>
      studentId ? (
        <StatusChip kind="DONE">已归入学生档案</StatusChip>
      ) : attach ? (
        <Button onPress={() => void attach(id)}>归入学生档案</Button>
      ) : (
        <StatusChip kind="DRAFT">待归入</StatusChip>
      ),
  },
];
