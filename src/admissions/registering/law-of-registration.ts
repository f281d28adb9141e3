/** 注册之法: the questions that a registration puts to the law, for each child and for the case as a whole. */
import type { Services } from '../../access/index.ts';
import { gradeOf, type Institution, listSeats } from '../../authorities/index.ts';
import type { Case } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import type { Decision, Law, Where } from '../../policy/index.ts';
import { GUARDIAN_ROWS, type RawRecord } from '../../students/index.ts';
import type { Entrant } from '../entrants/entrant.ts';
import { plansDrawnOn } from '../intake/plans/plan.store.ts';
import { type SeniorStanding, seniorStandings } from '../intake/roll/standing-on-roll.store.ts';
import { type SignedForms, signedBy } from '../submitting/signed-forms.ts';

/** Where a school's questions are asked: its place, its own text, the day whose law counts. */
export const whereOf = (school: Institution, day: CivilDate): Where => ({
  placeCode: school.placeCode,
  day,
  ...(school.code ? { schoolCode: school.code } : {}),
});

/** What the law says of each child, as of the day the case was opened; by entrant. */
export async function askEach(
  tx: Transaction,
  { law, cipher, signed }: Pick<Services, 'law' | 'cipher'> & { signed: SignedForms },
  school: Institution,
  theCase: Case,
  entrants: readonly Entrant[],
): Promise<Map<string, Decision[]>> {
  const where = whereOf(school, theCase.lawDay);
  const forms = await signed(tx, school, entrants);
  const seniors = entrants.filter(({ stage }) => stage === 'SENIOR').map(({ id }) => id);
  const standings = await seniorStandings(tx, seniors);
  return new Map(
    entrants.map((one) => {
      const raw = cipher.open('entrants', one.id, one.sealed) as RawRecord;
      const standing = standings.get(one.id);
      const by = signedBy(theCase, forms.get(one.id));
      const signedForm = by === 'TELEPHONE' || by === 'PAPER';
      const decisions = askOne(law, where, one, raw, { signedForm, graduatedSenior: standing?.finished === true });
      return [one.id, standing?.roll ? [...decisions, askSenior(law, where, school, standing.roll)] : decisions];
    }),
  );
}

/** 高中入学资格, where the school keeps a roll: who is not on it was not admitted (SC-11.1, SC-11.2, SX-9.7). */
const askSenior = (
  law: Law,
  where: Where,
  { ownership }: Institution,
  { admitted, ...shown }: NonNullable<SeniorStanding['roll']>,
): Decision =>
  law.ask('senior-entry', where, {
    ...shown,
    stage: 'SENIOR',
    withinPlan: admitted,
    fraud: false,
    privateSchool: ownership === 'PRIVATE',
  });

/** Children on their way into each class group. */
export type Joining = ReadonlyMap<string | null, number>;

/** What the law says of the case as a whole: its term, the plan of the school, and the size of the class groups once these children sit in them. */
export async function askWhole(
  { law }: Pick<Services, 'law'>,
  tx: Transaction,
  school: Institution,
  theCase: Case,
  joining: Joining,
): Promise<Decision[]> {
  const where = whereOf(school, theCase.lawDay);
  const term = law.ask('build-file', where, {
    enteredOn: theCase.data['enteredOn'] as CivilDate,
    submittedOn: theCase.receivedOn ?? dayOf(theCase.openedAt),
  });
  return [term, ...(await askPlans(law, where, tx, theCase)), ...(await askSizes(law, where, tx, joining))];
}

const isFilledIn = (raw: RawRecord, path: string) => String(raw[path] ?? '').trim() !== '';

/** What of a child's papers is there, as the law asks. */
export function papersOf({ stage, photoId }: Pick<Entrant, 'stage' | 'photoId'>, raw: RawRecord) {
  const guardians = Array.from({ length: GUARDIAN_ROWS }, (_, row) => row);
  return {
    stage,
    hasIdentityNumber: isFilledIn(raw, 'identityType') && isFilledIn(raw, 'identityNumber'),
    guardianCount: guardians.filter((row) => isFilledIn(raw, `guardians.${row}.name`)).length,
    guardianWithNumber: guardians.some((row) => isFilledIn(raw, `guardians.${row}.identityNumber`)),
    hasPhoto: photoId !== null,
  };
}

function askOne(
  law: Law,
  where: Where,
  one: Entrant,
  raw: RawRecord,
  { signedForm, graduatedSenior }: { signedForm: boolean; graduatedSenior: boolean },
): Decision[] {
  const isFilled = (path: string) => isFilledIn(raw, path);
  const decisions = [
    law.ask('registration-papers', where, {
      ...papersOf(one, raw),
      hasIdentityNumber: one.identityHash !== null,
      signedForm,
    }),
    law.ask('one-registration', where, {
      sameNumberElsewhere: one.findings.some(({ code }) => code.startsWith('IDENTITY_')),
      suspicions: one.findings.filter(({ code }) => code === 'SUSPECTED_DUPLICATE').length,
      graduatedSenior,
      stage: one.stage,
    }),
  ];
  if (one.bornOn && one.grade === 1) {
    const approved = isFilled('entryApproval') ? { approved: 'EARLY' as const } : {};
    decisions.push(
      law.ask('entry-age', where, { bornOn: one.bornOn, intakeYear: one.intakeYear, grade: 1, ...approved }),
    );
  }
  return decisions;
}

/** 招生计划: the plans that the children draw on, with whoever comes before them; nothing is asked where none was set. */
async function askPlans(law: Law, where: Where, tx: Transaction, { id, schoolId }: Case): Promise<Decision[]> {
  const plans = await plansDrawnOn(tx, { caseId: id, schoolId });
  return plans.map(({ stage, places, admitted }) =>
    law.ask('admission-plan', where, { stage, season: 'AUTUMN', places, admitted }),
  );
}

/** 班额: each class group as large as it will be. */
async function askSizes(law: Law, where: Where, tx: Transaction, joining: Joining) {
  const ids = [...joining.keys()].filter((id) => id !== null);
  const groups = await listSeats(tx, ids, where.day);
  return groups.map((group) => {
    const size = group.seated + joining.get(group.id)!;
    return law.ask('class-size', where, { stage: group.stage, grade: gradeOf(group, where.day), size });
  });
}
