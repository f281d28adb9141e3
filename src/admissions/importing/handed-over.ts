/** 交接: a workbook that was opened for the upload stays open for its reading, which as a rule begins a moment later. */
import type { SheetReading } from '../../workbooks/read-rows.ts';

/** One workbook at most waits open; what nobody takes in time is closed, and its reader opens the stored file. */
export interface HandedOver {
  put(importId: string, reading: SheetReading): void;
  take(importId: string): SheetReading | undefined;
}

const KEPT_OPEN_MS = 5_000;

/** The place where uploads leave their workbook, one for a process. */
export function makeHandedOver(): HandedOver {
  let waiting: { importId: string; reading: SheetReading; timer: NodeJS.Timeout } | undefined;
  const close = () => {
    clearTimeout(waiting?.timer);
    void waiting?.reading.close().catch(() => {}); // a thread that is gone already needs no closing
    waiting = undefined;
  };
  return {
    put: (importId, reading) => {
      close();
      waiting = { importId, reading, timer: setTimeout(close, KEPT_OPEN_MS).unref() };
    },
    take: (importId) => {
      if (waiting?.importId !== importId) return undefined;
      clearTimeout(waiting.timer);
      const { reading } = waiting;
      waiting = undefined;
      return reading;
    },
  };
}
