/** 交件提醒: once a day, which school owes a paper file, and who has a case that waits for a paper of theirs. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, daysBetween } from '../../kernel/civil-date.ts';
import type { Workflow } from '../../workflow/index.ts';
import { type HeldCase, listHeld, listOwedFiles, listWanting, numbersOf, type OwedFile } from './papers.store.ts';
import { accountsAt } from './recipients.store.ts';
import { caseWords, SENTENCES } from './sentences.ts';
import { type Telling, tell } from './tell.ts';

const PORTION = 200;
/** A fortnight before the last day it presses. */
const SOON_DAYS = 14;

/** Tells each once of what is owed, when it presses and when it is late; a second run of the day tells nothing anew. */
export async function watchPapers({ db }: Pick<Services, 'db'>, workflows: readonly Workflow[]): Promise<void> {
  const titled = ({ workflow, number }: { workflow: string; number: string }) =>
    caseWords(workflows.find(({ id }) => id === workflow)?.title ?? '', number);
  const inPortions = async <One>(
    list: (tx: Transaction, portion: { after: string | undefined; limit: number }) => Promise<One[]>,
    tellingsOf: (tx: Transaction, ones: readonly One[]) => Promise<Telling[]>,
    idOf: (one: One) => string,
  ) => {
    for (let after: string | undefined; ; ) {
      const portion = await db.write(NODE_SCOPE, async (tx) => {
        tx.markAudited(); // telling changes no fact
        const ones = await list(tx, { after, limit: PORTION });
        await tell(tx, await tellingsOf(tx, ones));
        return ones;
      });
      if (portion.length < PORTION) return;
      after = idOf(portion.at(-1)!);
    }
  };
  await inPortions(
    listOwedFiles,
    (tx, files) => tellingsOfFiles(tx, files, titled),
    ({ id }) => id,
  );
  await inPortions(
    listHeld,
    (tx, cases) => tellingsOfCases(tx, cases, titled),
    ({ caseId }) => caseId,
  );
}

type Titled = (one: { workflow: string; number: string }) => string;

async function tellingsOfFiles(tx: Transaction, files: readonly OwedFile[], titled: Titled): Promise<Telling[]> {
  const cases = await numbersOf(tx, files);
  const people = await accountsAt(
    tx,
    files.map(({ schoolId }) => schoolId),
  );
  return files.flatMap(({ caseId, schoolId, dueOn }): Telling[] => {
    const known = caseId === null ? undefined : cases.get(caseId);
    const to = people.filter(({ institutionId, role }) => institutionId === schoolId && role === 'SCHOOL_REGISTRAR');
    const stage = pressing(dueOn, dayOf(tx.now));
    // Without a case there is nothing to name them by: all of a school with one last day are told of at once.
    const what = known ? titled(known) : '升学学生';
    const source = caseId ?? `${schoolId} ${dueOn ?? ''}`;
    const sentence = stage === 'late' ? SENTENCES.fileLate(what, dueOn!) : SENTENCES.fileOwed(what, dueOn);
    return [{ kind: 'PAPER_DUE', source: `file ${stage} ${source}`, to, sentence, caseId }];
  });
}

function pressing(dueOn: CivilDate | null, today: CivilDate): 'owed' | 'soon' | 'late' {
  if (dueOn === null) return 'owed';
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'late';
  return left <= SOON_DAYS ? 'soon' : 'owed';
}

/** Only who has the case can hand in what is missing. */
async function tellingsOfCases(tx: Transaction, cases: readonly HeldCase[], titled: Titled): Promise<Telling[]> {
  const wanting = await listWanting(tx, cases);
  const waiting = cases.flatMap((one) => {
    const paper = wanting.findLast(
      ({ caseId, institutionId }) => caseId === one.caseId && institutionId === one.holderId,
    );
    return paper ? [{ ...one, paperId: paper.id }] : [];
  });
  const people = await accountsAt(
    tx,
    waiting.map(({ holderId }) => holderId),
  );
  return waiting.map((one): Telling => {
    const to = people.filter(({ institutionId, role }) => institutionId === one.holderId && role === one.holderRole);
    const { caseId, paperId } = one;
    return { kind: 'PAPER_DUE', source: `paper ${paperId}`, to, sentence: SENTENCES.paperWanting(titled(one)), caseId };
  });
}
