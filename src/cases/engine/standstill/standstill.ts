/** 业务停办期与系统故障期: the windows of a place in which cases are not opened or decided, or a term does not run. */
import type { Institution } from '../../../authorities/index.ts';
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Step } from '../../../workflow/index.ts';

/** One window, as an authority has set it for its place and everything below. */
export interface Standstill {
  kind: 'FREEZE' | 'OUTAGE';
  /** 毕业升级, 年度统计. */
  title: string;
  placeCode: string;
  placeName: string;
  firstOn: CivilDate;
  /** The last day of it. */
  lastOn: CivilDate;
  /** Kinds of case that it concerns. */
  cases: readonly string[] | 'ALL';
  /** What may not be done meanwhile; DECIDING includes opening. */
  stops: 'NOTHING' | 'OPENING' | 'DECIDING';
  clockStands: boolean;
  /** 脱机受理: may a paper application of these days be entered? */
  offline: boolean;
  why: string;
  notice: { title: string; number?: string | undefined; address?: string | undefined };
}

/** Where the windows are known: settings of the places, which lie above the engine. */
export interface Standstills {
  /** Windows of any of the places that touch the days from the first to the last, the earliest first. */
  between(placeCodes: readonly string[] | 'EVERYWHERE', first: CivilDate, last: CivilDate): Standstill[];
}

/** An installation in which nothing ever stands still. */
export const NO_STANDSTILLS: Standstills = { between: () => [] };

/** The places whose windows bind a case: those of everybody who takes part, and all above them. */
export const placesOf = (institutions: Iterable<Pick<Institution, 'placeCode'>>): string[] => [
  ...new Set([...institutions].flatMap(({ placeCode }) => chainOf(placeCode))),
];

/** Does the window concern this kind of case? */
export const concerns = ({ cases }: Standstill, kind: string): boolean => cases === 'ALL' || cases.includes(kind);

/** Whether a step is an opening, which any window forbids, or a decision, which only some do. */
export interface StoppableStep {
  kind: string;
  opening: boolean;
  definition: Step<string> | undefined;
  /** The application was taken in on paper. */
  offline: boolean;
}

/** The window that stands against a step; undefined where none of them does. What only gives a case back always goes on. */
export function stoppedBy(
  windows: readonly Standstill[],
  { kind, opening, definition, offline }: StoppableStep,
): Standstill | undefined {
  const decides = definition?.needsLaw === true || definition?.twoPeople === true;
  if (!opening && !decides) return undefined;
  return windows.find((window) => {
    if (!concerns(window, kind) || window.stops === 'NOTHING') return false;
    return opening ? !(offline && window.offline) : window.stops === 'DECIDING';
  });
}

/** What the person reads: which notice, until when, what to do; whoever opens a case may hand in a paper one instead. */
export function standstillRefusal(
  { placeName, title, lastOn, stops, offline, notice }: Standstill,
  { opens }: { opens: boolean },
): Refusal {
  const what = stops === 'DECIDING' ? '受理和核办' : '受理';
  const remedy =
    opens && offline
      ? '可先收纸质申请，填报时选“脱机受理”并写明实际受理日'
      : `请于${dayWords(addDays(lastOn, 1))}起办理`;
  const paper = notice.number ? `《${notice.title}》${notice.number}` : `《${notice.title}》`;
  return refuse('STANDSTILL', { place: placeName, title, what, until: dayWords(lastOn), notice: paper, remedy });
}

/** Beside a button that waits: “年度统计”停办至10月7日. */
export const standstillLock = ({ title, lastOn }: Standstill): string =>
  `“${title}”停办至${dayWords(lastOn)}，${dayWords(addDays(lastOn, 1))}起办理`;

/** 8月14日. */
const dayWords = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
