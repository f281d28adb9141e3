/**
 * 各类异动: whoever applies for whatever and decides on it in whatever order, at whatever moment: after every single act a
 * child has one live registration, no case is lost, what is refused has changed nothing, and nobody else was touched.
 *
 *     npm test -- tests/journeys/every-change                        2,500 steps
 *     STEPS=10000 npm test -- tests/journeys/every-change            the proof in full
 *     STEPS=200000 SEED=17 npm test -- tests/journeys/every-change  more of them, from a seed
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rebuildRoster } from '../../src/students/search/rebuild-roster.ts';
import { sequences } from '../proof/commands.ts';
import { lookAt } from '../proof/look.ts';
import { aRegion } from '../proof/region.ts';
import type { Tally, World } from '../proof/step.ts';

const STEPS = Number(process.env['STEPS'] ?? 2_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
/** Steps of the longest sequence: long enough for a transfer, a leave and a return of several children. */
const LONGEST = 240;
/** A failure is shrunk as long as the time lasts, and the shortest sequence that was found is told. */
const MOST_MS = 9 * 60_000 * Math.max(1, STEPS / 10_000);

/** Without these the sequences would prove little. */
const OFTEN = ['TRANSFER', 'LEAVE', 'KEY_DATA_CHANGE', 'ABROAD', 'REVERSAL'].map((kind) => `${kind} COMPLETED`);

const region = await aRegion();
const look = await lookAt(region.owner);
const tally: Tally = { steps: 0, outcomes: new Map() };

const title = `${STEPS} steps of everybody (SEED=${SEED}): one registration a child, no case lost, nothing done in part`;

test(title, { timeout: 1.2 * MOST_MS }, async () => {
  let failure: { story: string[]; cause: unknown } | undefined;
  const property = fc.asyncProperty(sequences(LONGEST), async (commands) => {
    // Enough is enough, but for a failure that is to be shrunk.
    if (!failure && tally.steps >= STEPS) return;
    await region.rewind();
    const world: World = { region, look, tally, seen: await look(), story: [], earlier: new Map() };
    try {
      await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
      // Every column of the roster, those that are sealed among the facts too.
      const { mended, added, removed } = await rebuildRoster(region.app.services);
      assert.deepEqual(
        { mended, added, removed },
        { mended: 0, added: 0, removed: 0 },
        'the rebuilt roster is the kept one',
      );
    } catch (cause) {
      failure = { story: world.story, cause };
      throw cause;
    }
  });
  const outcome = await fc.check(property, { seed: SEED, numRuns: STEPS, interruptAfterTimeLimit: MOST_MS });
  if (failure) {
    const { story, cause } = failure;
    const told = story.map((said, place) => `${place + 1}. ${said}`).join('\n');
    throw new Error(`SEED=${SEED}, shrunk ${outcome.numShrinks} times, the last act after these:\n${told}`, { cause });
  }
  const counted = [...tally.outcomes].map(([what, times]) => `${what}: ${times}`).sort();
  console.log(`${tally.steps} steps\n${counted.join('\n')}`);
  assert.ok(tally.steps >= STEPS, `only ${tally.steps} steps in the time`);
  const ended = OFTEN.filter((what) => !tally.outcomes.has(what));
  assert.deepEqual(STEPS >= 10_000 ? ended : [], [], 'what happens often did not happen at all');
});
