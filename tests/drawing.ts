/** 手写签字: a picture of a few strokes, as a field for signing gives it; or an empty field. */
import sharp from 'sharp';

/** A PNG of 600 by 240. */
export function aDrawing({ empty = false } = {}): Promise<Buffer> {
  const strokes = empty
    ? ''
    : '<path d="M40 60 L200 180 M220 40 Q300 200 420 90 T560 160" fill="none" stroke="#111" stroke-width="6"/>';
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240">${strokes}</svg>`))
    .png()
    .toBuffer();
}
