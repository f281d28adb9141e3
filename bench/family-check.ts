/** 家长核对的用时: whether the time of an answer gives away if there is such a link: each way of being wrong beside an unknown link. */
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { testApplication } from '../tests/application.ts';
import { aClassGroup, anAccount, aSchool, writing } from '../tests/builders.ts';
import { aFamilyLink, CHECK } from '../tests/families.ts';
import { someStudents } from '../tests/students.ts';
import { type Line, milliseconds } from './measure.ts';

const TURNS = 2_000;
const WARM_UP = 200;
/** Past it a difference of two means is no accident: the measure of those who look for leaks in ciphers. */
const SUSPECT = 4.5;
/** The slowest are the machine's, not the answer's. */
const KEPT = 0.9;
const MINUTE = 60_000;

const KINDS = {
  UNKNOWN: 'unknown link',
  WRONG: 'wrong answer to a link that stands',
  TAKEN_BACK: 'right answer to a link taken back',
  LOCKED: 'right answer to a locked link',
} as const;
type Kind = keyof typeof KINDS;

/** Mean times of each kind and how sure it is that it differs from an unknown link. */
export async function measureFamilyCheck(turns = TURNS): Promise<Line[]> {
  const knock = await aDoor();
  const kinds = Object.keys(KINDS) as Kind[];
  const taken = new Map(kinds.map((kind): [Kind, number[]] => [kind, []]));
  for (let turn = -WARM_UP; turn < turns; turn++) {
    // Whatever else the machine does strikes all kinds alike, and none always comes after the same other.
    for (let at = 0; at < kinds.length; at++) {
      const kind = kinds[(at * (turn % 2 === 0 ? 1 : 3) + Math.abs(turn)) % kinds.length]!;
      const time = await knock(kind);
      if (turn >= 0) taken.get(kind)!.push(time);
    }
  }
  const unknown = summed(taken.get('UNKNOWN')!);
  return kinds
    .filter((kind) => kind !== 'UNKNOWN')
    .map((kind) => {
      const own = summed(taken.get(kind)!);
      const t = (own.mean - unknown.mean) / Math.sqrt(own.spread / own.count + unknown.spread / unknown.count);
      return {
        what: `a family's check refused: ${KINDS[kind]}, ${turns} calls`,
        measured: milliseconds(own.mean),
        ceiling: `${milliseconds(unknown.mean)}: ${KINDS.UNKNOWN}`,
        ratio: `${(own.mean / unknown.mean).toFixed(3)}, t ${t.toFixed(1)}`,
        aim: `t within ±${SUSPECT}`,
      };
    });
}

function summed(times: readonly number[]): { mean: number; spread: number; count: number } {
  const kept = times.toSorted((one, other) => one - other).slice(0, Math.floor(times.length * KEPT));
  const mean = kept.reduce((sum, one) => sum + one, 0) / kept.length;
  const spread = kept.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (kept.length - 1);
  return { mean, spread, count: kept.length };
}

/** The public door of a school with three links; gives the milliseconds of one refused call. */
async function aDoor(): Promise<(kind: Kind) => Promise<number>> {
  const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
  const school = await aSchool(app);
  const classGroup = await aClassGroup(app, { school, ordinal: 1 });
  const registrar = app.as(await anAccount(app, { at: school }));
  const children = await someStudents(
    app,
    ...['李沐辰', '王小满', '张嘉树'].map((name) => ({ school, classGroup, name })),
  );
  const secrets = [];
  for (const child of children) secrets.push((await aFamilyLink(registrar, child)).secret);
  const [standing = '', takenBack = '', locked = ''] = secrets;
  const [, gone = '', shut = ''] = children;
  await writing(app, async (tx) => {
    const links = () => tx.sql.updateTable('family_links');
    await links().set({ revoked_at: tx.now, revoked_by_name: '周志强' }).where('student_id', '=', gone).execute();
    await links().set({ wrong_tries: 5, locked_at: tx.now }).where('student_id', '=', shut).execute();
  });
  const asked = (kind: Kind) => {
    if (kind === 'UNKNOWN') return { secret: randomBytes(16).toString('base64url'), ...CHECK };
    if (kind === 'WRONG') return { secret: standing, ...CHECK, lastFour: '0000' };
    return { secret: kind === 'LOCKED' ? locked : takenBack, ...CHECK };
  };
  return async (kind) => {
    app.clock.advance(MINUTE); // an address may try sixty times a minute
    await writing(app, async (tx) => {
      await tx.sql.updateTable('family_links').set({ wrong_tries: 0 }).where('locked_at', 'is', null).execute();
    });
    const body = asked(kind);
    const from = performance.now();
    const { status } = await app.anonymous.post('/api/family/session', body);
    const time = performance.now() - from;
    if (status !== 401) throw new Error(`${kind}: ${status}`);
    return time;
  };
}
