/** 用词校核: one word for a thing in rules and questions; the texts' other words for it are declared here. */
import { type Pack, questions } from '../../../src/policy/index.ts';
import type { LawFault } from './fault.ts';

/** What a text says, and the word that the product uses for it. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  暂读: '借读',
  流失: '辍学',
  降级: '留级',
  跳班: '跳级',
  转校: '转学',
  学籍卡片: '学籍卡',
  学生学号: '学籍号',
};

/** Words of the texts that stand in our own sentences in the place of the product's word; a quotation is in “ ”. */
export function undeclaredSynonyms(packs: readonly Pack[]): LawFault[] {
  const said: { of: string; text: string }[] = [
    ...packs.flatMap(({ rules }) =>
      rules.flatMap(({ id, title, sentences, remedies, parameters }) =>
        [
          title,
          ...Object.values(sentences),
          ...Object.values(remedies ?? {}),
          ...Object.values(parameters).map(({ label }) => label),
        ].map((text) => ({ of: id, text })),
      ),
    ),
    ...Object.entries(questions).flatMap(([id, { title, facts }]) =>
      [title, ...Object.values(facts).map(({ label }) => label)].map((text) => ({ of: id, text })),
    ),
  ];
  return said.flatMap(({ of, text }) =>
    Object.entries(SYNONYMS)
      .filter(([word]) => text.replace(/“[^”]*”/g, '').includes(word))
      .map(([word, term]) => ({
        kind: 'SYNONYM' as const,
        of,
        sentence: `“${text}”写作“${word}”，本产品统一用“${term}”`,
      })),
  );
}
