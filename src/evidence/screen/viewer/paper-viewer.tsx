/** 看材料: one paper in place, with its pages turned, made larger and set upright; also by keys. */
import { ChevronLeft, ChevronRight, Maximize2, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type KeyBinding, useKeys } from '../../../web/frame/keyboard.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { IconButton } from '../../../web/parts/surface/button.tsx';
import type { HandedIn } from '../../evidence.api.ts';
import { usePaper } from '../evidence-queries.tsx';
import { openPaper, type PaperSource, type Turn } from './paper-source.tsx';

/** 1 fills the width. */
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;
const WHOLE_WIDTH = ZOOMS.indexOf(1);
/** What a canvas may hold on any device, in pixels. */
const MOST_PIXELS = 16_000_000;

interface PaperViewerProps {
  caseId: string;
  item: HandedIn;
}

/** A paper with its tools. Give it the paper's id as key: another paper begins anew. */
export function PaperViewer({ caseId, item }: PaperViewerProps): ReactNode {
  return <ShownPaper {...usePaper(caseId, item.id)} what={item.what} />;
}

export interface ShownPaperProps {
  blob?: Blob | undefined;
  problem?: unknown;
  what: string;
}

/** Any paper, once its bytes are there. */
export function ShownPaper({ blob, problem, what }: ShownPaperProps): ReactNode {
  const { source, broken } = useSource(blob);
  if (problem !== undefined) return <ProblemLine problem={problem} />;
  if (broken) return <ProblemLine problem="此份材料浏览器打不开，请换用新版浏览器，或请提交人另存后重交" />;
  return source === undefined ? <Skeleton rows={8} /> : <Sheets source={source} what={what} />;
}

function useSource(blob: Blob | undefined): { source: PaperSource | undefined; broken: boolean } {
  const [source, setSource] = useState<PaperSource>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (blob === undefined) return;
    let opened: PaperSource | undefined;
    let left = false;
    openPaper(blob).then(
      (made) => {
        opened = made;
        if (left) made.close();
        else setSource(made);
      },
      () => !left && setBroken(true),
    );
    return () => {
      left = true;
      opened?.close();
      setSource(undefined);
    };
  }, [blob]);
  return { source, broken };
}

function Sheets({ source, what }: { source: PaperSource; what: string }): ReactNode {
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(WHOLE_WIDTH);
  const [turn, setTurn] = useState<Turn>(0);
  const act = {
    before: () => setPage(Math.max(1, page - 1)),
    after: () => setPage(Math.min(source.pages, page + 1)),
    smaller: () => setZoom(Math.max(0, zoom - 1)),
    larger: () => setZoom(Math.min(ZOOMS.length - 1, zoom + 1)),
    whole: () => setZoom(WHOLE_WIDTH),
    rotate: () => setTurn(((turn + 1) % 4) as Turn),
  };
  useKeys([
    ...(source.pages > 1 ? [key('[', '上一页', act.before), key(']', '下一页', act.after)] : []),
    key('-', '缩小', act.smaller),
    key('+', '放大', act.larger),
    key('0', '适合宽度', act.whole),
    key('t', '向右转', act.rotate),
  ]);
  return (
    <div className="paper-viewer">
      <div className="paper-tools screen-only" role="toolbar" aria-label="看材料">
        {source.pages > 1 && (
          <>
            <IconButton icon={ChevronLeft} label="上一页" onPress={act.before} disabled={page === 1} />
            <span aria-live="polite">
              第{page}页，共{source.pages}页
            </span>
            <IconButton icon={ChevronRight} label="下一页" onPress={act.after} disabled={page === source.pages} />
          </>
        )}
        <span className="paper-tools-end">
          <IconButton icon={ZoomOut} label="缩小" onPress={act.smaller} disabled={zoom === 0} />
          <IconButton icon={ZoomIn} label="放大" onPress={act.larger} disabled={zoom === ZOOMS.length - 1} />
          <IconButton icon={Maximize2} label="适合宽度" onPress={act.whole} disabled={zoom === WHOLE_WIDTH} />
          <IconButton icon={RotateCw} label="向右转" onPress={act.rotate} />
        </span>
      </div>
      <Sheet source={source} page={page} zoom={ZOOMS[zoom]!} turn={turn} label={`${what}，第${page}页`} />
    </div>
  );
}

const key = (of: string, words: string, run: () => void): KeyBinding => ({ key: of, words, group: '佐证材料', run });

interface SheetProps {
  source: PaperSource;
  page: number;
  zoom: number;
  turn: Turn;
  label: string;
}

function Sheet({ source, page, zoom, turn, label }: SheetProps): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useRoom(room);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return;
    const aborter = new AbortController();
    const draw = async () => {
      const size = await source.sizeOf(page);
      const [across, down] = turn % 2 === 0 ? [size.width, size.height] : [size.height, size.width];
      const shown = (width * zoom) / across;
      const most = Math.sqrt(MOST_PIXELS / (across * down));
      const scale = Math.min(shown * devicePixelRatio, most);
      await source.draw(target, page, { scale, turn }, aborter.signal);
      if (aborter.signal.aborted) return;
      target.style.width = `${across * shown}px`;
      target.dataset['drawn'] = `${page}-${zoom}-${turn}`;
    };
    draw().then(
      () => setBroken(false),
      () => !aborter.signal.aborted && setBroken(true),
    );
    return () => aborter.abort();
  }, [source, page, zoom, turn, width]);
  return (
    // Where a sheet is larger than its room it is moved by keyboard too.
    <div ref={room} className="paper-room" {...{ role: 'group', 'aria-label': label, tabIndex: 0 }}>
      {broken && <ProblemLine problem="此页打不开，请看其他页，或请提交人另存后重交" />}
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

/** Width that a sheet may fill; small changes, as a scroll bar makes, do not count. */
function useRoom(room: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const seen = room.current;
    if (!seen) return;
    const measure = () => setWidth((known) => (Math.abs(known - seen.offsetWidth) < 24 ? known : seen.offsetWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(seen);
    return () => observer.disconnect();
  }, [room]);
  return Math.max(0, width - 20);
}
