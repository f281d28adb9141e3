/** 通知条文: an article of a notice by which an authority has set something in this installation. */
import { levelOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { chipOf, type LocalSetting, type Pack, wordsOf } from '../../policy/index.ts';
import type { CitedArticle } from '../regulations.api.ts';
import { settingOf, viewOf } from './view-instruments.ts';

/** What the notice sets there, in words. Refuses NOT_FOUND where no notice is cited so. */
export function getArticleOfNotice(
  packs: readonly Pack[],
  adopted: readonly LocalSetting[],
  chip: string,
): CitedArticle {
  const own = adopted.filter(({ basis }) => chipOf(basis) === chip);
  const basis = own.at(-1)?.basis;
  if (!basis) throw refuse('NOT_FOUND', { what: '此条文' });
  const rules = packs.flatMap((pack) => pack.rules);
  const set = own.flatMap((setting) => settingOf(rules, setting));
  return {
    instrument: viewOf({ instrument: basis.instrument, level: levelOf(basis.instrument.placeCode) }),
    article: basis.article,
    clauses: set.flatMap(({ rule, values }) =>
      Object.entries(values).map(([name, value]) => {
        const parameter = rule.parameters[name];
        return { id: `${rule.id}.${name}`, says: `${parameter?.label ?? name}：${wordsOf(value, parameter ?? {})}` };
      }),
    ),
    rules: [...new Set(set.map(({ rule }) => rule))].map(({ title, force }) => ({ title, force })),
    text: null,
  };
}
