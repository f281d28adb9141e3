/** 图像处理: makes a plain JPEG out of a picture of a paper: upright, legible, nothing hidden in it. */
import sharp from 'sharp';
import { refuse } from '../../kernel/refusal.ts';

const PIXELS = 25_000_000;
/** A sheet of A4 at some 250 dots an inch: small print stays legible. */
const LONGEST_EDGE = 3000;
const LEAST_EDGE = 200;

/**
 * The picture as it is kept: a JPEG that holds the picture alone, without place, device, preview or anything that was
 * hung on to the file. Refuses UNSUITABLE_FILE for what is damaged, has too many pixels or too few to be read.
 */
export async function processImage(bytes: Uint8Array): Promise<Buffer> {
  const options = { failOn: 'error', limitInputPixels: PIXELS, pages: 1 } as const;
  const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw damaged();
    });
  if (width * height > PIXELS) throw refuse('UNSUITABLE_FILE', { why: '图像超过2500万像素，请缩小或重新拍照后再传' });
  if (Math.min(width, height) < LEAST_EDGE) {
    const why = `图像只有${width}×${height}像素，看不清内容，请重新拍照或扫描`;
    throw refuse('UNSUITABLE_FILE', { why });
  }
  return sharp(bytes, options)
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize(LONGEST_EDGE, LONGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 82, mozjpeg: false })
    .toBuffer()
    .catch(() => {
      throw damaged();
    });
}

const damaged = () => refuse('UNSUITABLE_FILE', { why: '图像已损坏，请重新拍照或扫描' });
