/** 各种举动: what people do in a sequence, right and wrong, as commands that fast-check draws, repeats and shrinks. */
import fc from 'fast-check';
import { workflows } from '../../policies/index.ts';
import { dayOf } from '../../src/kernel/civil-date.ts';
import { stepsFrom } from '../../src/workflow/index.ts';
import { DRAWN, kindOf } from './kinds/index.ts';
import type { SeenCase } from './look.ts';
import { runNight } from './night.ts';
import type { Person, Region } from './region.ts';
import { type Act, count, step, type World } from './step.ts';

export type Command = fc.AsyncCommand<World, World, true>;

/** A command that tells the world's story what came of it. */
const command = (title: string, run: (world: World) => Promise<string>): Command => ({
  check: async () => true,
  run: async (world) => void world.story.push(await run(world)),
  toString: () => title,
});

const LARGEST = 999_999;
const nth = fc.nat(LARGEST);
const pick = <T>(from: readonly T[], number: number): T => from[number % from.length]!;

/** Seven times in eight whoever it is the business of, else anybody. */
function whoever(region: Region, institutionId: string | null, role: string | null, luck: number): Person {
  const right = region.people.filter((one) => one.institution.id === institutionId && one.role === role);
  return pick(right.length > 0 && luck % 8 !== 0 ? right : region.people, Math.floor(luck / 8));
}

const named = ({ personName, role, institution }: Person) => `${institution.shortName} ${role} ${personName}`;

/** What was sent, without what only the server can read. */
const told = (body: unknown) => JSON.stringify(body, (key, value) => (key === 'token' ? '…' : value));

const applying = fc
  .record({ kind: fc.nat(DRAWN.length - 1), child: nth, school: nth, luck: nth, variant: nth })
  .map(({ kind: place, child: whose, school: where, luck, variant }) =>
    command(`apply ${DRAWN[place]!.kinds[0]}`, async (world) => {
      const { region, seen } = world;
      const kind = DRAWN[place]!;
      const child = pick(region.children, whose);
      const standing = seen.standings[child.id]!;
      const school = pick(region.schools, where).id;
      const known = { region, child, standing, school, variant, cases: seen.cases, standings: seen.standings };
      const by = whoever(region, kind.opener(known), kind.role ?? 'SCHOOL_REGISTRAR', luck);
      const sending = await kind.apply({ ...known, by, today: dayOf(region.app.clock.now()) });
      const { method, path, body, requestIds, about = [] } = sending;
      return step(world, {
        what: `${named(by)}: ${method} ${path} ${told(body)} for ${standing.name}`,
        by,
        children: [child.id, ...about],
        run: () => by.call[method](path, body),
        ...(requestIds ? { requestIds } : {}),
        ...(kind.staysRefused ? { staysRefused: kind.staysRefused } : {}),
      });
    }),
  );

/** An open case where there is one, now and then one that has ended; older ones rather, so that they come to an end. */
function someCase({ seen }: World, number: number): SeenCase | undefined {
  const open = seen.cases.filter(({ holderId }) => holderId !== null);
  const from = open.length > 0 && number % 20 !== 0 ? open : seen.cases;
  const [one, other] = [Math.floor(number / 20), Math.floor(number / 400)];
  return from[Math.min(one % from.length, other % from.length)];
}

const tableOf = ({ workflow }: SeenCase) => workflows.find(({ id }) => id === workflow)!;

/** What the holder would most likely do: else few cases came to their end by chance. */
function likelyAct(one: SeenCase, choice: number): string {
  if (one.pending) return choice % 12 === 0 ? pick(['SEND_BACK', 'RETRACT'], Math.floor(choice / 12)) : one.pending;
  const table = tableOf(one);
  const holder = table.states[one.state]?.holder;
  const own = Object.entries(stepsFrom(table, one.state)).flatMap(([action, { by }]) =>
    by === holder ? [action] : [],
  );
  // Where much can be said, each is said; else few of the others, so that most cases go on.
  const first = choice % 8 !== 0 && own.length < MANY;
  return own.length === 0 || first ? (own[0] ?? 'APPROVE') : pick(own, Math.floor(choice / 8));
}

/** A holder with so many acts rules on something. */
const MANY = 5;

const ACTIONS = ['SUBMIT', 'APPROVE', 'RETURN', 'REFUSE', 'WITHDRAW', 'SEND_BACK', 'RETRACT', 'FORCE', 'REMIND'];

/** Whoever stands above the holder: the authority next above. */
function superiorOf({ institutions }: Region, holderId: string | null): string | null {
  const holder = institutions.get(holderId ?? '');
  const upper = institutions.get(holder?.upperId ?? '');
  return upper?.kind === 'CENTRE_SCHOOL' ? upper.upperId : (upper?.id ?? null);
}

interface Choice {
  by: Person;
  action: string;
}

function choose(
  { region }: World,
  one: SeenCase,
  { way, luck, choice }: Record<'way' | 'luck' | 'choice', number>,
): Choice {
  const anything = pick(ACTIONS, choice);
  const turn = way % 20;
  if (turn < 2) return { by: pick(region.people, luck), action: anything };
  if (turn === 2) return { by: whoever(region, one.schoolId, 'SCHOOL_REGISTRAR', luck), action: 'WITHDRAW' };
  if (turn < 5) {
    const role = one.pending === 'FORCE' ? 'AUTHORITY_LEADER' : 'AUTHORITY_REGISTRAR';
    const by = whoever(region, superiorOf(region, one.holderId), role, luck);
    return { by, action: one.pending === 'FORCE' ? 'FORCE' : pick(['FORCE', 'FORCE', 'REMIND', anything], choice) };
  }
  const role = one.pending && turn > 5 ? (one.holderRole ?? '').replace('REGISTRAR', 'LEADER') : one.holderRole;
  return { by: whoever(region, one.holderId, role, luck), action: likelyAct(one, choice) };
}

const acting = fc
  .record({ which: nth, way: nth, luck: nth, choice: nth, opinion: nth, stale: nth })
  .map(({ which, opinion, stale, ...choice }) =>
    command('act', async (world) => {
      const one = someCase(world, which);
      if (!one) return 'act: there is no case';
      const { by, action } = choose(world, one, choice);
      const late = stale % 15 === 0;
      const seq = late ? { seq: one.seq - 1 } : stale % 2 === 0 ? { seq: one.seq } : {};
      const body = { action, ...(opinion % 25 === 0 ? {} : { opinion: '核对材料后办理' }), ...seq };
      const act: Act = {
        what: `${named(by)}: ${action} on ${one.kind} in ${one.state}${one.pending ? ` (${one.pending})` : ''}`,
        by,
        children: one.students,
        caseId: one.id,
        run: () => by.call.post(`/api/cases/${one.id}/acts`, body),
        ...(late ? { mustFail: 'somebody had acted since' } : {}),
      };
      const again = opinion % 20 === 1 && !late;
      return again ? twice(world, act, `/api/cases/${one.id}/acts`, body) : step(world, act);
    }),
  );

/** The same request with its key, sent once more because the answer got lost: it is done once. */
async function twice(world: World, act: Act, path: string, body: unknown): Promise<string> {
  const headers = { 'idempotency-key': world.region.app.services.newId() };
  const run = () => act.by.call.post<{ caseId?: string }>(path, body, headers);
  let first: Awaited<ReturnType<typeof run>> | undefined;
  const said = await step(world, { ...act, run: async () => (first = await run()) });
  if (first?.status !== 200) return said;
  const { seen } = world;
  const repeated = await run();
  world.seen = await world.look();
  const same = repeated.status === 200 && repeated.text === first.text;
  const [before, after] = [JSON.stringify(seen.cases), JSON.stringify(world.seen.cases)];
  if (!same || before !== after)
    throw new Error(`${said}: sent again it is answered ${repeated.status} ${repeated.text}`);
  count(world.tally, 'sent twice');
  return said;
}

const mending = fc
  .record({ which: nth, luck: nth, variant: nth, school: nth })
  .map(({ which, luck, variant, school }) =>
    command('mend', async (world) => {
      const { region, seen } = world;
      const returned = seen.cases.filter(({ state }) => /RETURNED|MENDING|CORRECTING/.test(state));
      const one =
        returned.length > 0 && which % 5 !== 0 ? pick(returned, Math.floor(which / 5)) : someCase(world, which);
      if (!one) return 'mend: there is no case';
      const kind = kindOf(one.kind);
      const child = region.children.find(({ id }) => id === one.subjectId)!;
      const by = whoever(region, one.holderId ?? one.schoolId, 'SCHOOL_REGISTRAR', luck);
      const today = dayOf(region.app.clock.now());
      const standing = seen.standings[child.id]!;
      const where = luck % 7 ? one.schoolId : pick(region.schools, school).id;
      const asked = {
        region,
        by,
        child,
        standing,
        today,
        variant,
        school: where,
        cases: seen.cases,
        standings: seen.standings,
      };
      if (!kind.mend) return 'mend: this kind has no form';
      const { method, path, body } = kind.mend(asked, one);
      return step(world, {
        what: `${named(by)}: ${method} ${one.kind} in ${one.state}: ${told(body)}`,
        by,
        children: [],
        caseId: one.id,
        run: () => by.call[method](path, body),
        ...(kind.staysRefused ? { staysRefused: kind.staysRefused } : {}),
      });
    }),
  );

const looking = fc.record({ which: nth, luck: nth }).map(({ which, luck }) =>
  command('look at a case', async (world) => {
    const one = someCase(world, which);
    if (!one) return 'look: there is no case';
    const by = whoever(world.region, one.holderId, one.holderRole, luck);
    const answer = await by.call.get<{ events: unknown[] }>(`/api/cases/${one.id}`);
    const holds = by.institution.id === one.holderId;
    if (answer.status >= 500 || (holds && answer.status !== 200)) {
      throw new Error(`${named(by)} looks at a case that this place holds: ${answer.status} ${answer.text}`);
    }
    if (answer.status === 200 && answer.body.events.length !== one.seq) throw new Error('an event is not shown');
    world.tally.steps++;
    count(world.tally, `looked ${answer.status}`);
    return `${named(by)} looks at ${one.kind}: ${answer.status}`;
  }),
);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The published calendar ends with the year. */
const LAST = Date.parse('2026-12-01T00:00:00+08:00');

const waiting = fc
  .record({ days: fc.constantFrom(0, 0, 0, 1, 1, 2, 5, 16), hours: fc.integer({ min: 1, max: 5 }) })
  .map(({ days, hours }) =>
    command(`wait ${days} days ${hours} hours`, async ({ region, tally }) => {
      const next = region.app.clock.now().getTime() + days * DAY + hours * HOUR;
      if (next < LAST) await region.setClock(new Date(next));
      tally.steps++;
      return `it is ${region.app.clock.now().toISOString()}`;
    }),
  );

const night = fc.constant(0).map(() =>
  command('a night', async (world) => {
    const { region } = world;
    const next = region.app.clock.now().getTime() + 18 * HOUR;
    if (next < LAST) await region.setClock(new Date(next));
    return runNight(world);
  }),
);

/** A sequence of at most so many steps; most of them are acts on cases. */
export const sequences = (most: number) =>
  fc.commands<World, World, true>(
    [applying, applying, applying, acting, acting, acting, acting, acting, acting, mending, looking, waiting, night],
    { maxCommands: most, size: 'max' },
  );
