/** 办件内容: what a kind of case shows beside the findings; each feature brings the panes of its kinds. */
import type { ComponentType } from 'react';
import type { CaseFindingView, CaseView } from '../../cases.api.ts';

export interface CasePaneProps {
  view: CaseView;
  /** Asks anew for the case and every list it stands in, after an act of the pane's own. */
  renew: () => Promise<void>;
  /** The card takes the height it is given and scrolls inside; one under another, and on paper, it does not. */
  fill: boolean;
}

/** One card. Where there is no room for all they become tabs, named by their words. */
export interface CasePane {
  key: string;
  words: string;
  Pane: ComponentType<CasePaneProps>;
}

export interface ActDialogProps {
  view: CaseView;
  /** What is written in the bar already. */
  opinion: string;
  /** Sends the act in the kind's own way; what stands against it is then told here. */
  onSend: (send: SendAct) => void;
  busy: boolean;
  problem: unknown;
  onClose: () => void;
}

/** One try, under the key of that try. */
export type SendAct = (seq: number, idempotencyKey: string) => Promise<{ seq: number }>;

/** Not a party but what follows: 建立学籍，双洎河小学，签署后即时编发学籍号. */
export interface CaseEffect {
  role: string;
  party: string;
  facts: readonly string[];
}

/** How many a finding concerns, in words; undefined where nothing need be said. */
export type CountOf = (finding: CaseFindingView, view: CaseView) => string | undefined;

export interface CaseContent {
  panes: readonly CasePane[];
  /** Grid columns of the panes where there is room: a form of 336 px beside the papers, '336px minmax(0, 1fr)'. */
  columns: string;
  /** The same for windows of 1680 and more. Default: the same columns. */
  wide?: string | undefined;
  /** What happens once the last party has agreed: the end of the track. */
  effect?: ((view: CaseView) => CaseEffect) | undefined;
  /** How many a finding concerns, where a case covers many: 3人. */
  countOf?: CountOf | undefined;
  /** What an act is asked about before it is proposed, by act; the others go with the opinion alone. */
  dialogs?: Readonly<Record<string, ComponentType<ActDialogProps>>> | undefined;
}

/** By kind of case. */
export type CaseContents = Readonly<Record<string, CaseContent>>;

/** How many nothing is said of: cases of one child. */
export const countsNothing = (): undefined => undefined;
