/** 学籍建立办件: what the engine must know of the registration of new students. */
import type { Services } from '../../access/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { CaseCheck, CaseContext, CaseFinding, CaseKind } from '../../cases/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { byVerdict, type Decision, strictest } from '../../policy/index.ts';
import { releaseIdentities } from '../../students/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { listEntrants, setEntrantCase } from '../entrants/entrant.store.ts';
import type { EntrantState } from '../entrants/entrant.ts';
import { askRegistration, whereOf } from './law-of-registration.ts';
import { registerEntrants } from './register-entrants.ts';

/** 入学注册: the kind of case, whichever way it takes (usual, reviewed by the county first, without document). */
export const REGISTRATION = 'REGISTRATION';

/** The kind with its workflows. */
export function registrationKind(services: Services, workflows: readonly Workflow[]): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === REGISTRATION),
    check: (context) => checkRegistration(services, context),
    dueOn: (context) => buildFileDueOn(services, context),
    effects: {
      COMPLETED: (context) => registerEntrants(services, context),
      REFUSED: (context) => letGo(context, 'REFUSED'),
      WITHDRAWN: (context) => letGo(context, 'DRAFT'),
    },
  };
}

/** Gives up the claims on identities; withdrawn entrants go back to the school's drafts. */
async function letGo({ tx, theCase }: CaseContext, state: EntrantState): Promise<void> {
  const ids = (await listEntrants(tx, { caseId: theCase.id })).map(({ id }) => id);
  await releaseIdentities(tx, theCase.id, ids);
  await setEntrantCase(tx, ids, { caseId: state === 'DRAFT' ? null : theCase.id, state });
}

/** 建籍期限: the last day on which the law of the place still finds the file built in time. */
async function buildFileDueOn({ law }: Services, { tx, theCase }: CaseContext): Promise<CivilDate> {
  const school = await getInstitution(tx, { id: theCase.schoolId });
  const enteredOn = theCase.data['enteredOn'] as CivilDate;
  const { findings } = law.ask('build-file', whereOf(school, theCase.lawDay), { enteredOn, submittedOn: enteredOn });
  const days = findings.map(({ facts }) => facts['dueOn']).filter((day) => typeof day === 'string');
  const [first] = days.toSorted();
  if (!first) throw new Error('no rule in force says until when a file must be built');
  return first as CivilDate;
}

/** Asks the law about every entrant and counts: red and amber are children, not sentences. */
async function checkRegistration(services: Services, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const school = await getInstitution(tx, { id: theCase.schoolId });
  const entrants = await listEntrants(tx, { caseId: theCase.id });
  const { perEntrant, whole } = await askRegistration(services, tx, { school, entrants, theCase });
  const findings = [...countAlike(whole.map((decision) => [decision])), ...countAlike([...perEntrant.values()])].sort(
    byVerdict,
  );
  const verdicts = [...perEntrant.values()].map((decisions) => strictest(decisions));
  const red = verdicts.filter((verdict) => verdict === 'REFUSE').length;
  const amber = verdicts.filter((verdict) => verdict === 'DISCRETIONARY').length;
  return { findings, red, amber, green: entrants.length - red - amber, note: noteOf(findings, entrants.length) };
}

function noteOf(findings: readonly CaseFinding[], size: number): string {
  const first = findings.find(({ verdict }) => verdict !== 'ALLOW');
  if (!first) return `${size}人材料齐全`;
  return first.count > 1 ? `${first.count}人${first.sentence}` : first.sentence;
}

/** One line for each answer of a rule, with the number of children it concerns; no child's facts are kept with it. */
function countAlike(decided: readonly (readonly Decision[])[]): CaseFinding[] {
  const alike = new Map<string, CaseFinding>();
  for (const finding of decided.flat().flatMap(({ findings }) => findings)) {
    const key = `${finding.ruleId}/${finding.code}/${finding.sentence}`;
    const known = alike.get(key);
    if (known) known.count++;
    else alike.set(key, { ...finding, facts: {}, count: 1 });
  }
  return [...alike.values()];
}
