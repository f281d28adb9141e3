/** 材料文件: hostile and broken files are refused with what is wrong; what is kept of a picture is the picture alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { anObjectStream, aPdf, asBytes, onePage } from '../../../tests/sample-pdf.ts';
import { readPaper } from './read-paper.ts';

const grey = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#d8d2c4' } });
const refused = (bytes: Buffer, why: RegExp) =>
  assert.rejects(readPaper(bytes), { code: 'UNSUITABLE_FILE', message: why });

test('a photo keeps its picture upright and loses place, device and preview', async () => {
  const exif = { IFD0: { Make: 'CANARY-CAMERA' }, IFD3: { GPSLatitude: '30/1 40/1 0/1' } };
  const sent = await grey(600, 400).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
  assert.ok(sent.includes('CANARY-CAMERA'));
  const { bytes, mediaType, pages } = await readPaper(sent);
  const { width, height, exif: left, orientation } = await sharp(bytes).metadata();
  assert.deepEqual(
    [mediaType, pages, width, height, left, orientation],
    ['image/jpeg', 1, 400, 600, undefined, undefined],
  );
  assert.ok(!bytes.includes('CANARY-CAMERA'));
});

test('PNG and WebP become JPEG, and a large scan is made smaller', async () => {
  for (const sent of [await grey(4000, 3000).png().toBuffer(), await grey(4000, 3000).webp().toBuffer()]) {
    const { bytes } = await readPaper(sent);
    const { format, width, height } = await sharp(bytes).metadata();
    assert.deepEqual([format, width, height], ['jpeg', 3000, 2250]);
  }
});

test('what hangs on to a picture is not kept: no archive, no page of markup', async () => {
  const sent = Buffer.concat([
    await grey(300, 300).jpeg().toBuffer(),
    Buffer.from('PK\x03\x04<script>canary()</script>'),
  ]);
  const { bytes } = await readPaper(sent);
  assert.ok(!bytes.includes('canary'));
});

test('a picture that unfolds to more than 25 million pixels is refused before it does', async () => {
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  assert.ok(bomb.length < 500_000, 'no bomb');
  await refused(bomb, /超过2500万像素/);
});

test('a picture too small to be read, cut off or made up is refused', async () => {
  await refused(await grey(120, 900).jpeg().toBuffer(), /看不清内容/);
  const noisy = await sharp({
    create: { width: 800, height: 800, channels: 3, background: '#fff', noise: { type: 'gaussian', sigma: 40 } },
  })
    .jpeg()
    .toBuffer();
  await refused(noisy.subarray(0, noisy.length / 3), /图像已损坏/);
  await refused(Buffer.from('\xff\xd8\xff<html><script>alert(1)</script>', 'latin1'), /图像已损坏/);
});

test('the kind is told by the bytes: markup, vector drawings, documents and HEIC are refused by their own names', async () => {
  await refused(Buffer.from('<!doctype html><p>证明</p>'), /只收JPEG、PNG、WebP图像和PDF/);
  await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), /只收JPEG/);
  await refused(Buffer.from('GIF89a'), /只收JPEG/);
  await refused(Buffer.from('PK\x03\x04word/document.xml'), /另存为PDF/);
  await refused(Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00', 'latin1'), /兼容性最佳/);
  await refused(Buffer.from('\n\n%PDF-1.7'), /只收JPEG/);
  await refused(Buffer.alloc(0), /只收JPEG/);
});

test('a PDF of pages is kept byte by byte, its pages counted, also where objects are packed', async () => {
  const open = aPdf(onePage);
  const packed = aPdf(anObjectStream('<< /Type /Page >> << /Type /Page >>'));
  assert.deepEqual(await readPaper(open), { bytes: open, mediaType: 'application/pdf', pages: 1 });
  assert.equal((await readPaper(packed)).pages, 2);
});

test('words in a text of a PDF are no names: a remark on /JavaScript is let through', async () => {
  assert.equal(
    (await readPaper(aPdf(`${onePage}\n9 0 obj << /Title (on /JavaScript \\( /Launch) >> endobj`))).pages,
    1,
  );
});

const HOSTILE: Record<string, [objects: string | Buffer, why: RegExp]> = {
  'a script': ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>', /含有脚本/],
  'a script under letters by number': ['<< /S /J#61vaScript /J#53 (x) >>', /含有脚本/],
  'a script in a packed object': [anObjectStream('<< /S /JavaScript /JS (x) >>'), /含有脚本/],
  'a script in a text of a packed object, to which an offset may point': [
    anObjectStream('(<< /JS 1 0 R >>)'),
    /含有脚本/,
  ],
  'a program to start': ['<< /S /Launch /F (cmd.exe) >>', /启动程序/],
  'a file inside': ['<< /Type /Filespec /EF << /F 8 0 R >> >>', /内嵌文件/],
  'a form that asks anew': ['<< /XFA 8 0 R >>', /动态表单/],
  'a form that sends': ['<< /S /SubmitForm >>', /发送数据/],
  'a film': ['<< /Subtype /RichMedia >>', /多媒体/],
  'a password': ['<< /Encrypt 8 0 R >>', /已加密/],
  'an object in a stream': ['<< /Length 40 >> stream\n8 0 obj << /JS 1 >> endobj\nendstream', /无法检查/],
  'an object in a text': ['<< /T (8 0 obj << /JS 1 >> endobj) >>', /无法检查/],
  'an object in a remark': ['<< /T 1 >> % 8 0 obj << /JS 1 >> endobj\n', /无法检查/],
  'a stream that is nowhere closed': ['<< /T 1 >> stream\n', /无法检查/],
  'a text that is nowhere closed': ['<< /T ((x) >>', /无法检查/],
  'packed objects in an unusual code': [
    `<< /Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode >> stream\n3c3c\nendstream`,
    /无法检查/,
  ],
  'packed objects without a code, whose end nobody can tell': [
    '<< /N 1 /First 4 >> stream\nendstream ( << /JS 1 >> )\nendstream',
    /无法检查/,
  ],
  'packed objects that do not open': [
    `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\nnothing\nendstream`,
    /无法检查/,
  ],
  'packed objects that unfold without end': [
    Buffer.concat([
      Buffer.from('<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\n'),
      deflateSync(Buffer.alloc(40 * 2 ** 20, 32)),
      Buffer.from('\nendstream'),
    ]),
    /无法检查/,
  ],
};

for (const [what, [objects, why]] of Object.entries(HOSTILE)) {
  test(`a PDF with ${what} is refused`, () =>
    refused(aPdf(Buffer.concat([Buffer.from(`${onePage}\n5 0 obj `), asBytes(objects), Buffer.from(' endobj')])), why));
}

test('a PDF that is also something else, cut off, empty or endless is refused', async () => {
  await refused(Buffer.concat([aPdf(onePage), Buffer.from('PK\x03\x04')]), /末尾夹带其他内容/);
  await refused(aPdf(onePage).subarray(0, 60), /PDF不完整/);
  await refused(aPdf('1 0 obj << /Type /Catalog >> endobj'), /没有可看的页/);
  await refused(aPdf(Array.from({ length: 101 }, () => onePage).join('\n')), /101页，超过100页/);
});
