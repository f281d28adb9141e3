/** 待办行: one case of the worklist as two lines, as its holder and as those who wait for it see it. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { recentDayWords } from '../../../web/format.ts';
import type { WorkItem as Line } from '../../../web/parts/lists/work-list.tsx';
import { CleanMarks } from '../../../web/parts/state/clean-marks.tsx';
import { deadlineState, deadlineWords } from '../../../web/parts/state/deadline.ts';
import { DeadlineBadge } from '../../../web/parts/state/deadline-badge.tsx';
import { toneOf } from '../../../web/parts/state/state-icon.tsx';
import { KindTag } from '../../../web/parts/state/tag.tsx';
import type { WorkItem } from '../../cases.api.ts';
import { deadlineOf } from '../clock-words.screen.ts';

export interface Lines {
  today: CivilDate;
  /** The reader's own school is not named again on every line. */
  ownName: string;
  /** The kind the list is narrowed to, carried on so that the case page walks through the same list. */
  kind: string;
}

/** The address of a case opened from a list of one kind (or of all, where `kind` is empty). */
export const caseAddress = (caseId: string, kind = ''): string =>
  `/cases/${caseId}${kind === '' ? '' : `?kind=${encodeURIComponent(kind)}`}`;

/** What I must decide: whose, how clean, what is worth knowing, and the working days left. */
export function myLine(item: WorkItem, lines: Lines): Line {
  const deadline = deadlineOf(item.clock, lines.today);
  return {
    ...head(item, lines),
    second: (
      <>
        <CleanMarks refused={item.red} judgement={item.amber} passed={item.green} />
        <span>
          {item.pendingLabel === null ? (item.note ?? item.stateWords) : `经办意见“${item.pendingLabel}”，待签署`}
        </span>
        {item.remindedOn !== null && <span className="tone-red">上级{remindedWords(item.remindedOn, lines)}</span>}
      </>
    ),
    end: deadline && <DeadlineBadge layout="stacked" today={lines.today} deadline={deadline} />,
  };
}

/** What I wait for: who holds it, since when, and how long they still have. */
export function othersLine(item: WorkItem, lines: Lines): Line {
  const deadline = deadlineOf(item.clock, lines.today);
  return {
    ...head(item, lines),
    second: (
      <span>
        在{item.holderName === lines.ownName ? '本单位' : item.holderName}
        {item.pendingLabel === null ? '' : `，待主管领导签署“${item.pendingLabel}”`}
      </span>
    ),
    end: (
      <>
        {deadline && (
          <p className={`work-left tone-${toneOf(deadlineState(deadline))}`}>{deadlineWords(deadline, true)}</p>
        )}
        {item.remindedOn === null
          ? `自${recentDayWords(civilDate(item.startedOn), lines.today)}`
          : remindedWords(item.remindedOn, lines)}
      </>
    ),
  };
}

/** 10月9日催办. */
const remindedWords = (on: string, { today }: Lines): string => `${recentDayWords(civilDate(on), today)}催办`;

function head(
  { caseId, kindTitle, title, schoolName, receivedOn }: WorkItem,
  { ownName, kind }: Lines,
): Pick<Line, 'key' | 'to' | 'lead' | 'title' | 'facts'> {
  return {
    key: caseId,
    to: caseAddress(caseId, kind),
    lead: <KindTag>{kindTitle}</KindTag>,
    title: receivedOn === null ? title : `${title}（脱机受理）`,
    ...(schoolName === ownName ? {} : { facts: schoolName }),
  };
}
