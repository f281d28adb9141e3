/** 表尾: keyset pages, and which columns and how high the rows. */
import { ChevronLeft, ChevronRight, Columns3 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Popover } from '../floating/popover.tsx';
import { CheckField, ChoiceField } from '../form/choice-field.tsx';
import { Button, IconButton } from '../surface/button.tsx';
import { type Column, shownColumns } from './columns.ts';
import { DENSITIES } from './data-table.tsx';

export interface Pages {
  hasPrevious: boolean;
  hasNext: boolean;
  onPrevious: () => void;
  onNext: () => void;
  /** 第1至50人，共312人. */
  note?: ReactNode;
}

interface TableFootProps<Row> {
  pages: Pages | undefined;
  columns: readonly Column<Row>[];
  chosen: Readonly<Record<string, boolean>>;
  onChoose: (chosen: Record<string, boolean>) => void;
  density: number;
  onDensity: (density: number) => void;
}

const DENSITY_WORDS: Record<(typeof DENSITIES)[number], string> = { 26: '紧', 32: '中', 40: '宽' };

/** The line under a table. */
export function TableFoot<Row>({
  pages,
  columns,
  chosen,
  onChoose,
  density,
  onDensity,
}: TableFootProps<Row>): ReactNode {
  const id = useId();
  const shown = new Set(shownColumns(columns, chosen).map(({ key }) => key));
  const optional = columns.filter((column) => column.optional);
  return (
    <div className="pager">
      {pages && (
        <nav className="pager-pages" aria-label="翻页">
          <PageButton ready={pages.hasPrevious} onPress={pages.onPrevious} why="已是第一页">
            <ChevronLeft size={14} aria-hidden />
            上一页
          </PageButton>
          <PageButton ready={pages.hasNext} onPress={pages.onNext} why="已是最后一页">
            下一页
            <ChevronRight size={14} aria-hidden />
          </PageButton>
        </nav>
      )}
      <span className="pager-note">{pages?.note}</span>
      <span className="pager-tools">
        <IconButton icon={Columns3} label="列与行高" popover={id} />
      </span>
      <Popover id={id} align="end" label="列与行高">
        <div className="table-tools">
          <ChoiceField
            label="行高"
            value={String(density)}
            onChange={(value) => onDensity(Number(value))}
            options={DENSITIES.map((height) => ({ value: String(height), words: DENSITY_WORDS[height] }))}
          />
          {optional.map(({ key, title }) => (
            <CheckField key={key} checked={shown.has(key)} onChange={(on) => onChoose({ ...chosen, [key]: on })}>
              {title}
            </CheckField>
          ))}
        </div>
      </Popover>
    </div>
  );
}

interface PageButtonProps {
  ready: boolean;
  onPress: () => void;
  why: string;
  children: ReactNode;
}

function PageButton({ ready, onPress, why, children }: PageButtonProps): ReactNode {
  return (
    <Button tone="quiet" onPress={onPress} locked={ready ? undefined : { reason: why }}>
      <span className="page-words">{children}</span>
    </Button>
  );
}
