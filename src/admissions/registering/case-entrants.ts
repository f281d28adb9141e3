/** 办件中的新生: the children of a case one by one, each with what was found and what the law says. */
import type { Services } from '../../access/index.ts';
import { getInstitution, gradeName } from '../../authorities/index.ts';
import { getCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type Decision, strictest } from '../../policy/index.ts';
import { listOfCase } from '../entrants/entrant.store.ts';
import type { Entrant } from '../entrants/entrant.ts';
import { rowOf } from '../entrants/view-entrant.ts';
import { SIGNED_WORDS, type SignedForms, signedBy } from '../submitting/signed-forms.ts';
import { askEach } from './law-of-registration.ts';
import type { CaseEntrant, CaseEntrantPage } from './registering.api.ts';

/** A page of a case's children in the order in which they were put forward. Refuses NOT_FOUND outside the scope. */
export async function viewCaseEntrants(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'law'> & { signed: SignedForms },
  caseId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<CaseEntrantPage> {
  const theCase = await getCase(tx, caseId);
  const school = await getInstitution(tx, { id: theCase.schoolId });
  const rows = await listOfCase(tx, caseId, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  // A child that is registered was judged then; the law is not asked about it again.
  const decided = await askEach(
    tx,
    services,
    school,
    theCase,
    page.filter(({ state }) => state !== 'REGISTERED'),
  );
  const forms = await services.signed(tx, school, page);
  return {
    items: page.map((one) => ({
      ...caseEntrant(services, one, decided.get(one.id) ?? []),
      signedBy: SIGNED_WORDS[signedBy(theCase, forms.get(one.id))],
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

function caseEntrant(
  services: Pick<Services, 'cipher'>,
  one: Entrant,
  decisions: readonly Decision[],
): Omit<CaseEntrant, 'signedBy'> {
  const found = decisions.flatMap(({ findings }) => findings).filter(({ verdict }) => verdict !== 'ALLOW');
  return {
    ...rowOf(services, one),
    gradeWords: gradeName(one.grade),
    photoId: one.photoId,
    verdict: strictest(decisions),
    law: found.map(({ verdict, sentence, remedy, chip }) => ({ verdict, sentence, remedy: remedy ?? null, chip })),
  };
}
