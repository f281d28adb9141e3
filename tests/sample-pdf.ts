/** 样例 PDF: small files made by hand, sound ones and such as somebody made to do harm. */
import { deflateSync } from 'node:zlib';

/** An object that is one page. */
export const onePage = '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 280] >> endobj';

/** A file of these objects, with the ends that every PDF has. */
export function aPdf(objects: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    asBytes(objects),
    Buffer.from('\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
}

/** A file that a reader draws: so many blank sheets, each with its number on it. */
export function aReadablePdf(pages: number): Buffer {
  const at = (index: number) => 4 + index * 2;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, n) => `${at(n)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let n = 0; n < pages; n++) {
    const drawn = `BT /F1 48 Tf 60 420 Td (PAGE ${n + 1}) Tj ET 40 40 320 480 re S`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 560] /Resources << /Font << /F1 3 0 R >> >> /Contents ${at(n) + 1} 0 R >>`,
      `<< /Length ${drawn.length} >> stream\n${drawn}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj ${object} endobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** An object that holds others, packed. */
export function anObjectStream(held: string): string {
  const packed = deflateSync(Buffer.from(`7 0 ${held}`));
  return `7 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream\n${packed.toString('latin1')}\nendstream endobj`;
}

/** Packed objects are bytes, not letters. */
export const asBytes = (objects: string | Buffer): Buffer =>
  typeof objects === 'string' ? Buffer.from(objects, 'latin1') : objects;

/** A sheet as office scanners send it: black and white in the code of fax machines (T.6), its left half black. */
export function aFaxScan(): Buffer {
  const [width, height] = [400, 100];
  // The first line: no white, 192 and 8 black, then as the white line above it; every other line as the one above.
  const first = `001${'00110101'}${'000011001001'}${'000101'}1`;
  const bits = `${first}${'111'.repeat(height - 1)}${'000000000001'.repeat(2)}`;
  const data = Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
  const drawn = 'q 400 0 0 560 0 0 cm /I Do Q';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 560] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${drawn.length} >> stream\n${drawn}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray
      /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} /Rows ${height} >> /Length ${data.length} >> stream
${data.toString('latin1')}\nendstream`,
  ];
  return aPdf(asBytes(objects.map((object, index) => `${index + 1} 0 obj ${object} endobj\n`).join('')));
}
