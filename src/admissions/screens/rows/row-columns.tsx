/** 行列: the columns of an import's rows, the same under every cause so that they line up. */
import type { ReactNode } from 'react';
import type { EntrantRow } from '../../entrants/entrants.api.ts';
import type { CauseView } from '../../review/review.api.ts';

export interface RowColumn {
  /** Path of the item, where the cell shows one that can be mended. */
  field: string;
  title: string;
  /** Width in pixels; one takes what is left. */
  width?: number;
  text: (row: EntrantRow) => string;
}

const COLUMNS: readonly RowColumn[] = [
  { field: 'name', title: '姓名', width: 84, text: (row) => row.name },
  { field: 'gender', title: '性别', width: 62, text: (row) => row.gender },
  { field: 'bornOn', title: '出生日期', width: 128, text: (row) => row.bornOn },
  { field: 'identityNumber', title: '身份证件号', width: 226, text: (row) => row.identityMasked },
  { field: 'classGroup', title: '班级', width: 120, text: (row) => row.classText },
  { field: 'guardian', title: '监护人', width: 88, text: (row) => row.guardian },
  { field: 'guardians.0.phone', title: '联系电话', text: (row) => row.phoneMasked },
];

/** The columns under a cause: the usual ones, and the item at fault where it is none of them. */
export function columnsOf(cause?: Pick<CauseView, 'field' | 'label'>): readonly RowColumn[] {
  if (!cause || cause.field === '' || COLUMNS.some(({ field }) => field === cause.field)) return COLUMNS;
  const own: RowColumn = { field: cause.field, title: cause.label, text: (row) => row.value };
  const phone: RowColumn = { ...COLUMNS.at(-1)!, width: 136 };
  return [...COLUMNS.slice(0, 4), own, phone];
}

/** Head of the rows, for eyes and readers alike. */
export function RowsHead({ columns }: { columns: readonly RowColumn[] }): ReactNode {
  return (
    <>
      <colgroup>
        <col style={{ width: 48 }} />
        {columns.map(({ field, width }) => (
          <col key={field} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="is-right">
            行
          </th>
          {columns.map(({ field, title }) => (
            <th key={field} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
