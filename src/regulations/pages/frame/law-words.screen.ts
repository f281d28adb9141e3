/** 法规用语: words and addresses that all pages of the law use. */
import type { Article } from '../../../web/parts/findings/article.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { ForceCode, InstrumentView, LawLevel, VerdictCode } from '../../regulations.api.ts';

export const LEVEL_WORDS: Record<LawLevel, string> = {
  NATION: '国家',
  PROVINCE: '省级',
  CITY: '市级',
  COUNTY: '县级',
  SCHOOL: '学校',
};

/** 效力词. */
export const FORCE_WORDS: Record<ForceCode, string> = { MUST: '必须', PRINCIPLE: '原则', MAY: '可以' };

export const VERDICT_KINDS: Record<VerdictCode, 'DONE' | 'JUDGEMENT' | 'REFUSED'> = {
  ALLOW: 'DONE',
  DISCRETIONARY: 'JUDGEMENT',
  REFUSE: 'REFUSED',
} satisfies Record<VerdictCode, StateKind>;

/** 四川·第三十三条 as the chip draws it. */
export function articleOf(chip: string): Article {
  const [place = '', ...name] = chip.split('·');
  return { place, name: name.join('·') };
}

/** Address of what is cited: its article, with its clause, in its text; undefined where the text is not listed. */
export function addressOfCited(cited: {
  chip: string;
  instrumentId: string | null;
  clauses: readonly string[];
}): string | undefined {
  if (cited.instrumentId === null) return undefined;
  const [clause = ''] = cited.clauses;
  return `/law/texts/${cited.instrumentId}?${new URLSearchParams({ clause, article: articleOf(cited.chip).name })}`;
}

/** 自2019年12月9日起施行 */
export function inForceWords({ from, to }: Pick<InstrumentView, 'from' | 'to'>): string {
  return to === null ? `自${longDay(from)}起施行` : `${longDay(from)}施行，${longDay(to)}起失效`;
}

/** 2019年12月9日 */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
