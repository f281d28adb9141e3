/** 照片处理: makes the one kind of photo that is kept out of whatever was sent: 26×32 mm, upright, small, nothing hidden. */
import sharp from 'sharp';
import { refuse } from '../../kernel/refusal.ts';

/** 26×32 mm at 350 dots an inch. */
export const PHOTO_WIDTH = 358;
export const PHOTO_HEIGHT = 441;
/** 60 kB, the measure of the national form. */
export const PHOTO_BYTES = 60_000;
/** What may be sent: pictures of phones and cameras of today. */
export const PHOTO_UPLOAD_BYTES = 10 * 2 ** 20;

const PIXELS = 25_000_000;
const LEAST_WIDTH = 150;
/** Width to height of an upright portrait: between those of one inch (25×35) and a square, with room for cutting. */
const SLIMMEST = 0.6;
const WIDEST = 1.05;
const QUALITIES = [90, 82, 74, 66, 56, 44, 30];

/** The format told by the bytes themselves: neither the name nor what the sender says of it counts. */
function isPicture(bytes: Uint8Array): boolean {
  const begins = (...signature: number[]) => signature.every((byte, place) => bytes[place] === byte);
  return begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
}

/**
 * The photo as it is kept: a JPEG of 358×441 pixels under 60 kB without any of the metadata that came along (place,
 * device, preview). Refuses UNSUITABLE_FILE with what is wrong: not a JPEG or PNG, damaged, too many pixels, too small,
 * not upright.
 */
export async function processPhoto(bytes: Uint8Array): Promise<Buffer> {
  if (!isPicture(bytes)) throw refuse('UNSUITABLE_FILE', { why: '照片须为JPEG或PNG，请另存后再传' });
  const options = { failOn: 'error', limitInputPixels: PIXELS, pages: 1 } as const;
  const { autoOrient, width, height } = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw refuse('UNSUITABLE_FILE', { why: '照片已损坏，请换一张' });
    });
  if (width * height > PIXELS) throw refuse('UNSUITABLE_FILE', { why: '照片超过2500万像素，请缩小后再传' });
  const shape = autoOrient.width / autoOrient.height;
  if (shape < SLIMMEST || shape > WIDEST) {
    throw refuse('UNSUITABLE_FILE', { why: '照片须为竖幅半身照，请裁成26×32毫米的比例' });
  }
  if (autoOrient.width < LEAST_WIDTH) {
    throw refuse('UNSUITABLE_FILE', { why: `照片宽${autoOrient.width}像素，印出不清，请换${PHOTO_WIDTH}像素以上的` });
  }
  const upright = await sharp(bytes, options)
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize(PHOTO_WIDTH, PHOTO_HEIGHT, { fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw refuse('UNSUITABLE_FILE', { why: '照片已损坏，请换一张' });
    });
  const { channels } = upright.info;
  for (const quality of QUALITIES) {
    const raw = sharp(upright.data, { raw: { width: PHOTO_WIDTH, height: PHOTO_HEIGHT, channels } });
    const jpeg = await raw.jpeg({ quality }).toBuffer();
    if (jpeg.length < PHOTO_BYTES) return jpeg;
  }
  throw refuse('UNSUITABLE_FILE', { why: '照片杂点过多，压缩后仍超过60KB，请换一张' });
}
