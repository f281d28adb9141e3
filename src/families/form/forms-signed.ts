/** 新生签字是否算数: for the registration of a child, whether its guardian has signed all that the law of the place orders. */
import type { Services } from '../../access/index.ts';
import type { Entrant, SignedForm, SignedForms } from '../../admissions/index.ts';
import type { Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { registeredAt } from '../child/child.store.ts';
import { readEntrant } from '../child/child.ts';
import { listProposing } from '../requests/request.store.ts';
import { type FormGroup, stillHolds } from './form-lines.ts';
import { listSignatures, type Signature } from './signature.store.ts';
import { signingOf, stepsAt } from './signing-steps.ts';

type Needs = Pick<Services, 'law' | 'cipher'>;

/** Under what the school holds now: what was changed after the last signature, or is not taken over yet, is not signed. */
export const formsSigned =
  (services: Needs): SignedForms =>
  async (tx, school, entrants) => {
    const ids = entrants.map(({ id }) => id);
    const registered = entrants.filter(({ state }) => state === 'REGISTERED').map(({ id }) => id);
    const decided = await registeredAt(tx, registered);
    // Of a child who is registered counts what had been signed by then: later rounds are the student's.
    const before = (await listSignatures(tx, ids)).filter(
      ({ studentId, signedAt }) => signedAt <= (decided.get(studentId) ?? tx.now),
    );
    const signatures = Map.groupBy(before, ({ studentId }) => studentId);
    const stepsOf = stepsAt(services, school, dayOf(tx.now));
    const proposing = await listProposing(tx, ids);
    const forms = new Map<string, SignedForm>();
    for (const entrant of entrants) {
      const signed = signatures.get(entrant.id) ?? [];
      const proposed = proposing.has(entrant.id);
      if (signed.length === 0 && !proposed) continue;
      const { toSign, waiting, last } = signingOf(stepsOf(entrant.stage), signed);
      const done = toSign === null && waiting === null && last !== undefined;
      forms.set(entrant.id, {
        proposed,
        begun: signed.length > 0,
        done: done && (await holdsStill(tx, services, school, entrant, last)),
      });
    }
    return forms;
  };

/** Does a signature stand under what the draft says now? */
export async function holdsStill(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  school: Institution,
  entrant: Entrant,
  { id, sealed }: Signature,
): Promise<boolean> {
  const child = await readEntrant(tx, services, entrant, { school });
  return stillHolds(services.cipher.open('family_signatures', id, sealed) as FormGroup[], child);
}
