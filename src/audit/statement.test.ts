/** 封存文本: the texts are pinned, since every log sealed so far is only readable with exactly these. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, type EventRow, eventStatement, headStatement } from './statement.ts';

const EVENT: EventRow = {
  id: '01900000-0000-7000-8000-000000000001',
  xid: '1234567890123',
  at: new Date('2026-09-01T10:00:00.120+08:00'),
  account_id: null,
  person_name: '刘洋',
  institution_id: null,
  path: '41/10/82/',
  action: 'VIEW_IDENTITY_NUMBER',
  subject_kind: 'STUDENT',
  subject_id: '01900000-0000-7000-8000-000000000002',
  reason: '核对"证件"',
  request_id: null,
  detail: '{"b": [1, 2.5], "a": {"z": null, "y": true}}',
  payload_digest: Buffer.from('00ff', 'hex'),
};

test('an event has one text: sorted keys, no blanks, UTC to the millisecond, bytes in hex', () => {
  assert.equal(
    eventStatement(EVENT).toString(),
    '{"account_id":null,"action":"VIEW_IDENTITY_NUMBER","at":"2026-09-01T02:00:00.120Z",' +
      '"detail":{"a":{"y":true,"z":null},"b":[1,2.5]},"id":"01900000-0000-7000-8000-000000000001",' +
      '"institution_id":null,"path":"41/10/82/","payload_digest":"00ff","person_name":"刘洋",' +
      '"reason":"核对\\"证件\\"","request_id":null,"subject_id":"01900000-0000-7000-8000-000000000002",' +
      '"subject_kind":"STUDENT","xid":"1234567890123"}',
  );
});

test('a head has one text, whatever else the object carries', () => {
  const head = {
    size: 3,
    root: Buffer.from('aa', 'hex'),
    previousRoot: null,
    firstEventId: 'f',
    lastEventId: 'l',
    lastXid: '9',
    sealedAt: new Date('2026-09-01T02:00:00Z'),
    keyId: 'international:00',
    signature: Buffer.from('bb', 'hex'),
  };
  assert.equal(
    headStatement(head).toString(),
    '{"firstEventId":"f","keyId":"international:00","kind":"audit-head","lastEventId":"l","lastXid":"9",' +
      '"previousRoot":null,"root":"aa","sealedAt":"2026-09-01T02:00:00.000Z","size":3}',
  );
});

test('numbers that a double cannot tell apart still give different texts', () => {
  const withNumber = (number: string) => eventStatement({ ...EVENT, detail: `{"n": ${number}}` }).toString();
  const alike = ['9007199254740993', '9007199254740992', '9007199254740992.0000001', '5.0000000000000000001', '5'];
  assert.equal(new Set(alike.map(withNumber)).size, alike.length);
  assert.ok(withNumber('9007199254740992').includes('"detail":{"n":9007199254740992}'));
});

test('keys are sorted by code unit at every depth', () => {
  assert.equal(canonicalJson({ 乙: [{ b: 1, a: 2 }], B: 0, a: 'é' }), '{"B":0,"a":"é","乙":[{"a":2,"b":1}]}');
});
