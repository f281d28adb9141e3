/** 读成绩: what people type or paste into a cell of results, read alike on the screen and on the server. */
import { MARKS, RATINGS, type Rating, type ResultKind, type Value, valueWords } from '../assessment.api.ts';
import type { Subject } from '../subjects/subject.ts';

type Column = Pick<Subject, 'scale' | 'fullPoints'>;

/** A value, nothing at all, or why it is none. */
export type Reading = { value: Value | null } | { problem: string };

const ABSENT = new Set(['缺', '缺考', '未考']);
const EXEMPT = new Set(['免', '免考', '免修', '免试']);
const LISTED = new Set(['已报名', '报名']);
const YES = new Set(['合格', '通过', '是', '√', '✓', '1', '及格']);
const NO = new Set(['不合格', '未通过', '否', '×', '✗', '0', '不及格']);
const RATED: Readonly<Record<string, Rating>> = {
  ...{ A: 'A', 优: 'A', 优秀: 'A', A等: 'A' },
  ...{ B: 'B', 良: 'B', 良好: 'B', B等: 'B' },
  ...{ C: 'C', 合格: 'C', 及格: 'C', 中: 'C', 中等: 'C', C等: 'C' },
  ...{ D: 'D', 不合格: 'D', 不及格: 'D', 待合格: 'D', 差: 'D', D等: 'D' },
};

/** Full-width figures and letters, spaces and 86分 are read as they are meant. */
export function readResult(typed: string, { scale, fullPoints }: Column, kind: ResultKind): Reading {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase().replace(/分$/, '');
  if (text === '') return { value: null };
  if (ABSENT.has(text)) return kind === 'CREDITS' ? { value: { mark: 'FAILED' } } : { value: { mark: 'ABSENT' } };
  if (EXEMPT.has(text) && kind !== 'CREDITS') return { value: { mark: 'EXEMPT' } };
  if (kind === 'PROFICIENCY') return readProficiency(text);
  if (scale === 'CREDITS') return readPassed(text);
  if (scale === 'RATING') {
    const rating = RATED[text];
    return rating ? { value: { rating } } : { problem: `填${Object.values(RATINGS).join('、')}，或A、B、C、D` };
  }
  return readPoints(text, fullPoints ?? 100);
}

function readPoints(text: string, most: number): Reading {
  const points = /^\d{1,3}(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(points <= most)) return { problem: `填0至${most}的分数，最多1位小数；缺考填“缺”` };
  return { value: { points } };
}

function readPassed(text: string): Reading {
  if (YES.has(text)) return { value: { mark: 'PASSED' } };
  return NO.has(text) ? { value: { mark: 'FAILED' } } : { problem: '填合格或不合格' };
}

/** Some places grade, others only say whether it was passed. */
function readProficiency(text: string): Reading {
  if (LISTED.has(text)) return { value: { mark: 'LISTED' } };
  if (text === '合格') return { value: { mark: 'PASSED' } };
  if (text === '不合格') return { value: { mark: 'FAILED' } };
  const rating = RATED[text];
  return rating ? { value: { rating } } : { problem: '填A、B、C、D，或合格、不合格；报名未考的填“已报名”' };
}

/** As a cell shows it; reads back as the same value. */
export const cellText = (value: Value, kind: ResultKind): string =>
  value.rating !== undefined && kind === 'PROFICIENCY' ? value.rating : valueWords(value);

export const isSameValue = (a: Value | null | undefined, b: Value | null | undefined): boolean =>
  a?.points === b?.points && a?.rating === b?.rating && a?.mark === b?.mark;

/** 可填: what may stand in a column, for whoever fills it in. */
export function allowedWords({ scale, fullPoints }: Column, kind: ResultKind): string {
  if (kind === 'PROFICIENCY') return 'A至D、合格、不合格、已报名、缺考';
  if (scale === 'CREDITS') return `${MARKS.PASSED}、${MARKS.FAILED}`;
  return scale === 'RATING' ? Object.values(RATINGS).join('、') : `0至${fullPoints ?? 100}`;
}
