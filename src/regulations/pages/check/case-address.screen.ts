/** 网址里的问: the whole question lives in the address, so that it can be sent on: the same address, the same answer. */
import { chainOf } from '../../../kernel/place-codes.ts';
import type { FactView, QuestionView } from '../../regulations.api.ts';

/** Facts stand under a prefix, so that none is taken for the day or a place. */
const PREFIX = 'f.';

/** What a form holds: by fact, as typed or chosen. Free text is kept out of the address: it may name a person. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** Is the fact kept in the address? */
export const isInAddress = ({ kind }: FactView): boolean => kind !== 'TEXT';

/** The facts that the address gives. */
export function givenIn(search: URLSearchParams, question: QuestionView): Given {
  const given: Record<string, string | readonly string[]> = {};
  for (const { name, kind } of question.facts) {
    const values = search.getAll(PREFIX + name).filter((value) => value !== '');
    if (values.length > 0) given[name] = kind === 'CHOICES' ? values : (values[0] ?? '');
    else if (kind === 'CHOICES' && search.has(PREFIX + name)) given[name] = [];
  }
  return given;
}

/** The address after one fact has changed; an empty text takes it away, an empty list says: none of them. */
export function withFact(search: URLSearchParams, name: string, value: string | readonly string[]): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(PREFIX + name);
  const values = typeof value === 'string' ? [value].filter((one) => one !== '') : value.length === 0 ? [''] : value;
  for (const one of values) next.append(PREFIX + name, one);
  return next;
}

/** The facts as they are asked, and what is still wanted before the law can answer. */
export function factsOf(question: QuestionView, given: Given): { facts: Record<string, unknown>; wanting: FactView[] } {
  const facts: Record<string, unknown> = {};
  const wanting: FactView[] = [];
  for (const fact of question.facts) {
    const value = factValue(fact, given[fact.name]);
    if (value !== undefined) facts[fact.name] = value;
    else if (!fact.optional) wanting.push(fact);
  }
  return { facts, wanting };
}

function factValue(fact: FactView, typed: string | readonly string[] | undefined): unknown {
  const { kind, optional } = fact;
  // Nothing ticked in a list that must be answered means none; in one that may be left out it means unknown.
  if (kind === 'CHOICES') return typed ?? (optional ? undefined : []);
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  if (kind === 'FLAG') return typed === '1';
  if (kind !== 'NUMBER') return typed;
  return numberProblem(fact, typed) === undefined ? Number(typed) : undefined;
}

/** What is wrong with a typed number, in a sentence. */
export function numberProblem({ least, most }: FactView, typed: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(typed.trim())) return '请填数字';
  if (least !== null && Number(typed) < least) return `不能小于${least}`;
  return most !== null && Number(typed) > most ? `不能大于${most}` : undefined;
}

const DISTANCES = ['SAME_COUNTY', 'SAME_CITY', 'SAME_PROVINCE', 'OTHER_PROVINCE'] as const;

/**
 * 两校所在, as far as the codes of the two places tell it; undefined where one of them is no county. That two counties
 * are of one urban area no code tells.
 */
export function distanceOf(sending: string, receiving: string): (typeof DISTANCES)[number] | undefined {
  const [from, to] = [chainOf(sending), chainOf(receiving)];
  if (from[1] !== to[1]) return 'OTHER_PROVINCE';
  if (from.length < 4 || to.length < 4) return undefined;
  if (sending === receiving) return 'SAME_COUNTY';
  return from[2] === to[2] ? 'SAME_CITY' : 'SAME_PROVINCE';
}
