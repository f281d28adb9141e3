/** 导入各步: what the page of an import works out before it draws: steps, counts, cells, the way from one to the next. */
import type { Progress } from '../../../web/api-client.ts';
import type { EntrantRow, FoundView } from '../../entrants/entrants.api.ts';
import type { ProgressView } from '../../importing/importing.api.ts';
import type { CauseView, ImportView } from '../../review/review.api.ts';

type Stages = Pick<ImportView, 'state' | 'madeAt' | 'finishedAt'>;

/** 上传、校验、修正、提交, with what checking took once it is over. */
export function stepsOf(one: Stages | undefined): { steps: string[]; current: number } {
  const took = one?.finishedAt ? secondsBetween(one.madeAt, one.finishedAt) : undefined;
  const steps = ['上传', took === undefined ? '校验' : `校验${tookWords(took)}`, '修正', '提交'];
  return { steps, current: one === undefined ? 1 : STEP[one.state] };
}

const STEP: Record<ImportView['state'], number> = {
  QUEUED: 2,
  READING: 2,
  FAILED: 1,
  CHECKED: 3,
  SUBMITTED: 5,
  CANCELLED: 1,
  UNDONE: 1,
};

const secondsBetween = (from: string, to: string): number =>
  Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

const tookWords = (seconds: number): string => (seconds < 60 ? `${seconds}秒` : `${Math.round(seconds / 60)}分钟`);

/** The server's progress as the progress bar draws it. */
export function barOf({ state, done, total, secondsLeft, failure }: ProgressView): Progress {
  return {
    state: BAR[state],
    done,
    total,
    leftSeconds: secondsLeft ?? undefined,
    words: failure ?? undefined,
  };
}

const BAR: Record<ProgressView['state'], Progress['state']> = {
  QUEUED: 'WAITING',
  READING: 'RUNNING',
  CHECKED: 'DONE',
  SUBMITTED: 'DONE',
  UNDONE: 'CANCELLED',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
};

/** Is the system still reading? */
export const isReading = (state: ProgressView['state']): boolean => state === 'QUEUED' || state === 'READING';

/** Names a cause among the causes of one import. */
export const causeKey = ({ code, field }: Pick<CauseView, 'code' | 'field'>): string => `${code}/${field}`;

/** What must be mended stands before what only waits for a yes; the order within is the server's. */
export function sortCauses(groups: readonly CauseView[]): CauseView[] {
  return [
    ...groups.filter(({ severity }) => severity === 'red'),
    ...groups.filter(({ severity }) => severity !== 'red'),
  ];
}

/** The next cause with something left, in the order shown, after `done` and around the end. */
export function nextCause(shown: readonly CauseView[], left: readonly CauseView[], done: string): string | undefined {
  const open = new Set(left.filter(({ count }) => count > 0).map(causeKey));
  const keys = shown.map(causeKey);
  const at = keys.indexOf(done);
  return [...keys.slice(at + 1), ...keys.slice(0, Math.max(0, at))].find((key) => open.has(key));
}

/** A cell as it stands now: at fault, waiting for a yes, or put right since the list was fetched. */
export type CellState = { kind: 'wrong' | 'doubtful'; found: FoundView } | { kind: 'mended' | 'confirmed' | 'clean' };

/** The state of one item of a row; `listed` where the row was fetched because of a fault on this very item. */
export function cellState(row: Pick<EntrantRow, 'findings'>, field: string, listed?: { code: string }): CellState {
  const here = row.findings.filter((found) => found.field === field);
  const open = here.filter(({ confirmed }) => !confirmed);
  const red = open.some(({ severity }) => severity === 'red');
  // Another doubt about the same cell is told under its own cause.
  if (!red && here.some(({ code, confirmed }) => confirmed && code === listed?.code)) return { kind: 'confirmed' };
  const found =
    open.find(({ code }) => code === listed?.code) ?? open.find(({ severity }) => severity === 'red') ?? open[0];
  if (found) return { kind: found.severity === 'red' ? 'wrong' : 'doubtful', found };
  return { kind: listed ? 'mended' : 'clean' };
}

/** May all rows of a cause be let stand at once? Whether two children are one is looked at pair by pair. */
export const isConfirmedTogether = ({ severity, code, hasProposal }: CauseView): boolean =>
  severity === 'amber' && !hasProposal && code !== 'SUSPECTED_DUPLICATE' && code !== 'PERSON_REPEATED';

/** The next row whose item is still at fault, after `id` and around the end; undefined where none is left. */
export function nextAtFault(
  rows: readonly EntrantRow[],
  id: string,
  cause: Pick<CauseView, 'code' | 'field'>,
): EntrantRow | undefined {
  const at = rows.findIndex((row) => row.id === id);
  const after = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return after.find((row) => row.state === 'DRAFT' && 'found' in cellState(row, cause.field, cause));
}

/**
 * The place of the characters at fault, as people count characters: the server counts UTF-16 units.
 * Undefined where the whole is meant or the shown text is not the one that was judged.
 */
export function faultPlace(text: string, at: readonly [number, number] | null): [number, number] | undefined {
  if (at === null || at[0] >= at[1] || at[1] > text.length) return undefined;
  return [[...text.slice(0, at[0])].length, [...text.slice(0, at[1])].length];
}

/** 长葛·二、1 as the chip of an article is drawn: place and name apart. */
export function articleOf(chip: string): { place: string; name: string } {
  const at = chip.indexOf('·');
  return at < 0 ? { place: '', name: chip } : { place: chip.slice(0, at), name: chip.slice(at + 1) };
}

/** 表中“备注”等3栏未读取: columns of the workbook that are no item of the form. */
export function ignoredWords(ignored: readonly string[]): string {
  return `表中“${ignored[0]}”${ignored.length > 1 ? `等${ignored.length}栏` : '一栏'}未读取`;
}

type Left = Pick<ImportView, 'sound' | 'red' | 'amber' | 'skipped' | 'fileName'>;

/** What is handed over with a submission, and what stays. */
export function submissionWords({ sound, red, amber, skipped, fileName }: Left): string {
  const stays = [
    ...(red > 0 ? [`有误的${red}行`] : []),
    ...(amber > 0 ? [`待确认的${amber}行`] : []),
    ...(skipped > 0 ? [`暂不导入的${skipped}行`] : []),
  ];
  const handed = `“${fileName}”中${stays.length > 0 ? '合格的' : ''}${sound}行，提交主管部门核办`;
  return stays.length > 0 ? `${handed}；${stays.join('、')}留在此页，可以后再提交。` : `${handed}。`;
}
