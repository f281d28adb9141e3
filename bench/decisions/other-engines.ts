/** 别的引擎: the same rows for json-rules-engine, for a zen decision table, and as a plain function. */
import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type NestedCondition } from 'json-rules-engine';
import { type Condition, type FlatFacts, ROWS } from './transfer-conditions.ts';

export type Verdict = 'ALLOW' | 'DISCRETIONARY' | 'REFUSE';

export interface Answer {
  verdict: Verdict;
  reasons: readonly { sentence: string; chip: string }[];
}

export interface OtherEngine {
  name: string;
  decide(facts: FlatFacts): Answer | Promise<Answer>;
}

const answerOf = (hits: readonly { verdict: string; sentence: string; chip: string }[]): Answer => ({
  verdict: hits.some(({ verdict }) => verdict === 'REFUSE') ? 'REFUSE' : hits.length > 0 ? 'DISCRETIONARY' : 'ALLOW',
  reasons: hits,
});

const OPERATORS = { EQUAL: 'equal', IN: 'in', ABOVE: 'greaterThan', LACKS: 'doesNotContain' } as const;

export function jsonRulesEngine(): OtherEngine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { when, ...params } of ROWS) {
    const all = when.map(({ fact, is, value }) => ({ fact, operator: OPERATORS[is], value })) as NestedCondition[];
    engine.addRule({ conditions: { all }, event: { type: 'hit', params } });
  }
  return {
    name: 'json-rules-engine 7.3',
    decide: async (facts) => {
      const { events } = await engine.run(facts as unknown as Record<string, unknown>);
      return answerOf(events.map(({ params }) => params as { verdict: string; sentence: string; chip: string }));
    },
  };
}

const written = (value: unknown): string => JSON.stringify(value);

function cellOf({ fact, is, value }: Condition): string {
  if (is === 'EQUAL') return written(value);
  if (is === 'IN') return (value as readonly string[]).map(written).join(', ');
  return is === 'ABOVE' ? `> ${value}` : `not (some(${fact}, # == ${written(value)}))`;
}

/** One table that collects every row that holds, with its reason. */
export function zenTable(): OtherEngine {
  const facts = [
    ...new Set(ROWS.flatMap(({ when }) => when.filter(({ is }) => is !== 'LACKS').map(({ fact }) => fact))),
  ];
  const inputs = [...facts.map((field) => ({ id: field, name: field, field })), { id: 'any', name: 'any' }];
  const outputs = ['verdict', 'sentence', 'chip'].map((field) => ({ id: `to-${field}`, name: field, field }));
  const rules = ROWS.map(({ when, verdict, sentence, chip }, index) => ({
    _id: String(index),
    ...Object.fromEntries(inputs.map(({ id }) => [id, ''])),
    ...Object.fromEntries(when.map((one) => [one.is === 'LACKS' ? 'any' : one.fact, cellOf(one)])),
    'to-verdict': written(verdict),
    'to-sentence': written(sentence),
    'to-chip': written(chip),
  }));
  const graph = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position: { x: 0, y: 0 },
        content: { hitPolicy: 'collect', inputs, outputs, rules },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
  const decision = new ZenEngine().createDecision(graph);
  return {
    name: '@gorules/zen-engine 0.54, decision table',
    decide: async (given) => {
      const { result } = await decision.evaluate(given);
      return answerOf(result as { verdict: string; sentence: string; chip: string }[]);
    },
  };
}

/** The rows as code, without a reason: what no engine can be faster than. */
export function plainFunction(): OtherEngine {
  return {
    name: 'a plain function without reasons',
    decide: (facts) => {
      let verdict: Verdict = 'ALLOW';
      for (const one of ROWS) {
        if (one.when.every((condition) => holds(facts, condition))) {
          if (one.verdict === 'REFUSE') return { verdict: 'REFUSE', reasons: [] };
          verdict = 'DISCRETIONARY';
        }
      }
      return { verdict, reasons: [] };
    },
  };
}

function holds(facts: FlatFacts, { fact, is, value }: Condition): boolean {
  const given = facts[fact];
  if (is === 'EQUAL') return given === value;
  if (is === 'IN') return (value as readonly string[]).includes(given as string);
  return is === 'ABOVE'
    ? (given as number) > (value as number)
    : !(given as readonly string[]).includes(value as string);
}
