/** 编号规则说明: how a kind of number is written at a place and when there is a new one, in the words of the rules themselves. */
import type { Law, Stage, Where } from '../policy/index.ts';
import { EVENT_WORDS } from './numbering.api.ts';
import { FIELDS, type Pattern } from './pattern.ts';
import { formOf, type NumberKind } from './secondary-number.ts';

/** One run of digits of the number, counted from 1. */
export interface DigitsOfNumber {
  from: number;
  to: number;
  words: string;
}

export interface NumberRule {
  /** 共几位, and what they mean; empty while the form is not settled. */
  digits: DigitsOfNumber[];
  /** Why the form cannot be told, and what to do; null where it is. */
  open: string | null;
  /** Which text or notice gives the form. */
  basis: string | null;
  /** 谁编、何时换: each sentence with its article. */
  sentences: { sentence: string; chip: string }[];
}

/** Undefined where the place knows no such number for the stage. */
export function describeNumberRule(
  law: Pick<Law, 'ask'>,
  where: Where,
  of: { kind: NumberKind; stage: Stage },
): NumberRule | undefined {
  const form = formOf(law, where, of);
  if (form === undefined) return undefined;
  const settled = typeof form === 'string' ? undefined : form;
  return {
    digits: settled ? digitsOf(settled.pattern) : [],
    open: typeof form === 'string' ? form : null,
    basis: settled?.basis ?? null,
    sentences: sentencesOf(law, where, of),
  };
}

function digitsOf({ parts }: Pattern): DigitsOfNumber[] {
  let last = 0;
  return parts.map((part) => {
    const from = last + 1;
    last += 'fixed' in part ? part.fixed.length : part.width;
    return { from, to: last, words: 'fixed' in part ? `固定为${part.fixed}` : FIELDS[part.field] };
  });
}

/** What each event would break, done with a new number by nobody in particular and done without one. */
function sentencesOf({ ask }: Pick<Law, 'ask'>, where: Where, of: { kind: NumberKind; stage: Stage }) {
  const events = Object.keys(EVENT_WORDS) as (keyof typeof EVENT_WORDS)[];
  const said = events.flatMap((event) =>
    [true, false].flatMap((renewed) =>
      ask('secondary-number', where, { ...of, event, renewed })
        .findings.filter(({ verdict }) => verdict === 'REFUSE')
        .map(({ sentence, chip }) => ({ sentence, chip })),
    ),
  );
  return [...new Map(said.map((one) => [one.sentence, one])).values()];
}
