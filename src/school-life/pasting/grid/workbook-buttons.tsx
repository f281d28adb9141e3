/** 工作簿: the same grid as a workbook: fetched to be filled in elsewhere, and read back into the grid. */
import { Download, Upload } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '../../../web/parts/surface/button.tsx';

export interface GridWorkbook {
  fetch: () => Promise<unknown>;
  read: (file: File) => Promise<string[][]>;
}

export interface WorkbookButtonsProps {
  workbook: GridWorkbook;
  /** Does it and shows what it throws. */
  onAttempt: (doing: () => Promise<unknown>) => Promise<void>;
  onRead: (table: string[][]) => void;
}

/** Workbooks are for the desk: on a telephone they are not shown. */
export function WorkbookButtons({ workbook, onAttempt, onRead }: WorkbookButtonsProps): ReactNode {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <span className="grid-workbook">
      <Button icon={Download} onPress={() => void onAttempt(workbook.fetch)}>
        下载工作簿
      </Button>
      <Button icon={Upload} onPress={() => chooser.current?.click()}>
        读入工作簿
      </Button>
      <input
        ref={chooser}
        className="unseen"
        type="file"
        accept=".xlsx"
        tabIndex={-1}
        aria-label="填好的工作簿"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void onAttempt(async () => onRead(await workbook.read(file)));
        }}
      />
    </span>
  );
}
