/** 裁剪框: the photo as it will be; dragged, zoomed and turned with the mouse, the fingers or the keyboard. */
import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../../../web/parts/surface/button.tsx';
import { type Crop, MOST_ZOOM, moved, zoomed } from './crop.screen.ts';
import { drawCrop } from './picture.tsx';
import './photo.css';

interface CropStageProps {
  picture: HTMLCanvasElement;
  crop: Crop;
  onCrop: (crop: Crop) => void;
  onTurn: () => void;
}

const STEP = 0.03;
const ZOOM_STEP = 1.1;
/** The slider goes evenly through sizes, not through factors. */
const SLIDER = 100;

/** The stage with its tools. */
export function CropStage({ picture, crop, onCrop, onTurn }: CropStageProps): ReactNode {
  const stage = useRef<HTMLCanvasElement>(null);
  const held = useRef({ picture, crop, onCrop });
  held.current = { picture, crop, onCrop };
  useEffect(() => {
    if (stage.current) drawCrop(stage.current, picture, crop);
  }, [picture, crop]);
  useWheel(stage, (times) => {
    const { picture: shown, crop: now, onCrop: tell } = held.current;
    tell(zoomed(shown, now, times));
  });
  const move = (right: number, down: number) => onCrop(moved(picture, crop, right, down));
  const zoom = (times: number) => onCrop(zoomed(picture, crop, times));
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    move(event.movementX / width, event.movementY / height);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    if ('times' in act) zoom(act.times);
    else move(...act.by);
  };
  return (
    <div className="crop">
      <button
        type="button"
        className="crop-stage"
        aria-label="照片裁剪框。方向键移动，加减号缩放"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      >
        <canvas ref={stage} width={416} height={512} />
        <span className="crop-face" />
      </button>
      <div className="crop-tools">
        <IconButton icon={ZoomOut} label="缩小" onPress={() => zoom(1 / ZOOM_STEP)} />
        <input
          type="range"
          aria-label="缩放"
          min={0}
          max={SLIDER}
          value={Math.round((Math.log(crop.zoom) / Math.log(MOST_ZOOM)) * SLIDER)}
          onChange={(event) => zoom(MOST_ZOOM ** (Number(event.target.value) / SLIDER) / crop.zoom)}
        />
        <IconButton icon={ZoomIn} label="放大" onPress={() => zoom(ZOOM_STEP)} />
        <IconButton icon={RotateCw} label="向右转90度" onPress={onTurn} />
      </div>
    </div>
  );
}

const KEYS: Record<string, { by: [right: number, down: number] } | { times: number }> = {
  ArrowLeft: { by: [-STEP, 0] },
  ArrowRight: { by: [STEP, 0] },
  ArrowUp: { by: [0, -STEP] },
  ArrowDown: { by: [0, STEP] },
  '+': { times: ZOOM_STEP },
  '=': { times: ZOOM_STEP },
  '-': { times: 1 / ZOOM_STEP },
};

/** Zooms with the wheel; the page beneath must not scroll meanwhile, which needs a listener that may say so. */
function useWheel(stage: { current: HTMLElement | null }, onZoom: (times: number) => void): void {
  const latest = useRef(onZoom);
  latest.current = onZoom;
  useEffect(() => {
    const element = stage.current;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [stage]);
}
