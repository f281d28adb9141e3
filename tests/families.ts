/** 家长: guardians with a link of their school, past its check, as a telephone calls for them. */
import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { FamilySession } from '../src/families/entering/entering.api.ts';
import type { MadeLink, MadeSheet } from '../src/families/links/links.api.ts';
import { FAMILY_COOKIE } from '../src/http/index.ts';
import { type Caller, callAs } from './access/caller.ts';
import type { TestApplication } from './application.ts';

/** What the builders of students give every child: the birthday and the guardian's telephone of the form's examples. */
export const CHECK = { bornOn: '2020-02-27', lastFour: '2046' } as const;

/** Has the school hand out a link for a student. */
export async function aFamilyLink(registrar: Caller, studentId: string): Promise<MadeLink> {
  const { status, body, detail } = await registrar.post<MadeSheet>('/api/family-links', { studentId, renew: true });
  assert.equal(status, 200, detail);
  return body.items[0]!;
}

/** Opens a link with the right answers; calls as that guardian from then on. */
export async function enterFamily(app: TestApplication, secret: string, check: object = CHECK): Promise<Caller> {
  const answer = await app.anonymous.post<FamilySession>('/api/family/session', { secret, ...check });
  assert.equal(answer.status, 200, answer.detail);
  const token = answer.cookies.find(({ name }) => name === FAMILY_COOKIE)?.value ?? '';
  return callAs(app.server, async () => ({ token, csrfToken: answer.body.csrfToken }), FAMILY_COOKIE);
}

/** Both at once. */
export async function aFamily(app: TestApplication, registrar: Caller, studentId: string): Promise<Caller> {
  return enterFamily(app, (await aFamilyLink(registrar, studentId)).secret);
}

/** 手写签字: a few strokes as a field for signing gives them, or an empty field; a PNG of 600 by 240. */
export function aDrawing({ empty = false } = {}): Promise<Buffer> {
  const strokes = empty
    ? ''
    : '<path d="M40 60 L200 180 M220 40 Q300 200 420 90 T560 160" fill="none" stroke="#111" stroke-width="6"/>';
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240">${strokes}</svg>`))
    .png()
    .toBuffer();
}
