/** 材料文件: turns whatever was sent into what is kept, or says why it cannot be used. */
import { refuse } from '../../kernel/refusal.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { mediaKindOf } from './media-kind.ts';
import { processImage } from './process-image.ts';

/** A paper as it is kept. */
export interface Paper {
  bytes: Buffer;
  mediaType: 'image/jpeg' | 'application/pdf';
  pages: number;
}

/** Reads a file by its content. Refuses UNSUITABLE_FILE with what is wrong and how to mend it. */
export async function readPaper(bytes: Buffer): Promise<Paper> {
  switch (mediaKindOf(bytes)) {
    case 'JPEG':
    case 'PNG':
    case 'WEBP':
      return { bytes: await processImage(bytes), mediaType: 'image/jpeg', pages: 1 };
    case 'PDF':
      return { bytes, mediaType: 'application/pdf', pages: inspectPdf(bytes) };
    case 'HEIC':
      throw refuse('UNSUITABLE_FILE', {
        why: 'HEIC照片暂不能读取，请在手机“设置-相机-格式”中选“兼容性最佳”后重拍，或转存为JPEG',
      });
    case 'OFFICE':
      throw refuse('UNSUITABLE_FILE', { why: '不收文档、表格和压缩包，请另存为PDF，或打印盖章后拍照' });
    default:
      throw refuse('UNSUITABLE_FILE', { why: '只收JPEG、PNG、WebP图像和PDF，请另存后再传' });
  }
}
