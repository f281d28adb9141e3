/** 条文互引: where one article cites another of the same text, and whether the cited one speaks of that matter at all. */
import clauses from '../clauses.json' with { type: 'json' };
import type { LawFault } from './fault.ts';

export interface CrossReference {
  /** The clause that cites. */
  from: string;
  /** The article it names. */
  to: string;
  /** What it cites it for: an area of the clause list. */
  area: string;
  /** How the product deals with a reference that is wrong in the text itself. */
  known?: string;
}

/** All references between articles that the texts make. */
export const REFERENCES: readonly CrossReference[] = [
  {
    from: 'SX-26.3',
    to: '第十六条',
    area: 'class-groups',
    known: '原文误引，班额在第十三条；借读后的班额按第十三条核对',
  },
  { from: 'SX-30.1', to: '第二十九条', area: 'withdrawal' },
];

/** References to an article that has no rule on the matter, with the articles that have. */
export function wrongReferences(references: readonly CrossReference[] = REFERENCES): LawFault[] {
  return references.flatMap(({ from, to, area, known }) => {
    const instrument = clauses.find(({ id }) => id === from)?.instrument;
    const own = clauses.filter(
      (clause) => clause.instrument === instrument && (clause.kind === 'rule' || clause.id === from),
    );
    const speaks = (article: string) =>
      own.some((clause) => clause.article.startsWith(article) && clause.area === area);
    if (speaks(to)) return [];
    const citing = own.find(({ id }) => id === from)?.article ?? '';
    const better = new Set(
      own.filter((clause) => clause.area === area && clause.article !== citing).map(({ article }) => article),
    );
    const sentence = `${citing}引用${to}，而${to}不涉及此事；涉及的是${[...better].join('、')}`;
    return [{ kind: 'WRONG_REFERENCE' as const, of: from, sentence, known }];
  });
}
