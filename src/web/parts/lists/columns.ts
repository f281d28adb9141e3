/** 列: what a table shows of each row, and how. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Width in pixels. One column without a width takes what is left. */
  width?: number | undefined;
  /** Figures stand right, text left. Default left. */
  align?: 'left' | 'right' | undefined;
  /** Stays in place when the table scrolls sideways: first column and acts. */
  stuck?: 'start' | 'end' | undefined;
  /** Can be ordered by; the key goes to `onOrder`. */
  orderable?: boolean | undefined;
  /** The person may leave it out; 'hidden' starts left out. */
  optional?: boolean | 'hidden' | undefined;
}

export interface Order {
  key: string;
  descending: boolean;
}

/** `number` or `-number`, as the address keeps it. */
export function orderText(order: Order | undefined): string {
  return order === undefined ? '' : `${order.descending ? '-' : ''}${order.key}`;
}

/** Reads what orderText writes; empty text is no order. */
export function orderOf(text: string): Order | undefined {
  if (text === '') return undefined;
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

/** Up, then down, then up again. */
export function nextOrder(current: Order | undefined, key: string): Order {
  return { key, descending: current?.key === key && !current.descending };
}

/** The columns drawn: fixed ones always, optional ones as the person chose. `chosen` maps a key to shown or not. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: Readonly<Record<string, boolean>>,
): Column<Row>[] {
  return columns.filter(({ key, optional }) => !optional || (chosen[key] ?? optional !== 'hidden'));
}
