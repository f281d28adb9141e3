/** 密码套件的标准算例: published vectors of every primitive, and agreement with a second implementation. */
import assert from 'node:assert/strict';
import { createPublicKey, createSecretKey, randomBytes, verify as systemVerify } from 'node:crypto';
import { test } from 'node:test';
import { sm2, sm3, sm4 } from 'sm-crypto-v2';
import { guomi, sm4Ctr } from './guomi.ts';
import { international } from './international.ts';
import { SealBroken } from './suite.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const fixed = (text: string) => () => hex(text);
const SUITES = [international, guomi];

test('AES-256-GCM gives test case 16 of the GCM specification', () => {
  const key = international.importDataKey(hex('feffe9928665731c6d6a8f9467308308'.repeat(2)));
  const plaintext = hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const associated = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const sealed = international.encrypt(key, plaintext, associated, hex('cafebabefacedbaddecaf888'));
  assert.equal(
    sealed.subarray(12).toString('hex'),
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  );
  assert.deepEqual(international.decrypt(key, sealed, associated), plaintext);
});

test('SHA-256 gives the digests of FIPS 180-4', () => {
  assert.equal(
    international.digest(Buffer.from('abc')).toString('hex'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  assert.equal(
    international.digest(Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toString('hex'),
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('HMAC-SHA-256 gives cases 1 and 2 of RFC 4231', () => {
  assert.equal(
    international.hmac(hex('0b'.repeat(20)), 'Hi There').toString('hex'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
  assert.equal(
    international.hmac(Buffer.from('Jefe'), 'what do ya want for nothing?').toString('hex'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('key derivation gives case 3 of RFC 5869', () => {
  assert.equal(
    international.deriveKey(hex('0b'.repeat(22)), '', 42).toString('hex'),
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  );
});

test('Ed25519 gives tests 2 and 3 of RFC 8032', () => {
  const cases = [
    {
      secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      open: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      open: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      message: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    },
  ];
  for (const { secret, open, message, signature } of cases) {
    assert.equal(international.makeKeyPair(fixed(secret)).publicKey.toString('hex'), open);
    assert.equal(international.sign(hex(secret), hex(message)).toString('hex'), signature);
    assert.ok(international.verify(hex(open), hex(message), hex(signature)));
  }
});

test('SM3 gives the digests of GB/T 32905 annex A', () => {
  assert.equal(
    guomi.digest(Buffer.from('abc')).toString('hex'),
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
  assert.equal(
    guomi.digest(Buffer.from('abcd'.repeat(16))).toString('hex'),
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

test('HMAC-SM3 gives the published values', () => {
  const counting = Buffer.from(Array.from({ length: 37 }, (_, index) => index + 1));
  assert.equal(
    guomi
      .hmac(counting.subarray(0, 32), 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2))
      .toString('hex'),
    'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
  );
  assert.equal(
    guomi.hmac(counting, hex('cd'.repeat(50))).toString('hex'),
    '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
  );
});

test('SM4 gives the block of GB/T 32907 annex A, and counts blocks in counter mode', () => {
  const key = createSecretKey(hex('0123456789abcdeffedcba9876543210'));
  const block = sm4Ctr(key, hex('0123456789abcdeffedcba9876543210'), Buffer.alloc(16));
  assert.equal(block.toString('hex'), '681edf34d206965e86b3e94f536e4246');
  const stream = sm4Ctr(
    key,
    hex('000102030405060708090a0b0c0d0e0f'),
    hex(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join('')),
  );
  assert.equal(
    stream.toString('hex'),
    'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
  );
});

test('SM2 accepts the signature of GB/T 32918.5 annex A under the standard user id', () => {
  const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  const pair = guomi.makeKeyPair(fixed(secret));
  assert.equal(
    pair.publicKey.toString('hex'),
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  );
  const signature = hex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  );
  const message = Buffer.from('message digest');
  assert.ok(guomi.verify(pair.publicKey, message, signature));
  assert.ok(guomi.verify(pair.publicKey, message, guomi.sign(hex(secret), message)));
});

test('SM2 agrees with the system library on the same curve, which can only do the empty user id', () => {
  const spkiPrefix = hex('3059301306072a8648ce3d020106082a811ccf5501822d034200');
  for (let round = 0; round < 10; round++) {
    const pair = guomi.makeKeyPair(randomBytes);
    const message = randomBytes(round * 17);
    const key = createPublicKey({ key: Buffer.concat([spkiPrefix, pair.publicKey]), format: 'der', type: 'spki' });
    const bySystem = (userId: string) => {
      const options = { hash: true, der: true, userId };
      return systemVerify('sm3', message, key, hex(sm2.doSignature(message, pair.privateKey.toString('hex'), options)));
    };
    assert.ok(bySystem(''));
    assert.ok(!bySystem('1234567812345678'), 'the day this fails, the system library can take the standard user id');
  }
});

test('SM3, HMAC-SM3 and SM4 agree with a second implementation on 2,000 random inputs', () => {
  for (let round = 0; round < 2000; round++) {
    const bytes = randomBytes(round % 200);
    const key = randomBytes(32);
    assert.equal(guomi.digest(bytes).toString('hex'), sm3(bytes));
    assert.equal(guomi.hmac(key, bytes).toString('hex'), sm3(bytes, { key, mode: 'hmac' }));
    const block = randomBytes(16);
    const other = sm4.encrypt(block, key.subarray(0, 16), { padding: 'none', output: 'array' });
    const ours = sm4Ctr(createSecretKey(key.subarray(0, 16)), block, Buffer.alloc(16));
    assert.equal(ours.toString('hex'), Buffer.from(other).toString('hex'));
  }
});

for (const suite of SUITES) {
  test(`${suite.id}: what is encrypted comes back, and any changed byte is noticed`, () => {
    const key = suite.importDataKey(randomBytes(32));
    const associated = Buffer.from('row');
    const plaintext = Buffer.from('{"identityNumber":"11010119900307783X"}');
    const sealed = suite.encrypt(key, plaintext, associated);
    assert.deepEqual(suite.decrypt(key, sealed, associated), plaintext);
    assert.notDeepEqual(suite.encrypt(key, plaintext, associated), sealed, 'a nonce must never come twice');
    for (let index = 0; index < sealed.length; index++) {
      const bent = Buffer.from(sealed);
      bent[index]! ^= 1 << (index % 8);
      assert.throws(() => suite.decrypt(key, bent, associated), SealBroken);
    }
    for (let size = 0; size < sealed.length; size++) {
      assert.throws(() => suite.decrypt(key, sealed.subarray(0, size), associated), SealBroken);
    }
    assert.throws(() => suite.decrypt(key, sealed, Buffer.from('rov')), SealBroken);
    assert.throws(() => suite.decrypt(suite.importDataKey(randomBytes(32)), sealed, associated), SealBroken);
  });

  test(`${suite.id}: a signature holds for its message and key alone`, () => {
    const pair = suite.makeKeyPair(randomBytes);
    const message = Buffer.from('head of 10,000 events');
    const signature = suite.sign(pair.privateKey, message);
    assert.equal(signature.length, 64);
    assert.ok(suite.verify(pair.publicKey, message, signature));
    assert.ok(!suite.verify(pair.publicKey, Buffer.from('head of 10,001 events'), signature));
    assert.ok(!suite.verify(suite.makeKeyPair(randomBytes).publicKey, message, signature));
    for (const index of [0, 31, 32, 63]) {
      const bent = Buffer.from(signature);
      bent[index]! ^= 1;
      assert.ok(!suite.verify(pair.publicKey, message, bent));
    }
    for (const malformed of [Buffer.alloc(0), Buffer.alloc(64), Buffer.alloc(64, 0xff), signature.subarray(1)]) {
      assert.ok(!suite.verify(pair.publicKey, message, malformed));
    }
    assert.ok(!suite.verify(Buffer.alloc(pair.publicKey.length, 4), message, signature));
    assert.ok(!suite.verify(Buffer.alloc(3), message, signature));
  });
}
