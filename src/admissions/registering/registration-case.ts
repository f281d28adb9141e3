/** 学籍建立办件: what the engine must know of the registration of new students. */
import type { Services } from '../../access/index.ts';
import type { CaseCheck, CaseContext, CaseKind } from '../../cases/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { releaseIdentities } from '../../students/index.ts';
import type { Workflow } from '../../workflow/index.ts';
import { listEntrants, setEntrantCase } from '../entrants/entrant.store.ts';
import type { EntrantState } from '../entrants/entrant.ts';
import { NOBODY_SIGNS, type SignedForms } from '../submitting/signed-forms.ts';
import { checkRegistration } from './check-registration.ts';
import { whereOf } from './law-of-registration.ts';
import { registerEntrants } from './register-entrants.ts';
import { reopenImports } from './registering.store.ts';
import { registrationApplication } from './registration-application.ts';

/** 入学注册: the kind of case, whichever way it takes (usual, reviewed by the county first, without document). */
export const REGISTRATION = 'REGISTRATION';

/** The kind with its workflows; `signed` knows what guardians have signed on a telephone. */
export function registrationKind(
  services: Services,
  workflows: readonly Workflow[],
  signed: SignedForms = NOBODY_SIGNS,
): CaseKind {
  return {
    workflows: workflows.filter(({ kind }) => kind === REGISTRATION),
    check: (context) => checkRegistration({ ...services, signed }, context),
    dueOn: (context) => buildFileDueOn(services, context),
    application: (context) => registrationApplication(context, signed),
    before: ({ action, check }) => {
      if (action === 'SUBMIT') refuseUnsound(check);
    },
    effects: {
      COMPLETED: (context) => registerEntrants(services, context),
      REFUSED: (context) => letGo(context, 'REFUSED'),
      WITHDRAWN: (context) => letGo(context, 'DRAFT'),
    },
  };
}

/** What came back for mending goes out again only once it is mended. */
function refuseUnsound({ unsound = 0 }: CaseCheck): void {
  if (unsound > 0) throw refuse('BAD_INPUT', { what: `此件还有${unsound}人有误或待确认，请改正或确认后再提交` });
}

/** Gives up the claims on identities; withdrawn entrants go back to the school's drafts, and to their workbook. */
async function letGo({ tx, theCase }: CaseContext, state: EntrantState): Promise<void> {
  const ids = (await listEntrants(tx, { caseId: theCase.id })).map(({ id }) => id);
  await releaseIdentities(tx, theCase.id, ids);
  await setEntrantCase(tx, ids, { caseId: state === 'DRAFT' ? null : theCase.id, state });
  if (state === 'DRAFT') await reopenImports(tx, ids);
}

/** 建籍期限: the last day on which the law of the place still finds the file built in time. */
async function buildFileDueOn({ law }: Services, { theCase, school }: CaseContext): Promise<CivilDate> {
  const enteredOn = theCase.data['enteredOn'] as CivilDate;
  const { findings } = law.ask('build-file', whereOf(school, theCase.lawDay), { enteredOn, submittedOn: enteredOn });
  const days = findings.map(({ facts }) => facts['dueOn']).filter((day) => typeof day === 'string');
  const [first] = days.toSorted();
  if (!first) throw new Error('no rule in force says until when a file must be built');
  return first as CivilDate;
}
