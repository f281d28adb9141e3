/** 取景: which part of a picture lies under a frame of 26 by 32 millimetres. */

/** Pixels of the photo that is kept, 350 to the inch. */
export const CROPPED = { width: 358, height: 441 };
/** CSS pixels of the frame on the screen. */
export const FRAMED = { width: 208, height: 256 };

/** `zoom` 1 shows as much as fits; x and y are the middle of the frame as parts of the picture. */
export interface Framing {
  zoom: number;
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

const SHAPE = CROPPED.width / CROPPED.height;
const MOST_ZOOM = 4;

/** The part of the picture under the frame, in its own pixels. */
export function cropOf(picture: Size, { zoom, x, y }: Framing): Size & { x: number; y: number } {
  const width = Math.min(picture.width, picture.height * SHAPE) / zoom;
  const height = width / SHAPE;
  return { width, height, x: x * picture.width - width / 2, y: y * picture.height - height / 2 };
}

/** The nearest framing that shows nothing beyond the picture's edges. */
export function keptInside(picture: Size, framing: Framing): Framing {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, framing.zoom));
  const { width, height } = cropOf(picture, { ...framing, zoom });
  const kept = (at: number, half: number) => Math.min(1 - half, Math.max(half, at));
  return {
    zoom,
    x: kept(framing.x, width / picture.width / 2),
    y: kept(framing.y, height / picture.height / 2),
  };
}
