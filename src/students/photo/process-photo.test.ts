import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import sharp from 'sharp';
import { Refusal } from '../../kernel/refusal.ts';
import { PHOTO_BYTES, processPhoto } from './process-photo.ts';

const plain = (width: number, height: number, background = '#a9d1f5') =>
  sharp({ create: { width, height, channels: 3, background } });

const refusedBecause = (why: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.code === 'UNSUITABLE_FILE' && why.test(error.message);

test('whatever is sent, a JPEG of 358×441 pixels under 60 kB is kept', async () => {
  for (const sent of [
    await plain(1000, 1231).png().toBuffer(),
    await plain(295, 413).jpeg().toBuffer(),
    await plain(600, 600).jpeg().toBuffer(),
  ]) {
    const kept = await processPhoto(sent);
    const { format, width, height } = await sharp(kept).metadata();
    assert.deepEqual([format, width, height], ['jpeg', 358, 441]);
    assert.ok(kept.length < PHOTO_BYTES);
  }
});

test('even a picture of noise stays under 60 kB', async () => {
  const noise = await sharp(randomBytes(716 * 882 * 3), { raw: { width: 716, height: 882, channels: 3 } })
    .jpeg({ quality: 98 })
    .toBuffer();
  assert.ok(noise.length > 500_000);
  assert.ok((await processPhoto(noise)).length < PHOTO_BYTES);
});

test('place, device and preview that came along are dropped', async () => {
  const sent = await plain(716, 882)
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 13/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .jpeg()
    .toBuffer();
  assert.ok((await sharp(sent).metadata()).exif);
  const { exif, xmp, icc, iptc } = await sharp(await processPhoto(sent)).metadata();
  assert.deepEqual([exif, xmp, icc, iptc], [undefined, undefined, undefined, undefined]);
});

test('a photo that a phone holds lying down is turned upright', async () => {
  const top = await plain(400, 250, '#ff0000').png().toBuffer();
  const upright = await plain(400, 500, '#0000ff')
    .composite([{ input: top, gravity: 'north' }])
    .png()
    .toBuffer();
  const lying = await sharp(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { data } = await sharp(await processPhoto(lying))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [red = 0, , blue = 0] = data.subarray(0, 3);
  assert.ok(red > 200 && blue < 50, 'the red half is on top');
});

test('a transparent ground becomes white, not black', async () => {
  const clear = await sharp({ create: { width: 358, height: 441, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  const { data } = await sharp(await processPhoto(clear))
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.ok([...data.subarray(0, 3)].every((value) => value > 250));
});

test('the bytes decide what a file is, not its name', async () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="358" height="441"/>');
  await assert.rejects(processPhoto(drawing), refusedBecause(/JPEG或PNG/));
  await assert.rejects(processPhoto(await plain(358, 441).webp().toBuffer()), refusedBecause(/JPEG或PNG/));
  await assert.rejects(processPhoto(new Uint8Array()), refusedBecause(/JPEG或PNG/));
});

test('a photo that breaks off is refused, not half kept', async () => {
  const whole = await sharp(randomBytes(358 * 441 * 3), { raw: { width: 358, height: 441, channels: 3 } })
    .png()
    .toBuffer();
  await assert.rejects(processPhoto(whole.subarray(0, whole.length / 2)), refusedBecause(/损坏/));
  await assert.rejects(processPhoto(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), refusedBecause(/损坏/));
});

test('a small file that unpacks to a huge picture is refused before it is unpacked', async () => {
  const huge = await plain(5000, 5001).png({ compressionLevel: 9 }).toBuffer();
  assert.ok(huge.length < 1_000_000);
  await assert.rejects(processPhoto(huge), refusedBecause(/2500万像素/));
});

test('a landscape, a strip and a thumbnail are no portraits', async () => {
  await assert.rejects(processPhoto(await plain(640, 480).jpeg().toBuffer()), refusedBecause(/竖幅/));
  await assert.rejects(processPhoto(await plain(200, 400).jpeg().toBuffer()), refusedBecause(/竖幅/));
  await assert.rejects(processPhoto(await plain(120, 148).jpeg().toBuffer()), refusedBecause(/宽120像素/));
});
