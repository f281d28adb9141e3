/** 核对的快慢: a transfer under all rules of two provinces, with full reasons, against two rule engines with the same conditions. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packs } from '../../policies/index.ts';
import { type Law, makeLaw } from '../../src/policy/index.ts';
import type { Line } from '../measure.ts';
import { jsonRulesEngine, type OtherEngine, plainFunction, zenTable } from './other-engines.ts';
import { flat, RECEIVING, SENDING, someCases, type TransferCase } from './transfer-conditions.ts';

const CASES = 2_000;
const SEED = 20_260_901;
const CPU_SECONDS = 2;

/** Decisions a CPU second; every engine first answers all cases as the law does. */
export async function measureDecisions(): Promise<Line[]> {
  const law = makeLaw(packs);
  const cases = someCases(CASES, SEED);
  const flatCases = cases.map(flat);
  const ours = await rateOf((turn) => askLaw(law, cases[turn % CASES]!));
  const first = law.askBoth(
    'transfer',
    { day: cases[0]!.day, sending: SENDING, receiving: RECEIVING },
    cases[0]!.facts,
  );
  const loading = await loadPacks();
  const lines: Line[] = [
    {
      what: 'packs read from their files and joined, in a new process that has started once before',
      measured: `${loading.toFixed(0)} ms`,
      ceiling: '100 ms',
      ratio: (loading / 100).toFixed(2),
      aim: '≤ 1',
    },
  ];
  for (const [engine, aim] of [
    [jsonRulesEngine(), '≥ 20'],
    [zenTable(), '≥ 10'],
    [plainFunction(), 'told only'],
  ] as const) {
    await agree(law, engine, cases, flatCases);
    const theirs = await rateOf((turn) => engine.decide(flatCases[turn % CASES]!));
    lines.push({
      what: `a transfer from Shanxi to Sichuan, ${first.findings.length} findings and ${first.requirements.length} papers, steps and deadlines`,
      measured: `${thousands(ours)} a CPU second`,
      ceiling: `${thousands(theirs)}: ${engine.name}`,
      ratio: (ours / theirs).toFixed(ours < theirs ? 3 : 1),
      aim,
    });
  }
  return lines;
}

/** Milliseconds, the shortest of three: a first one fills the cache of compiled code. */
async function loadPacks(): Promise<number> {
  const script = fileURLToPath(new URL('./load-packs.ts', import.meta.url));
  const taken: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    taken.push(Number((await promisify(execFile)(process.execPath, [script])).stdout));
  }
  return Math.min(...taken);
}

const askLaw = (law: Law, { day, facts }: TransferCase) =>
  law.askBoth('transfer', { day, sending: SENDING, receiving: RECEIVING }, facts);

/** An engine that answers otherwise is not measured. */
async function agree(
  law: Law,
  engine: OtherEngine,
  cases: readonly TransferCase[],
  flatCases: ReturnType<typeof flat>[],
) {
  for (const [index, one] of cases.entries()) {
    const { verdict } = await engine.decide(flatCases[index]!);
    assert.equal(verdict, askLaw(law, one).verdict, `${engine.name}: ${JSON.stringify(one)}`);
  }
}

/** How often a CPU second does the work, after it has warmed up. */
async function rateOf(work: (turn: number) => unknown): Promise<number> {
  let turn = 0;
  const run = async (seconds: number) => {
    const begun = process.cpuUsage();
    const from = turn;
    for (;;) {
      for (let step = 0; step < 200; step++) await work(turn++);
      const { user, system } = process.cpuUsage(begun);
      const spent = (user + system) / 1e6;
      if (spent >= seconds) return (turn - from) / spent;
    }
  };
  await run(CPU_SECONDS / 4);
  return run(CPU_SECONDS);
}

const thousands = (rate: number): string => `${(rate / 1000).toFixed(1)} k`;
