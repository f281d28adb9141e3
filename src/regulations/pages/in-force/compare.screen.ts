/** 两地对照: two places beside each other, one line an item, what differs marked. */
import type { InForceView } from '../../regulations.api.ts';

type QuestionInForce = InForceView['questions'][number];
type RuleInForce = QuestionInForce['rules'][number];

/** What one place says of an item; undefined where it has nothing. */
export interface Said {
  /** 10个工作日; of a whole rule what its clause says; null where the value is left open. */
  value: string | null;
  chip: string | null;
  instrumentId: string | null;
  clauses: readonly string[];
}

export interface ComparedItem {
  key: string;
  label: string;
  /** Rule or value of a rule. */
  isRule: boolean;
  a: Said | undefined;
  b: Said | undefined;
  differs: boolean;
}

export interface ComparedQuestion {
  id: string;
  title: string;
  subject: string;
  items: ComparedItem[];
  differences: number;
}

/** Subjects that at least one of the places says something of, in order. */
export const subjectsOf = (views: readonly InForceView[]): string[] => [
  ...new Set(views.flatMap(({ questions }) => questions.map(({ subject }) => subject))),
];

/** Both places item by item. Rules of one id are one item, whoever wrote them. */
export function compared(a: InForceView, b: InForceView): ComparedQuestion[] {
  const ids = [...new Set([...a.questions, ...b.questions].map(({ id }) => id))];
  return ids.map((id) => {
    const [own, other] = [a, b].map((view) => view.questions.find((question) => question.id === id));
    const { title, subject } = (own ?? other) as QuestionInForce;
    const rules = [...new Set([...(own?.rules ?? []), ...(other?.rules ?? [])].map((rule) => rule.id))];
    const items = rules.flatMap((rule) => itemsOf(ruleIn(own, rule), ruleIn(other, rule)));
    return { id, title, subject, items, differences: items.filter(({ differs }) => differs).length };
  });
}

const ruleIn = (question: QuestionInForce | undefined, id: string): RuleInForce | undefined =>
  question?.rules.find((rule) => rule.id === id);

function itemsOf(a: RuleInForce | undefined, b: RuleInForce | undefined): ComparedItem[] {
  const rule = (a ?? b) as RuleInForce;
  const names = [...new Set([...(a?.parameters ?? []), ...(b?.parameters ?? [])].map(({ name }) => name))];
  const whole: ComparedItem = {
    key: rule.id,
    label: rule.title,
    isRule: true,
    a: a && { ...citedOf(a), value: a.says ?? '有此规定' },
    b: b && { ...citedOf(b), value: b.says ?? '有此规定' },
    differs: (a === undefined) !== (b === undefined),
  };
  // A rule of one place alone is one difference, not one for each of its values.
  if (a === undefined || b === undefined || names.length === 0) return [whole];
  const values = names.map((name): ComparedItem => {
    const [own, other] = [a, b].map(({ parameters }) => parameters.find((parameter) => parameter.name === name));
    return {
      key: `${rule.id}/${name}`,
      label: (own ?? other)?.label ?? name,
      isRule: false,
      a: own && { ...citedOf(own), value: own.value },
      b: other && { ...citedOf(other), value: other.value },
      differs: own?.value !== other?.value,
    };
  });
  return [whole, ...values];
}

const citedOf = ({ chip, instrumentId, clauses }: Omit<Said, 'value'>): Omit<Said, 'value'> => ({
  chip,
  instrumentId,
  clauses,
});
