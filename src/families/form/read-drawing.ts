/** 手写签字图像: what was drawn with a finger, made anew as a plain picture; an empty field is no signature. */
import sharp from 'sharp';
import { refuse } from '../../kernel/refusal.ts';

export const DRAWING_BYTES = 2 * 2 ** 20;
const PIXELS = 8_000_000;
const WIDEST = 1_200;
const HIGHEST = 600;
/** A stroke of some length on a field of this size: a dot that a thumb left is not meant. */
const LEAST_INK = 150;

/** A PNG, black on white. Refuses UNSUITABLE_FILE for what is no picture and for a field that is all but empty. */
export async function readDrawing(bytes: Buffer): Promise<Buffer> {
  const options = { failOn: 'error', limitInputPixels: PIXELS, pages: 1 } as const;
  const picture = sharp(bytes, options)
    .flatten({ background: '#fff' })
    .resize(WIDEST, HIGHEST, { fit: 'inside', withoutEnlargement: true })
    .greyscale();
  const grey = await picture
    .clone()
    .raw()
    .toBuffer()
    .catch(() => {
      throw refuse('UNSUITABLE_FILE', { why: '签字图像已损坏，请重新签字' });
    });
  let ink = 0;
  for (const value of grey) if (value < 128) ink++;
  if (ink < LEAST_INK) throw refuse('UNSUITABLE_FILE', { why: '签字太短，看不出姓名，请在框内完整签名' });
  return picture.png({ compressionLevel: 9 }).toBuffer();
}
