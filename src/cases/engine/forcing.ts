/** 强制办理核对: whether the law of the holder's place lets the superior do what the holder leaves undone. */
import type { Level } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { type Law, type PartyName, strictest, type Verdict } from '../../policy/index.ts';
import type { CaseFinding } from '../case.ts';
import { type TermRun, wholeTermSince } from './clock.ts';

export interface Forcing {
  findings: CaseFinding[];
  verdict: Verdict;
  /** What stands against it, with its article; undefined where nothing does. */
  against: string | undefined;
}

/** How high an authority must stand to let through what a text refuses in principle. */
const STANDS_AT: Partial<Record<PartyName, readonly Level[]>> = {
  CITY: ['CITY', 'PROVINCE', 'NATION'],
  PROVINCE: ['PROVINCE', 'NATION'],
};

/** Asks the law (CG-3.1.3.c, SC-35.4). Where no text gives the power nobody has it. */
export function forcingOf(
  law: Law,
  calendar: WorkingCalendar,
  { holder, term, level, today }: { holder: Institution; term: TermRun; level: Level; today: CivilDate },
): Forcing {
  const since = wholeTermSince(calendar, term);
  const facts = { by: 'HIGHER_AUTHORITY', since, againstConditions: false, special: false } as const;
  const asked = law.ask('forced-step', { placeCode: holder.placeCode, day: today }, facts);
  const findings = asked.findings.map((finding) => ({ ...finding, count: 1 }));
  if (findings.length === 0) {
    return { findings, verdict: 'REFUSE', against: '本地法规没有规定强制办理，可催办，由办理单位办结' };
  }
  const verdict = strictest(findings);
  const first = findings.find((finding) => finding.verdict === verdict)!;
  const whoMay = first.letThroughBy && STANDS_AT[first.letThroughBy];
  if (verdict === 'REFUSE') return { findings, verdict, against: `${first.sentence}（${first.chip}）` };
  if (verdict === 'DISCRETIONARY' && whoMay && !whoMay.includes(level)) {
    return { findings, verdict, against: `${first.sentence}，本级不能酌定，报上级教育行政部门处理（${first.chip}）` };
  }
  return { findings, verdict, against: undefined };
}
