/** 图源: a paper as pages that can be drawn at any size, whether it is a picture or a PDF. */

/** Quarter turns to the right. */
export type Turn = 0 | 1 | 2 | 3;

export interface PaperSource {
  pages: number;
  /** Width and height of a page, from 1 on, upright as it was handed in. */
  sizeOf(page: number): Promise<{ width: number; height: number }>;
  /** Draws a page so many device pixels wide. Draws nothing more once `signal` has ended. */
  draw(canvas: HTMLCanvasElement, page: number, wanted: Drawing, signal: AbortSignal): Promise<void>;
  close(): void;
}

export interface Drawing {
  /** Device pixels per unit of `sizeOf`. */
  scale: number;
  turn: Turn;
}

/** Opens what the server sent. Throws where the browser cannot draw it. */
export async function openPaper(blob: Blob): Promise<PaperSource> {
  if (blob.type === 'application/pdf') return (await import('./pdf-source.tsx')).openPdf(blob);
  return openPicture(blob);
}

async function openPicture(blob: Blob): Promise<PaperSource> {
  const picture = await createImageBitmap(blob);
  const { width, height } = picture;
  return {
    pages: 1,
    sizeOf: async () => ({ width, height }),
    draw: async (canvas, _, { scale, turn }) => {
      const [across, down] = turn % 2 === 0 ? [width, height] : [height, width];
      canvas.width = Math.round(across * scale);
      canvas.height = Math.round(down * scale);
      const pen = canvas.getContext('2d')!;
      pen.imageSmoothingQuality = 'high';
      pen.translate(canvas.width / 2, canvas.height / 2);
      pen.rotate((turn * Math.PI) / 2);
      pen.scale(scale, scale);
      pen.drawImage(picture, -width / 2, -height / 2);
    },
    close: () => picture.close(),
  };
}
