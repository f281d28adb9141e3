/** 在校生活提醒: once a day, whose probation ends, which hardship the new school year asks anew, whose make-ups are not entered. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { type Dues, duesOf, isOver, listSchoolPaths, termWords } from '../../school-life/index.ts';
import { accountsAt, type Recipient } from './recipients.store.ts';
import { SENTENCES } from './sentences.ts';
import { type Telling, tell } from './tell.ts';

const PORTION = 200;

/** Tells the schools' own people, each once; a second run of the day tells nothing anew. No name of a student is told. */
export async function watchSchoolLife({ db }: Pick<Services, 'db'>): Promise<void> {
  for (let after: string | undefined; ; ) {
    const portion = await db.write(NODE_SCOPE, async (tx) => {
      tx.markAudited(); // telling changes no fact
      const schools = await listSchoolPaths(tx, { after, limit: PORTION, today: dayOf(tx.now) });
      const people = await accountsAt(
        tx,
        schools.map(({ id }) => id),
      );
      await tell(tx, tellingsOf(tx, await duesOf(tx, { schools }), people));
      return schools;
    });
    if (portion.length < PORTION) return;
    after = portion.at(-1)!.id;
  }
}

function tellingsOf(
  tx: Transaction,
  { probations, hardships, makeUps }: Dues,
  people: readonly Recipient[],
): Telling[] {
  const today = dayOf(tx.now);
  const at = (schoolId: string, ...roles: string[]) =>
    people.filter(({ institutionId, role }) => institutionId === schoolId && roles.includes(role));
  const kind = 'SCHOOL_LIFE_DUE' as const;
  const late = makeUps.filter(({ term }) => isOver(term, today));
  const byTerm = Map.groupBy(late, ({ schoolId, term }) => `${schoolId} ${term.schoolYear}-${term.term}`);
  return [
    ...probations.map(
      ({ caseId, schoolId, untilOn, over }): Telling => ({
        ...{ kind, caseId, source: `probation ${over ? 'over' : 'ending'} ${caseId}` },
        to: at(schoolId, 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'),
        sentence: over ? SENTENCES.probationOver(untilOn) : SENTENCES.probationEnding(untilOn),
      }),
    ),
    ...[...hardships].map(
      ([schoolId, students]): Telling => ({
        ...{ kind, source: `hardships ${schoolId} ${schoolYearOf(today)}` },
        to: at(schoolId, 'SCHOOL_REGISTRAR'),
        sentence: SENTENCES.hardshipsDue(students),
      }),
    ),
    ...[...byTerm].map(([source, of]): Telling => {
      const [{ schoolId, term }] = of as [Dues['makeUps'][number]];
      const students = of.reduce((sum, one) => sum + one.students, 0);
      return {
        ...{ kind, source: `make-ups ${source}`, to: at(schoolId, 'SCHOOL_REGISTRAR') },
        sentence: SENTENCES.makeUpsDue(students, termWords(term)),
      };
    }),
  ];
}
