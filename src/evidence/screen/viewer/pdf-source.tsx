/** PDF 图源: draws the pages of a PDF and nothing else of it: no links, no forms, no scripts. */
import * as reader from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { PaperSource } from './paper-source.tsx';

reader.GlobalWorkerOptions.workerSrc = workerAddress;

/** Laid there by the build. */
const FILES = `/assets/pdfjs-${reader.version}/`;

/** Opens a PDF. Throws where it cannot be read. */
export async function openPdf(blob: Blob): Promise<PaperSource> {
  const opening = reader.getDocument({
    data: new Uint8Array(await blob.arrayBuffer()),
    cMapUrl: FILES,
    standardFontDataUrl: FILES,
    wasmUrl: FILES,
    useWasm: false,
    enableXfa: false,
    maxImageSize: 60_000_000,
    verbosity: reader.VerbosityLevel.ERRORS,
  });
  const paper = await opening.promise;
  return {
    pages: paper.numPages,
    sizeOf: async (page) => {
      const { width, height } = (await paper.getPage(page)).getViewport({ scale: 1 });
      return { width, height };
    },
    draw: async (canvas, at, { scale, turn }, signal) => {
      const page = await paper.getPage(at);
      if (signal.aborted) return;
      const viewport = page.getViewport({ scale, rotation: (page.rotate + turn * 90) % 360 });
      // Drawn beside and then shown at once: a canvas half drawn would flicker.
      const beside = document.createElement('canvas');
      beside.width = Math.round(viewport.width);
      beside.height = Math.round(viewport.height);
      const drawing = page.render({ canvas: beside, viewport, annotationMode: reader.AnnotationMode.DISABLE });
      signal.addEventListener('abort', () => drawing.cancel(), { once: true });
      try {
        await drawing.promise;
      } catch (thrown) {
        if (signal.aborted) return;
        throw thrown;
      }
      canvas.width = beside.width;
      canvas.height = beside.height;
      canvas.getContext('2d')!.drawImage(beside, 0, 0);
    },
    close: () => void opening.destroy(),
  };
}
