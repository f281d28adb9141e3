/** 档案一项: its rows as they are kept, and beside them what has changed since the year was closed. */
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, downloadFile } from '../../../web/api-client.ts';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { SchoolFileItemView } from '../school-file.api.ts';
import './school-file.css';

/** Opening it is put on record. */
export function ItemDialog(props: { schoolId: string; year: number; kind: string; onClose: () => void }): ReactNode {
  const { schoolId, year, kind, onClose } = props;
  const { data, error, refetch } = useQuery({
    queryKey: ['school-file', schoolId, year, kind],
    queryFn: ({ signal }) =>
      api.get<SchoolFileItemView>(`/schools/${schoolId}/school-file/${kind}`, { signal, query: { year } }),
    refetchOnWindowFocus: false,
  });
  const [problem, setProblem] = useState<unknown>();
  const exportItem = () =>
    downloadFile(`/schools/${schoolId}/school-file.xlsx?${new URLSearchParams({ year: `${year}`, kind })}`).then(
      () => setProblem(undefined),
      setProblem,
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={data?.title ?? '学校学籍档案'}
      width="wide"
      foot={
        <>
          <span className="dialog-note">查看已登记</span>
          <Button icon={Download} onPress={() => void exportItem()}>
            导出工作簿
          </Button>
          <Button onPress={onClose}>关闭</Button>
        </>
      }
    >
      <ProblemLine problem={problem} />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          {data.closedOn && <p className="quiet">{`以下为${data.closedOn}封存的内容`}</p>}
          <Rows columns={data.columns} rows={data.rows} empty="本学年没有此项内容" />
          {data.takenBack.length > 0 && (
            <>
              <h3 className="fields-heading">封存后撤销的，封存的内容不改</h3>
              <Rows columns={data.columns} rows={data.takenBack} empty="" />
            </>
          )}
          {data.onlyClosed.length > 0 && (
            <>
              <h3 className="fields-heading">封存时有，现已不同</h3>
              <Rows columns={data.columns} rows={data.onlyClosed} empty="" />
            </>
          )}
          {data.onlyNow.length > 0 && (
            <>
              <h3 className="fields-heading">封存后新增或改成的</h3>
              <Rows columns={data.columns} rows={data.onlyNow} empty="" />
            </>
          )}
        </>
      )}
    </Dialog>
  );
}

const REACHABLE = { tabIndex: 0, 'aria-label': '档案内容' };

function Rows({ columns, rows, empty }: { columns: string[]; rows: string[][]; empty: string }): ReactNode {
  if (rows.length === 0) return <p className="quiet">{empty}</p>;
  return (
    // What scrolls can be reached, and so scrolled, by keyboard.
    <section className="school-file-rows" {...REACHABLE}>
      <table>
        <thead>
          <tr>
            {columns.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(({ key, row }) => (
            <tr key={key}>
              {columns.map((heading, column) => (
                <td key={heading}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Two equal rows are told apart by how often the same one stood before. */
function keyed(rows: string[][]): { key: string; row: string[] }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = row.join('|');
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { key: `${words} ${before}`, row };
  });
}
