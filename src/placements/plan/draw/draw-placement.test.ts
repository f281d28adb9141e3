/** 均衡随机编班: what holds for every draw, tried on many worlds of chance; each failure names its world. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import { drawPlacement, type Entrant, type Taker } from './draw-placement.ts';
import { chanceOf, seedOf, shuffled } from './seeded-random.ts';
import { contradiction, isKept, type Wish } from './wishes.ts';

const WORLDS = 300;

const empty = (count: number): Taker[] =>
  Array.from({ length: count }, (_, at) => ({ id: `group-${at}`, total: 0, boys: 0, girls: 0, special: 0 }));

/** Entrants of a made-up school: how many, how mixed and how many need care is chance. */
function someEntrants(world: string, count: number, scored = false): Entrant[] {
  const chance = chanceOf(`world ${world}`);
  const boysInHundred = 20 + chance(61);
  return Array.from({ length: count }, (_, at) => ({
    studentId: `student-${String(at).padStart(4, '0')}`,
    gender: chance(100) < boysInHundred ? '1' : '2',
    special: chance(40) === 0,
    origin: `小学${chance(6)}`,
    ...(scored ? { score: chance(400) } : {}),
  }));
}

const countsOf = (entrants: readonly Entrant[], placed: ReadonlyMap<string, string>, groups: readonly Taker[]) =>
  groups.map(({ id }) => {
    const here = entrants.filter(({ studentId }) => placed.get(studentId) === id);
    const boys = here.filter(({ gender }) => gender === '1').length;
    const special = here.filter((one) => one.special).length;
    const scores = here.reduce((sum, { score = 0 }) => sum + score, 0);
    return { total: here.length, boys, girls: here.length - boys, special, mean: scores / here.length };
  });
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers);

test('every student sits in exactly one class group; sizes differ by one at most, boys by one, girls by two', () => {
  for (let world = 0; world < WORLDS; world++) {
    const groups = empty(1 + (world % 17));
    const entrants = someEntrants(`${world}`, 1 + ((world * 37) % 611));
    const placed = drawPlacement(entrants, groups, { seed: `seed ${world}` });
    assert.equal(placed.size, entrants.length, `world ${world}`);
    const counts = countsOf(entrants, placed, groups);
    const total = counts.reduce((sum, one) => sum + one.total, 0);
    assert.equal(total, entrants.length, `world ${world}: everybody in a class group that there is`);
    const special = counts.map((one) => one.special);
    assert.ok(spread(counts.map(({ boys }) => boys)) <= 1, `world ${world}: boys`);
    assert.ok(spread(special) <= 1, `world ${world}: special needs ${special}`);
    const girls = counts.reduce((sum, one) => sum + one.girls, 0);
    if (girls < 2 * groups.length) continue; // too few to level what the boys leave uneven
    assert.ok(spread(counts.map((one) => one.total)) <= 1, `world ${world}: sizes`);
    assert.ok(spread(counts.map((one) => one.girls)) <= 2, `world ${world}: girls`);
  }
});

test('the same seed gives the same placing, whatever the order in which students and class groups are named', () => {
  const entrants = someEntrants('order', 296);
  const groups = empty(6);
  const wishes: Wish[] = [{ kind: 'TOGETHER', studentIds: ['student-0007', 'student-0201'] }];
  const first = drawPlacement(entrants, groups, { seed: '20260828-7F3A9C', wishes });
  const chance = chanceOf('another order');
  const again = drawPlacement(shuffled(entrants, chance), shuffled(groups, chance), {
    seed: '20260828-7F3A9C',
    wishes,
  });
  for (const [student, group] of first) assert.equal(again.get(student), group, student);
  const other = drawPlacement(entrants, groups, { seed: '20260828-7F3A9D', wishes });
  const moved = entrants.filter(({ studentId }) => first.get(studentId) !== other.get(studentId)).length;
  assert.ok(moved > 200, `another seed moves most: ${moved}`);
});

test('a draw is the one that was read out: this seed and these students give this placing on every machine', () => {
  const placed = drawPlacement(someEntrants('fixed', 10), empty(3), { seed: '20260828-7F3A9C' });
  const text = [...placed].sort().map(([student, group]) => `${student.slice(-1)}${group.slice(-1)}`);
  assert.deepEqual(text.join(' '), '01 10 20 32 40 50 62 71 82 91');
});

test('chance is even: over many seeds every student comes into every class group about as often', () => {
  const entrants = someEntrants('even', 60);
  const groups = empty(3);
  const there = new Map<string, number>();
  const draws = 600;
  for (let draw = 0; draw < draws; draw++) {
    for (const [student, group] of drawPlacement(entrants, groups, { seed: `draw ${draw}` })) {
      const key = `${student}/${group}`;
      there.set(key, (there.get(key) ?? 0) + 1);
    }
  }
  for (const { studentId } of entrants) {
    for (const { id } of groups) {
      const times = there.get(`${studentId}/${id}`) ?? 0;
      assert.ok(times > draws / 3 - 65 && times < draws / 3 + 65, `${studentId} ${id}: ${times}`);
    }
  }
});

test('who shall sit together sits together, who apart sits apart, and sizes stay level', () => {
  for (let world = 0; world < WORLDS; world++) {
    const groups = empty(3 + (world % 6));
    const entrants = someEntrants(`wish ${world}`, 120 + world);
    const ids = shuffled(
      entrants.map(({ studentId }) => studentId),
      chanceOf(`wishes ${world}`),
    );
    const wishes: Wish[] = [
      { kind: 'TOGETHER', studentIds: ids.slice(0, 2) },
      { kind: 'TOGETHER', studentIds: ids.slice(2, 5) },
      { kind: 'APART', studentIds: [ids[0]!, ids[2]!] },
      { kind: 'APART', studentIds: ids.slice(5, 8) },
    ];
    const placed = drawPlacement(entrants, groups, { seed: `seed ${world}`, wishes });
    for (const wish of wishes)
      assert.ok(
        isKept(wish, (id) => placed.get(id)),
        `world ${world} ${wish.kind}`,
      );
    const counts = countsOf(entrants, placed, groups);
    assert.ok(spread(counts.map((one) => one.total)) <= 1, `world ${world}: sizes`);
  }
});

test('more who shall sit apart than there are class groups: nobody is left out, and the wish is told to be unmet', () => {
  const entrants = someEntrants('apart', 30);
  const wish: Wish = { kind: 'APART', studentIds: entrants.slice(0, 3).map(({ studentId }) => studentId) };
  const placed = drawPlacement(entrants, empty(2), { seed: 's', wishes: [wish] });
  assert.equal(placed.size, 30);
  assert.equal(
    isKept(wish, (id) => placed.get(id)),
    false,
  );
});

test('a wish to sit apart that a wish to sit together forbids is found before the draw', () => {
  const ids = ['a', 'b', 'c'];
  const together: Wish[] = [
    { kind: 'TOGETHER', studentIds: ['a', 'b'] },
    { kind: 'TOGETHER', studentIds: ['b', 'c'] },
  ];
  const apart: Wish = { kind: 'APART', studentIds: ['a', 'c'] };
  assert.equal(contradiction(ids, together), undefined);
  assert.deepEqual(contradiction(ids, [...together, apart]), apart);
});

test('class groups that already have students are filled up to the others', () => {
  const [first, second] = empty(2);
  const entrants = someEntrants('late', 10).map((one) => ({ ...one, special: false }));
  const placed = drawPlacement(entrants, [{ ...first!, total: 30, boys: 15, girls: 15 }, second!], { seed: 's' });
  assert.deepEqual(new Set(placed.values()), new Set([second!.id]));
});

test('where results are known, no class group is better than another by much', () => {
  for (let world = 0; world < 40; world++) {
    const entrants = someEntrants(`score ${world}`, 300, true);
    const groups = empty(6);
    const means = countsOf(entrants, drawPlacement(entrants, groups, { seed: `${world}` }), groups).map(
      ({ mean }) => mean,
    );
    assert.ok(spread(means) < 20, `world ${world}: means of 400 points ${means.map((mean) => mean.toFixed(1))}`);
  }
});

test('two thousand entrants are dealt into forty-five class groups in far less than a second', () => {
  const entrants = someEntrants('large', 2_000);
  const from = performance.now();
  drawPlacement(entrants, empty(45), { seed: 'large' });
  assert.ok(performance.now() - from < 1_000);
});

test('the seed names its day and is short enough to be read out', () => {
  assert.equal(seedOf(civilDate('2026-08-28'), Uint8Array.of(0x7f, 0x3a, 0x0c)), '20260828-7F3A0C');
});
