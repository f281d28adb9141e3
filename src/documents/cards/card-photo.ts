/** 照片: a student's photo in the size it is printed, 26 by 32 millimetres. */
import sharp from 'sharp';

/** 300 dots an inch; more would only make the file of a whole grade heavy. */
const WIDTH = 307;
const HEIGHT = 378;

/** The photo as a JPEG to print, cut to shape and turned upright; undefined where the bytes are no picture. */
export async function photoToPrint(photo: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await sharp(photo, { failOn: 'error', limitInputPixels: 50_000_000 })
      .autoOrient()
      .resize(WIDTH, HEIGHT, { fit: 'cover' })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch {
    return undefined; // one broken photo must not keep a whole grade from being printed
  }
}
