/** 核对项: a finding of a preview, as the list of findings draws it. */
import type { ShownPreview } from '../changes.api.ts';

const KINDS = { REFUSE: 'REFUSED', DISCRETIONARY: 'JUDGEMENT', ALLOW: 'DONE' } as const;

/** With its article cut into place and name: 四川, 第三十三条. */
export function findingOf({ ruleId, code, verdict, sentence, remedy, chip }: ShownPreview['findings'][number]) {
  const [place = '', ...name] = chip.split('·');
  return {
    key: `${ruleId} ${code} ${chip}`,
    kind: KINDS[verdict],
    sentence,
    ...(remedy ? { detail: remedy } : {}),
    article: { place, name: name.join('·') },
  };
}
