/** 升级用语: states and fates in words, and the figures of a rehearsal by grade. */
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { PromotionItem, PromotionView } from '../promotion.api.ts';

type Fate = PromotionView['totals'][number]['fate'];

export const STATE_WORDS: Record<PromotionItem['state'], [kind: StateKind, words: string]> = {
  REHEARSED: ['DRAFT', '已预演'],
  ORDERED: ['IN_PROCESS', '已下达'],
  RUNNING: ['IN_PROCESS', '升级中'],
  DONE: ['DONE', '已升级'],
  CANCELLED: ['DRAFT', '已取消'],
  TAKING_BACK: ['IN_PROCESS', '撤回中'],
  TAKEN_BACK: ['DRAFT', '已撤回'],
};

/** What becomes of a student, and for those who cannot go up what is to be done. */
export const FATE_WORDS: Record<Fate, { words: string; mend: string }> = {
  UP: { words: '升级', mend: '' },
  LAST_GRADE: { words: '毕业年级', mend: '尚未办理毕业' },
  IN_PLACE: { words: '不变', mend: '' },
  AWAY: { words: '不在读', mend: '返校时按规定编级' },
  OPEN_CASE: { words: '有未办结的办件', mend: '办结后补升' },
  MISFIT: { words: '年级与招生年度不符', mend: '核对年级，办留级、跳级或关键数据更正' },
};

export interface GradeRow extends Record<Fate, number> {
  key: string;
  gradeWords: string;
}

/** One row a grade, from the lowest up. */
export function rowsByGrade(totals: PromotionView['totals']): GradeRow[] {
  const rows = new Map<string, GradeRow>();
  for (const { stage, grade, gradeWords, fate, students } of totals) {
    const key = `${stage} ${grade}`;
    const blank = { key, gradeWords, UP: 0, LAST_GRADE: 0, IN_PLACE: 0, AWAY: 0, OPEN_CASE: 0, MISFIT: 0 };
    const row = rows.get(key) ?? blank;
    row[fate] += students;
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** 2026—2027学年. */
export const schoolYearWords = (year: number): string => `${year}—${year + 1}学年`;

/** How one figure has moved since the rehearsal before: 升级多3人、有未办结的办件少1人. */
export function differenceWords(differences: PromotionView['differences']): string {
  const sums = new Map<Fate, number>();
  for (const { fate, students } of differences) sums.set(fate, (sums.get(fate) ?? 0) + students);
  return [...sums]
    .filter(([, by]) => by !== 0)
    .map(([fate, by]) => `${FATE_WORDS[fate].words}${by > 0 ? '多' : '少'}${Math.abs(by)}人`)
    .join('、');
}
