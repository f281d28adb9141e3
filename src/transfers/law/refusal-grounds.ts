/** 拒收理由: with which grounds a child may be refused, and which are no grounds, by the law of both places. */
import type { Services } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type LawFinding, REFUSAL_REASONS, type RefusalReason, type Side, type Stage } from '../../policy/index.ts';
import { placeOf } from './ask-transfer.ts';

/** Whom a refusal would concern. */
export interface AskedRefusal {
  stage: Stage;
  day: CivilDate;
  sending: Institution;
  receiving: Institution;
  /** The sides whose law entitles the child to the transfer (CG-3.1.1). */
  entitledBy: readonly Side[];
  /** The child is sent by an authority (S4-3.5). */
  arranged: boolean;
}

export interface RefusalGround {
  reason: RefusalReason;
  words: string;
  lawful: boolean;
  /** What weighs most: what forbids it, else what the refusing side's own law says of it; none where no text speaks. */
  finding: LawFinding | undefined;
}

/** 名额: whether a place is free is the receiving side's to say. */
const ABOUT_PLACES: readonly RefusalReason[] = ['PLAN_FULL', 'CLASS_FULL'];

/** One ground, as the law of both places sees it on the side of whoever refuses. */
export function groundFor(
  { law }: Pick<Services, 'law'>,
  asked: AskedRefusal,
  reason: RefusalReason,
  side: Side,
): RefusalGround {
  const { stage, day, sending, receiving, entitledBy, arranged } = asked;
  const ask = (at: Institution, of: Side) => {
    const facts = { stage, matter: 'TRANSFER', reason, entitled: entitledBy.includes(of), arranged } as const;
    return law.ask('transfer-refusal', { ...placeOf(at), day }, facts).findings;
  };
  const own = side === 'RECEIVING' ? ask(receiving, 'RECEIVING') : ask(sending, 'SENDING');
  const others = side === 'RECEIVING' ? ask(sending, 'SENDING') : ask(receiving, 'RECEIVING');
  const all = [...own, ...others];
  const against = all.find(({ verdict }) => verdict === 'REFUSE');
  return { reason, words: REFUSAL_REASONS[reason], lawful: !against, finding: against ?? all[0] };
}

/** All grounds that anybody may think of, the lawful ones first. Saying nothing is none of them. */
export function refusalGrounds(services: Pick<Services, 'law'>, asked: AskedRefusal, side: Side): RefusalGround[] {
  const reasons = (Object.keys(REFUSAL_REASONS) as RefusalReason[]).filter(
    (reason) => reason !== 'UNSTATED' && (side === 'RECEIVING' || !ABOUT_PLACES.includes(reason)),
  );
  return reasons
    .map((reason) => groundFor(services, asked, reason, side))
    .sort((one, other) => Number(other.lawful) - Number(one.lawful));
}

/** 应准予: the sides whose law entitles the child, as long as nothing else stands against the transfer. */
export function entitledBy(findings: readonly LawFinding[], { butPapers = false } = {}): Side[] {
  const against = findings.some((one) => one.verdict === 'REFUSE' && !(butPapers && one.ruleId === 'transfer-papers'));
  if (against) return [];
  const entitled = findings.filter(({ code }) => code === 'ENTITLED');
  return entitled.flatMap(({ side }): Side[] => (side ? [side] : ['SENDING', 'RECEIVING']));
}

/** 不得拒收, with its article and what to do instead. */
export function againstWords({ finding }: Pick<RefusalGround, 'finding'>): string {
  if (!finding) return '';
  const { sentence, remedy, chip } = finding;
  return `${sentence}（${chip}）${remedy ? `；${remedy}` : ''}`;
}

/** 家长怎么办: what is left to a family that was refused. */
export function remedyFor(
  reason: RefusalReason,
  { sending, authority }: { sending: string; authority: string },
): string {
  if (ABOUT_PLACES.includes(reason)) {
    return `请监护人持答复或决定通知书到${authority}申请安排就读；安排之前仍在${sending}就读`;
  }
  return `补齐条件和证明后可以再次申请；其间仍在${sending}就读，学籍不变`;
}
