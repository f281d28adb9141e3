/** 理由示例: a ground as pages are told of it. */
import type { RefusalGroundView } from '../transfers.api.ts';
import type { RefusalGround } from './refusal-grounds.ts';

/** Null where no text speaks of it. */
export function groundView({ reason, words, lawful, finding }: RefusalGround): RefusalGroundView {
  const { sentence = null, remedy = null, chip = null } = finding ?? {};
  return { reason, words, lawful, sentence, remedy, chip };
}
