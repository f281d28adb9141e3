/** 法规文本: the list of texts, and one text with its articles and the rules beside them. */
import { refuse } from '../../kernel/refusal.ts';
import { type AnyRule, type Citation, questions, type Setting, wordsOf } from '../../policy/index.ts';
import type {
  ArticleView,
  CitedArticle,
  ClauseState,
  InstrumentsView,
  InstrumentTextView,
  InstrumentView,
} from '../regulations.api.ts';
import { type AttachedText, readAttachedText } from './attached-text.ts';
import { bareArticle, type Clause, type ClauseIndex, type LawLibrary, type ListedInstrument } from './clause-index.ts';

export interface TextNeeds {
  library: LawLibrary;
  index: ClauseIndex;
  /** Folder of attached texts. */
  textFolder: string | undefined;
}

/** All texts, highest first, with how many clauses stand in which state. */
export function viewInstruments({ index }: TextNeeds): InstrumentsView {
  return {
    instruments: index.instruments.map((listed) => {
      const clauses = index.clausesOf(listed.instrument.id);
      const states: Partial<Record<ClauseState, number>> = {};
      for (const { state } of clauses) states[state] = (states[state] ?? 0) + 1;
      return { ...viewOf(listed), clauses: clauses.length, states };
    }),
  };
}

/** One text with its articles in order. Refuses NOT_FOUND. */
export async function viewInstrument(needs: TextNeeds, id: string): Promise<InstrumentTextView> {
  const listed = needs.index.instruments.find(({ instrument }) => instrument.id === id);
  if (!listed) throw refuse('NOT_FOUND', { what: '此法规文本' });
  const attached = await readAttachedText(needs.textFolder, id);
  const said = sayingsOf(needs.library, id);
  const clauses = needs.index.clausesOf(id);
  const transcribed = [...Map.groupBy(clauses, ({ article }) => article)].map(
    ([article, own]): ArticleView => ({
      article,
      clauses: own.map((clause) => ({
        id: clause.id,
        says: clause.says,
        state: clause.state,
        by: needs.index.keptBy(clause),
      })),
      rules: rulesOf(
        said.filter(({ basis }) => basis.clauses.some((cited) => own.some(({ id }) => id === cited))),
        own,
      ),
      text: attached.of(article),
    }),
  );
  const articles = clauses.length > 0 ? transcribed : citedOnly(said, attached);
  return { instrument: viewOf(listed), articles, text: attached.whole };
}

/** What a chip points at: 四川·第三十三条; undefined where no text has it. */
export async function findCitedArticle(needs: TextNeeds, chip: string): Promise<CitedArticle | undefined> {
  const [short = '', ...rest] = chip.split('·');
  const article = rest.join('·');
  for (const listed of needs.index.instruments.filter(({ instrument }) => instrument.short === short)) {
    const { id } = listed.instrument;
    const clauses = clausesAt(needs.index.clausesOf(id), article);
    const said = sayingsOf(needs.library, id).filter(
      ({ basis }) => basis.article === article || basis.clauses.some((cited) => clauses.some(({ id }) => id === cited)),
    );
    if (clauses.length + said.length === 0) continue;
    const attached = await readAttachedText(needs.textFolder, id);
    return {
      instrument: viewOf(listed),
      article,
      clauses: clauses.map(({ id, says }) => ({ id, says })),
      rules: [...new Set(said.map(({ rule }) => rule))].map(({ title, force }) => ({ title, force })),
      text: attached.of(article),
    };
  }
  return undefined;
}

/** The clauses of an article, or, where nothing is printed just so, of its parts: 三、1 holds 三1(一). */
function clausesAt(all: readonly Clause[], article: string): Clause[] {
  const bare = bareArticle(article);
  const exact = all.filter((clause) => bareArticle(clause.article) === bare);
  return exact.length > 0 ? exact : all.filter((clause) => bareArticle(clause.article).startsWith(bare));
}

export const viewOf = ({ instrument, level }: ListedInstrument): InstrumentView => ({
  id: instrument.id,
  title: instrument.title,
  short: instrument.short,
  issuer: instrument.issuer,
  level,
  placeCode: level === 'SCHOOL' ? null : instrument.placeCode,
  from: instrument.inForce.from,
  to: instrument.inForce.to ?? null,
  note: instrument.note ?? null,
});

/** What a text says of one rule: the rule is its own, or it sets values of a higher one's parameters. */
export interface Saying {
  rule: AnyRule;
  basis: Citation;
  values: Record<string, unknown>;
}

function sayingsOf({ packs }: LawLibrary, instrumentId: string): Saying[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const own = rules.map((rule): Saying => ({ rule, basis: rule.basis, values: ownValues(rule) }));
  const set = packs.flatMap((pack) => pack.settings.flatMap((setting) => settingOf(rules, setting)));
  return [...own, ...set].filter(({ basis }) => basis.instrument.id === instrumentId);
}

const ownValues = ({ parameters }: AnyRule): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));

export function settingOf(rules: readonly AnyRule[], { ruleId, values, basis }: Setting): Saying[] {
  const rule = rules.find(({ id }) => id === ruleId);
  return rule ? [{ rule, basis, values }] : [];
}

/** The articles of a text whose clauses are not listed: those that rules point at. */
const citedOnly = (said: readonly Saying[], attached: AttachedText): ArticleView[] =>
  [...Map.groupBy(said, ({ basis }) => basis.article)].map(([article, own]) => ({
    article,
    clauses: [],
    rules: rulesOf(own),
    text: attached.of(article),
  }));

/**
 * The rules that carry out an article. What the text says of their values stands in the article in which it says it: the
 * one that holds the first clause it cites.
 */
function rulesOf(said: readonly Saying[], here?: readonly Pick<Clause, 'id'>[]): ArticleView['rules'] {
  const ids = here && new Set(here.map(({ id }) => id));
  return [...Map.groupBy(said, ({ rule }) => rule)].map(([rule, sayings]) => ({
    id: rule.id,
    title: rule.title,
    force: rule.force,
    question: rule.question,
    questionTitle: questions[rule.question].title,
    parameters: sayings
      .filter(({ basis }) => !ids || ids.has(basis.clauses[0] ?? ''))
      .flatMap(({ values }) => Object.entries(values))
      .flatMap(([name, value]) => {
        const parameter = rule.parameters[name];
        if (!parameter) return [];
        return [{ label: parameter.label, value: value === undefined ? null : wordsOf(value, parameter) }];
      }),
  }));
}
