/** 裁照片: moves and enlarges a picture under a frame of 26 by 32 millimetres; by hand, by wheel or by keyboard. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { CROPPED, cropOf, FRAMED, type Framing, keptInside } from './photo-framing.screen.ts';

export interface PhotoCropProps {
  file: File;
  onClose: () => void;
  /** Takes the cut picture; what it throws is shown. */
  onGive: (photo: Blob) => Promise<unknown>;
}

const STEP = 8;

/** A dialog with the picture under its frame. */
export function PhotoCrop({ file, onClose, onGive }: PhotoCropProps): ReactNode {
  const [picture, setPicture] = useState<ImageBitmap>();
  const [framing, setFraming] = useState<Framing>({ zoom: 1, x: 0.5, y: 0.5 });
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ x: number; y: number }>(undefined);

  useEffect(() => {
    let shown = true;
    createImageBitmap(file).then(
      (read) => shown && setPicture(read),
      () => shown && setProblem('这张图片打不开，请另存为JPG后再放'),
    );
    return () => {
      shown = false;
    };
  }, [file]);
  useEffect(() => {
    const area = picture && cropOf(picture, framing);
    const pen = canvas.current?.getContext('2d');
    if (picture && area && pen)
      pen.drawImage(picture, area.x, area.y, area.width, area.height, 0, 0, CROPPED.width, CROPPED.height);
  }, [picture, framing]);

  const move = (dx: number, dy: number) => {
    if (!picture) return;
    const area = cropOf(picture, framing);
    const scale = area.width / FRAMED.width;
    setFraming((before) =>
      keptInside(picture, {
        ...before,
        x: before.x - (dx * scale) / picture.width,
        y: before.y - (dy * scale) / picture.height,
      }),
    );
  };
  const zoomTo = (zoom: number) => picture && setFraming((before) => keptInside(picture, { ...before, zoom }));
  const onKeyDown = (event: KeyboardEvent) => {
    const [dx, dy] = MOVES[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    move(dx * STEP, dy * STEP);
  };
  const drag = (event: PointerEvent) => {
    if (!held.current) return;
    move(event.clientX - held.current.x, event.clientY - held.current.y);
    held.current = { x: event.clientX, y: event.clientY };
  };
  const give = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const blob = await new Promise<Blob | null>((resolve) => canvas.current!.toBlob(resolve, 'image/jpeg', 0.92));
      if (!blob) throw new Error('canvas gave no picture');
      await onGive(blob);
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title="裁照片"
      foot={
        <>
          <Button onPress={onClose}>取消</Button>
          <Button tone="primary" busy={busy} onPress={() => picture && void give()}>
            用这张
          </Button>
        </>
      }
    >
      <div className="photo-crop">
        <canvas
          ref={canvas}
          width={CROPPED.width}
          height={CROPPED.height}
          style={FRAMED}
          tabIndex={0}
          role="img"
          aria-label="照片取景，方向键移动"
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            held.current = undefined;
          }}
          onWheel={(event) => zoomTo(framing.zoom * (event.deltaY < 0 ? 1.08 : 1 / 1.08))}
        />
        <label>
          放大
          <input
            type="range"
            min={1}
            max={4}
            step={0.05}
            value={framing.zoom}
            onChange={(event) => zoomTo(Number(event.target.value))}
          />
        </label>
        <p className="quiet">拖动或用方向键移动，头像居中，头顶留一指宽</p>
      </div>
      <ProblemLine problem={problem} />
    </Dialog>
  );
}

const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
