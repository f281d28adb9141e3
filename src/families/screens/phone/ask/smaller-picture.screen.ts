/** 缩小照片: what a camera of today gives is many times what is needed, and the line may be slow. */

/** Longest edge in pixels: small print of a whole page stays legible, and a slow line is not kept busy. */
const LONGEST = 2400;
const QUALITY = 0.85;

/** A picture no larger than is needed; as it is where the telephone cannot read it (the server will say why). */
export async function smaller(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return blob ?? file;
  } catch {
    return file;
  }
}
