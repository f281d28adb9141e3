/** 全部各行: every row of the workbook, with whatever is at fault in it. */
import { type ReactNode, useState } from 'react';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { ImportView } from '../../review/review.api.ts';
import { useRows } from '../admission-queries.tsx';
import { FaultyRow } from './faulty-row.tsx';
import { columnsOf, RowsHead } from './row-columns.tsx';
import type { Mending } from './use-mending.tsx';
import './rows.css';

const PAGE = 100;
const COLUMNS = columnsOf();

/** Page after page, in the order of the workbook. */
export function AllRows({ one, mending }: { one: ImportView; mending: Mending }): ReactNode {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useRows(
    { importId: one.id, limit: PAGE },
    true,
  );
  const [open, setOpen] = useState<{ id: string; field: string }>();
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  if (error && rows.length === 0) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) return <Skeleton rows={10} />;
  return (
    <>
      <div className="rows-room">
        <table className="rows" aria-label="全部各行">
          <RowsHead columns={COLUMNS} />
          <tbody>
            {rows.map((row) => (
              <FaultyRow
                key={row.id}
                row={row}
                columns={COLUMNS}
                open={open?.id === row.id ? open.field : undefined}
                onOpen={(field) => setOpen(field === undefined ? undefined : { id: row.id, field })}
                onDone={() => setOpen(undefined)}
                mending={mending}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <div className="cause-more">
          <Button tone="quiet" busy={isFetching} onPress={() => void fetchNextPage()}>
            再列{PAGE}行
          </Button>
        </div>
      )}
    </>
  );
}
