/** 办件说法: what the case page says of a case, worked out from the server's answer: track, findings, steps, acts. */
import { type CivilDate, civilDate, dayOf } from '../../../kernel/civil-date.ts';
import { dayWords, recentDayWords } from '../../../web/format.ts';
import type { TrackNode as Node } from '../../../web/parts/course/parcel-track.tsx';
import type { DecisionAction } from '../../../web/parts/findings/decision-bar.tsx';
import type { Finding } from '../../../web/parts/findings/finding-line.tsx';
import { deadlineState } from '../../../web/parts/state/deadline.ts';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { CaseFindingView, CaseView, TrackNode } from '../../cases.api.ts';
import { deadlineOf } from '../clock-words.screen.ts';
import type { CaseEffect, CountOf } from './case-content-parts.tsx';

export type CaseAction = CaseView['actions'][number];
export type CaseEventView = CaseView['events'][number];

const TONES: Record<CaseView['tone'], StateKind> = {
  DRAFT: 'DRAFT',
  PROCESS: 'IN_PROCESS',
  DONE: 'DONE',
  REFUSED: 'REFUSED',
};

/** The shape and colour of the state's chip. */
export const stateKindOf = ({ tone }: Pick<CaseView, 'tone'>): StateKind => TONES[tone];

/** Does the case wait for this very reader, rather than for the other half of the office? */
export const isMyTurn = ({ actions }: Pick<CaseView, 'actions'>): boolean =>
  actions.some(({ step }) => step !== 'RETRACT');

/** Does the reader weigh and write here, rather than only take something back that others have in hand? */
export function decidesHere(view: Pick<CaseView, 'actions' | 'track'>): boolean {
  const holds = view.track.some(({ status, isReader }) => isReader && (status === 'NOW' || status === 'RETURNED'));
  return isMyTurn(view) && (holds || view.actions.some(({ reasonRequired }) => reasonRequired));
}

/** 办理轨迹 of the case, with what follows at its end. */
export function trackOf(view: CaseView, today: CivilDate, effect?: CaseEffect): Node[] {
  const parties = view.track.map((node): Node => {
    const held = node.status === 'NOW' || node.status === 'RETURNED';
    const deadline = held ? deadlineOf(view.clock, today) : undefined;
    const late = node.status === 'NOW' && deadline !== undefined && deadlineState(deadline) === 'OVERDUE';
    return {
      key: node.party,
      role: node.role,
      party: node.institutionName,
      state: late ? 'OVERDUE' : node.status,
      facts: factsOf(node, today),
      ...(held && node.isReader && isMyTurn(view) ? { mine: true } : {}),
      ...(deadline ? { deadline } : {}),
      ...(held && view.superior ? { superior: superiorWords(view.superior) } : {}),
    };
  });
  if (!effect || view.tone === 'REFUSED') return parties;
  return [...parties, { key: 'effect', ...effect, state: view.tone === 'DONE' ? 'DONE' : 'LATER', effect: true }];
}

/** 许昌市教育局可强制办理: who stands above a holder that is overdue, and what they may do. */
const superiorWords = ({ name, mayForce }: NonNullable<CaseView['superior']>): string =>
  `${name}${mayForce ? '可强制办理' : '可催办'}`;

function factsOf(node: TrackNode, today: CivilDate): string[] {
  const { status, verdict, doneOn, workingDaysUsed, latestOn, pausedDaysLeft, forcedBy } = node;
  if (pausedDaysLeft !== null) return [`时限暂停，还剩${pausedDaysLeft}个工作日`];
  if (status === 'LATER') return latestOn === null ? [] : [`最晚${dayWords(civilDate(latestOn), today)}`];
  if (status !== 'DONE') return [];
  const by = `${forcedBy ?? ''}${verdict ?? ''}`;
  const done = doneOn === null ? by : `${recentDayWords(civilDate(doneOn), today)}${by}`;
  const used = workingDaysUsed === null ? null : workingDaysUsed === 0 ? '当天办结' : `用${workingDaysUsed}个工作日`;
  return [done, used].filter((fact) => fact !== null);
}

const FINDING_KINDS: Record<CaseFindingView['verdict'], Finding['kind']> = {
  REFUSE: 'REFUSED',
  DISCRETIONARY: 'JUDGEMENT',
  ALLOW: 'DONE',
};

/** 核对项; `countOf` says how many it concerns where a case covers many: 3人. */
export function findingsOf(view: CaseView, countOf: CountOf): Finding[] {
  return view.findings.map((finding, at) => {
    const [place = '', ...name] = finding.chip.split('·');
    const count = countOf(finding, view);
    return {
      key: `${finding.ruleId}/${finding.code}/${at}`,
      kind: FINDING_KINDS[finding.verdict],
      sentence: count === undefined ? finding.sentence : `${finding.sentence}（${count}）`,
      article: { place, name: name.join('·') },
      ...(finding.remedy && finding.verdict !== 'ALLOW' ? { detail: finding.remedy } : {}),
    };
  });
}

/** 按9月9日有效的国家、河南、长葛法规核对: whose texts were asked, as of which day. */
export function basisWords({ lawDay, findings }: CaseView, today: CivilDate): string {
  const places = [...new Set(findings.map(({ chip }) => chip.split('·')[0]))].join('、');
  return `按${dayWords(civilDate(lawDay), today)}有效的${places}法规核对`;
}

/** The two persons of a two-person step, from where the reader stands; empty where one person decides. */
export function stepsOf({ actions, pending }: CaseView): { words: string; mine?: boolean }[] {
  const has = (step: CaseAction['step']) => actions.some((action) => action.step === step);
  if (has('SIGN'))
    return [{ words: `${pending?.by ?? '经办人'}提出“${pending?.label ?? ''}”` }, { words: '您签署', mine: true }];
  if (has('PROPOSE')) return [{ words: '您提出意见', mine: true }, { words: '主管领导签署' }];
  return [];
}

/** Who must act instead of the reader: 您已提出“同意建籍”，待主管领导签署; 现由许昌市教育局办理. */
export function waitingWords({ actions, pending }: CaseView, holder: TrackNode): string {
  if (!holder.isReader || !pending) return `现由${holder.institutionName}办理`;
  const who = actions.some(({ step }) => step === 'RETRACT') ? '您' : pending.by;
  return `${who}已提出“${pending.label}”，待主管领导签署`;
}

const TONE_ORDER: Record<CaseAction['tone'], number> = { DANGER: 0, DEFAULT: 1, PRIMARY: 2 };
const LOOKS = { DANGER: 'danger', DEFAULT: 'plain', PRIMARY: 'primary' } as const;

/** The buttons from left to right: the destructive one farthest from the primary. */
export function buttonsOf(
  view: CaseView,
  { onDo, onJump }: { onDo: (action: CaseAction, opinion: string) => void; onJump: () => void },
): DecisionAction[] {
  const refused = view.findings.filter(({ verdict }) => verdict === 'REFUSE').length;
  return view.actions
    .toSorted((one, other) => TONE_ORDER[one.tone] - TONE_ORDER[other.tone])
    .map((action) => ({
      key: action.action,
      words: action.label,
      tone: LOOKS[action.tone],
      needsOpinion: action.reasonRequired,
      ...(keyOf(action) ? { keyHint: keyOf(action) } : {}),
      ...(action.lockedBecause === null ? {} : { locked: { reason: lockedWords(action, refused), onJump } }),
      onDo: (opinion) => onDo(action, opinion),
    }));
}

/** What must come first; where the law itself knows no such act, that. */
const lockedWords = ({ label, lockedBecause }: CaseAction, refused: number): string =>
  refused > 0 ? `先处理${refused}项不符，才能${label}` : (lockedBecause ?? '');

function keyOf({ tone, action, step }: CaseAction): string | undefined {
  if (tone === 'PRIMARY') return 'A';
  return action === 'RETURN' || step === 'SEND_BACK' ? 'R' : undefined;
}

/** What stands in the empty field of the opinion: which acts need it. */
export function opinionHint({ actions }: CaseView): string {
  const words = (needed: boolean) =>
    actions
      .filter(({ reasonRequired, step }) => reasonRequired === needed && step !== 'RETRACT')
      .map(({ label }) => label);
  const [needed, free] = [words(true), words(false)];
  const parts = [
    ...(free.length > 0 ? [`${free.join('、')}可不填`] : []),
    ...(needed.length > 0 ? [`${needed.join('、')}必填`] : []),
  ];
  return parts.length === 0 ? '意见' : `意见（${parts.join('；')}）`;
}

/** 前序意见: what the last person wrote, for whoever acts next; `warns` where it sends the case back. */
export interface LastWords {
  act: string;
  who: string;
  on: CivilDate;
  opinion: string;
  warns: boolean;
}

/** Undefined where the last act was done without a word, or the case has ended. */
export function lastWordsOf({ events, tone, track }: CaseView): LastWords | undefined {
  const last = events.at(-1);
  if (!last?.opinion || tone === 'DONE' || tone === 'REFUSED') return undefined;
  return {
    act: eventWords(last),
    who: `${last.institutionName}${last.personName}`,
    on: dayOf(new Date(last.at)),
    opinion: last.opinion,
    warns: last.step === 'SENT_BACK' || track.some(({ status }) => status === 'RETURNED'),
  };
}

/** 提出“同意建籍”: what somebody did, in 办理经过. */
export function eventWords({ step, label }: Pick<CaseEventView, 'step' | 'label'>): string {
  if (step === 'PROPOSED') return `提出“${label}”`;
  return step === 'SIGNED' ? `签署“${label}”` : label;
}

/** 时限暂停，还剩6个工作日: what an act did to a running term. */
export const clockChangeWords = ({ change, daysLeft }: NonNullable<CaseEventView['clock']>): string =>
  `时限${change === 'STOPPED' ? '暂停' : '恢复'}，还剩${daysLeft}个工作日`;

/** What the strip says after an act: 已提出“同意建籍”：一年级3人，待主管领导签署. */
export function doneWords(action: CaseAction, { title }: Pick<CaseView, 'title'>): string {
  if (action.step === 'PROPOSE') return `已提出“${action.label}”：${title}，待主管领导签署`;
  return `已${action.label}：${title}`;
}

/** Where a case stands in the reader's own list. */
export interface PlaceInList {
  /** From 1. */
  at: number;
  total: number;
  previous: string | undefined;
  next: string | undefined;
}

/** Undefined where the case does not wait for the reader. `total` may count more than the items at hand. */
export function placeInList(ids: readonly string[], total: number, id: string): PlaceInList | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  return { at: at + 1, total: Math.max(total, ids.length), previous: ids[at - 1], next: ids[at + 1] };
}
