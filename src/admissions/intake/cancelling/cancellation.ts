/** 取消入学资格: a senior place is reviewed and taken back: fraud, already elsewhere, already finished, or never come. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { RollEnd } from '../roll/admitted.ts';

export const ENTRY_CANCELLATION = 'ENTRY_CANCELLATION';

export type CancellationGround = Exclude<RollEnd, 'MISTAKE'>;

/** What the case holds. */
export interface CancellationData {
  rollId: string;
  name: string;
  stage: Stage;
  schoolName: string;
  ground: CancellationGround;
  reason: string;
  /** 核查材料 by which it was found. */
  paper: { title: string; number?: string | undefined; issuedOn: CivilDate };
  /** A registration stands behind the place and ends with it. */
  registered: boolean;
}
