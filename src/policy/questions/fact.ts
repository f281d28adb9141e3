/** 事实: what a question needs to know, declared once: its type, its words in a form and its JSON follow from that. */
import type { CivilDate } from '../../kernel/civil-date.ts';

/** One fact of a question. `T` is its type in code; it has no value at run time. */
export interface Fact<T = unknown> {
  kind: 'DAY' | 'NUMBER' | 'FLAG' | 'TEXT' | 'CHOICE' | 'CHOICES';
  /** As a form asks for it: 出生日期. */
  label: string;
  unit?: string;
  /** The range that a number may lie in, both ends included; from 0 where none is said. */
  least?: number;
  most?: number;
  /** The codes that may be chosen, with the words for each. */
  words?: Readonly<Record<string, string>>;
  /** May be left out: what nobody knows is not decided on. */
  optional?: true;
  readonly type?: T;
}

export type Facts = Readonly<Record<string, Fact>>;

export const day = (label: string): Fact<CivilDate> => ({ kind: 'DAY', label });
export const number = (label: string, unit?: string): Fact<number> => ({
  kind: 'NUMBER',
  label,
  ...(unit ? { unit } : {}),
});
/** A year of the calendar. */
export const year = (label: string): Fact<number> => ({ kind: 'NUMBER', label, unit: '年', least: 1949, most: 2100 });
export const flag = (label: string): Fact<boolean> => ({ kind: 'FLAG', label });
export const text = (label: string): Fact<string> => ({ kind: 'TEXT', label });

/** One of several codes. */
export const choice = <const W extends Readonly<Record<string, string>>>(
  label: string,
  words: W,
): Fact<keyof W & string> => ({ kind: 'CHOICE', label, words });

/** Any number of several codes. */
export const choices = <const W extends Readonly<Record<string, string>>>(
  label: string,
  words: W,
): Fact<readonly (keyof W & string)[]> => ({ kind: 'CHOICES', label, words });

/** A fact that may be unknown; the rules that need it stay silent without it. */
export const optional = <T>(fact: Fact<T>): Fact<T> & { optional: true } => ({ ...fact, optional: true });

type ValueOf<F> = F extends Fact<infer T> ? T : never;
type Flat<T> = { [K in keyof T]: T[K] };

/** The type of the facts of a question. */
export type FactsOf<F extends Facts> = Flat<
  { [K in keyof F as F[K] extends { optional: true } ? never : K]: ValueOf<F[K]> } & {
    [K in keyof F as F[K] extends { optional: true } ? K : never]?: ValueOf<F[K]>;
  }
>;

/** 可问之事: one thing that may be asked of the law. */
export interface Question<F extends Facts = Facts> {
  /** As the list of questions names it: 转学. */
  title: string;
  facts: F;
  /** Asked of two places, of the sending and of the receiving one. */
  twoPlaces?: true;
}

export const question = <F extends Facts>(title: string, facts: F): Question<F> => ({ title, facts });

/** A question that the law of two places answers together: see `askBoth`. */
export const questionOfTwoPlaces = <F extends Facts>(title: string, facts: F): Question<F> => ({
  title,
  facts,
  twoPlaces: true,
});
