/** 证书遗失之法: no text gives a certificate out twice; what there is instead, through whose hands and how often. */
import type { Institution } from '../../../authorities/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Decision, Law, Stage } from '../../../policy/index.ts';

export interface LostAsking {
  law: Pick<Law, 'ask'>;
  school: Pick<Institution, 'placeCode' | 'code'>;
  day: CivilDate;
}

export const LOST_WISHES = { REISSUE: '补发毕业证书', REPLACE: '换发损坏的毕业证书', PROOF: '办理学历证明' } as const;
export type LostWish = keyof typeof LOST_WISHES;

export interface LostAnswer {
  decision: Decision;
  /** 学历证明书 in Sichuan, 证明信 of a school's own text. */
  proofName: string;
  /** Why a second certificate is not given out and what there is instead; undefined where a proof is asked for. */
  against: string | undefined;
}

/** Where the place has no text on it a certificate is given out once all the same: its stub says to whom. */
const NO_TEXT = '毕业证书只发一次，遗失不补发，损坏不换发。确需证明学历的，申请学历证明';

/** What the law of the school's place says to a wish; `proofsIssued` counts those on paper before this registry too. */
export function askLost(
  { law, school, day }: LostAsking,
  { stage, asks, proofsIssued = 0 }: { stage: Stage; asks: LostWish; proofsIssued?: number },
): LostAnswer {
  const where = { placeCode: school.placeCode, day, ...(school.code ? { schoolCode: school.code } : {}) };
  const decision = law.ask('lost-certificate', where, { stage, asks, proofsIssued });
  const named = decision.findings.find(({ facts }) => typeof facts['name'] === 'string');
  const proofName = named ? String(named.facts['name']) : '学历证明';
  const refusing = decision.findings.find(({ verdict }) => verdict === 'REFUSE');
  const said = refusing && `${refusing.sentence}（${refusing.chip}）。${refusing.remedy ?? ''}`;
  return { decision, proofName, against: asks === 'PROOF' ? undefined : (said ?? NO_TEXT) };
}
