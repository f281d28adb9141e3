/** 核对项: a finding of a preview or of a leave that has run out, as the list of findings draws it. */
import type { LeavePreview } from '../leave.api.ts';

const KINDS = { REFUSE: 'REFUSED', DISCRETIONARY: 'JUDGEMENT', ALLOW: 'DONE' } as const;

export function findingOf({ ruleId, code, verdict, sentence, remedy, chip }: LeavePreview['findings'][number]) {
  const [place = '', ...name] = chip.split('·');
  return {
    key: `${ruleId} ${code} ${chip}`,
    kind: KINDS[verdict],
    sentence,
    ...(remedy ? { detail: remedy } : {}),
    article: { place, name: name.join('·') },
  };
}
