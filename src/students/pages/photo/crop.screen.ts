/** 裁照片: which part of a picture becomes the photo. Lengths in pixels of the picture, turned upright. Pure. */

export interface Size {
  width: number;
  height: number;
}

/** The part that is kept: its middle, and how much larger than the least it is shown. */
export interface Crop {
  x: number;
  y: number;
  /** 1 shows as much of the picture as fits the shape. */
  zoom: number;
}

/** 26 by 32 millimetres. */
export const SHAPE = 26 / 32;
export const MOST_ZOOM = 6;
/** Faces are in the upper part of a portrait. */
const FACE_AT = 0.45;

/** How much of the picture a crop shows. */
export function shownSize({ width, height }: Size, zoom: number): Size {
  const fitted = Math.min(width, height * SHAPE);
  return { width: fitted / zoom, height: fitted / SHAPE / zoom };
}

/** The first crop: all that fits the shape, of a tall picture rather its upper part. */
export function firstCrop(picture: Size): Crop {
  return within(picture, { x: picture.width / 2, y: picture.height * FACE_AT, zoom: 1 });
}

/** The crop brought back inside the picture: nothing beside it is ever part of a photo. */
export function within(picture: Size, { x, y, zoom: wanted }: Crop): Crop {
  const zoom = between(1, wanted, MOST_ZOOM);
  const shown = shownSize(picture, zoom);
  return {
    x: between(shown.width / 2, x, picture.width - shown.width / 2),
    y: between(shown.height / 2, y, picture.height - shown.height / 2),
    zoom,
  };
}

/** Moves what is shown by parts of its own width and height; the picture goes with the finger. */
export function moved(picture: Size, crop: Crop, right: number, down: number): Crop {
  const shown = shownSize(picture, crop.zoom);
  return within(picture, { ...crop, x: crop.x - right * shown.width, y: crop.y - down * shown.height });
}

/** Shows so many times more or less, around the middle. */
export const zoomed = (picture: Size, crop: Crop, times: number): Crop =>
  within(picture, { ...crop, zoom: crop.zoom * times });

/** A quarter turn to the right: the picture's own size, and the crop that shows the same middle. */
export function turned(picture: Size, crop: Crop): { picture: Size; crop: Crop } {
  const next = { width: picture.height, height: picture.width };
  return { picture: next, crop: within(next, { x: picture.height - crop.y, y: crop.x, zoom: crop.zoom }) };
}

/** The left upper corner and the size of what is kept. */
export function cropBox(picture: Size, crop: Crop): Size & { left: number; top: number } {
  const shown = shownSize(picture, crop.zoom);
  return { left: crop.x - shown.width / 2, top: crop.y - shown.height / 2, ...shown };
}

/** Fewer pixels than the printed photo has: it would look blurred. */
export const isCoarse = (picture: Size, crop: Crop, printed: number): boolean =>
  shownSize(picture, crop.zoom).width < printed;

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(least, value), Math.max(least, most));
