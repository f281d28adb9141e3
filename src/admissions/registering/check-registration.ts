/** 注册核对: how clean a case of registration is under the law, whatever the number of its children. */
import type { Services } from '../../access/index.ts';
import type { CaseCheck, CaseContext, CaseFinding } from '../../cases/index.ts';
import { byVerdict, type Decision, strictest } from '../../policy/index.ts';
import { listOfCase } from '../entrants/entrant.store.ts';
import type { SignedForms } from '../submitting/signed-forms.ts';
import { askEach, askWhole, type Joining } from './law-of-registration.ts';

type Needs = Services & { signed: SignedForms };

/** Children asked about at a time: memory stays flat. */
const PORTION = 2_000;

/** Asks the law about every entrant and counts: red and amber are children, not sentences. */
export async function checkRegistration(services: Needs, context: CaseContext): Promise<CaseCheck> {
  const { tx, theCase, school } = context;
  const alike = new Map<string, CaseFinding>();
  const children = await checkChildren(services, context, alike);
  const whole = await askWhole(services, tx, school, theCase, children.joining);
  countAlike(alike, whole);
  const { size, red, amber, unsound } = children;
  const findings = [...alike.values()].sort(byVerdict);
  // What is doubtful of the case as a whole (late, too large a class group) is one more thing to look at: a list must
  // not call such a case clean.
  const doubts = whole.filter(({ verdict }) => verdict !== 'ALLOW').length;
  return { findings, red, amber: amber + doubts, green: size - red - amber, unsound, note: noteOf(findings, size) };
}

async function checkChildren(
  services: Needs,
  { tx, theCase, school }: CaseContext,
  alike: Map<string, CaseFinding>,
): Promise<{ size: number; red: number; amber: number; unsound: number; joining: Joining }> {
  const counts = { size: 0, red: 0, amber: 0, unsound: 0 };
  const joining = new Map<string | null, number>();
  let after: string | undefined;
  for (;;) {
    const portion = await listOfCase(tx, theCase.id, { after, limit: PORTION });
    const decided = await askEach(tx, services, school, theCase, portion);
    for (const one of portion) {
      const decisions = decided.get(one.id)!;
      countAlike(alike, decisions);
      const verdict = strictest(decisions);
      counts.size++;
      if (verdict === 'REFUSE') counts.red++;
      if (verdict === 'DISCRETIONARY') counts.amber++;
      if (one.red + one.amber > 0) counts.unsound++;
      if (one.state !== 'REGISTERED') joining.set(one.classGroupId, (joining.get(one.classGroupId) ?? 0) + 1);
    }
    if (portion.length < PORTION) return { ...counts, joining };
    after = portion.at(-1)!.id;
  }
}

/** One line for each answer of a rule, with the number of children it concerns; no child's facts are kept with it. */
function countAlike(alike: Map<string, CaseFinding>, decisions: readonly Decision[]): void {
  for (const finding of decisions.flatMap(({ findings }) => findings)) {
    const key = `${finding.ruleId}/${finding.code}/${finding.sentence}`;
    const known = alike.get(key);
    if (known) known.count++;
    else alike.set(key, { ...finding, facts: {}, count: 1 });
  }
}

function noteOf(findings: readonly CaseFinding[], size: number): string {
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  if (!first) return `${size}人材料齐全`;
  return first.count > 1 ? `${first.count}人${first.sentence}` : first.sentence;
}
