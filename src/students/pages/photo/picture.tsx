/** 图片: a chosen file as pixels that can be turned, drawn and cut; what came along in the file (place, device) stays behind. */
import { type Crop, cropBox } from './crop.screen.ts';

/** Larger pictures are made smaller at once: a photo needs a tenth of it. */
const LONGEST = 2_400;
/** Twice the size that is kept, so that the server has something to choose from. */
const SENT = { width: 716, height: 882 };

/** Reads a file, upright as its camera noted. Throws where the browser cannot read it. */
export async function readPicture(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const picture = blank(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  picture.getContext('2d')!.drawImage(bitmap, 0, 0, picture.width, picture.height);
  bitmap.close();
  return picture;
}

/** The same picture a quarter turn to the right. */
export function turnedPicture(picture: HTMLCanvasElement): HTMLCanvasElement {
  const next = blank(picture.height, picture.width);
  const pen = next.getContext('2d')!;
  pen.translate(next.width, 0);
  pen.rotate(Math.PI / 2);
  pen.drawImage(picture, 0, 0);
  return next;
}

/** Draws what the crop shows over the whole of a canvas. */
export function drawCrop(onto: HTMLCanvasElement, picture: HTMLCanvasElement, crop: Crop): void {
  const { left, top, width, height } = cropBox(picture, crop);
  const pen = onto.getContext('2d')!;
  pen.fillStyle = '#fff'; // a picture without a ground gets a white one, as on paper
  pen.fillRect(0, 0, onto.width, onto.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, left, top, width, height, 0, 0, onto.width, onto.height);
}

/** What is sent: the crop as a JPEG. */
export function cutOut(picture: HTMLCanvasElement, crop: Crop): Promise<Blob> {
  const cut = blank(SENT.width, SENT.height);
  drawCrop(cut, picture, crop);
  return new Promise((resolve, reject) => {
    cut.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be written'))),
      'image/jpeg',
      0.92,
    );
  });
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}
