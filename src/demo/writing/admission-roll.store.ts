/** 演示录取名册: of the schools that a newcomer signs in at, whom they have admitted: most have come, one later, some not at all. */
import type { FieldCipher } from '../../crypto/field-cipher.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, civilDate, dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import { chanceOf, idOf } from '../chance.ts';
import { drawName } from '../people/names.ts';
import { INTAKE_SCHOOL, OTHER_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planPair } from '../region/posts.ts';

/** Children on each roll; the last ones are still awaited. */
const ADMITTED = 18;
const AWAITED = 4;

/** Entered by the registrar of each school, ten days before term; without documents, as compulsory schools may. */
export async function insertAdmissionRolls(
  tx: Transaction,
  cipher: FieldCipher,
  plan: Omit<PartPlan, 'countiesAfter'>,
): Promise<void> {
  const intakeYear = intakeYearOf(dayOf(tx.now));
  const termStart = civilDate(`${intakeYear}-09-01`);
  for (const school of plan.schools.filter(({ slug }) => slug === INTAKE_SCHOOL || slug === OTHER_SCHOOL)) {
    const { registrar } = planPair(plan.seed, school);
    const chance = chanceOf(`${plan.seed}/roll/${school.slug}`);
    const children = Array.from({ length: ADMITTED }, (_, place) => {
      const id = idOf(`roll/${school.slug}/${place}`, tx.now.getTime());
      const name = drawName(chance, { gender: place % 2 ? '1' : '2', bornIn: intakeYear - 6, ethnicGroup: '01' });
      const phone = `139${String(20_000_000 + chance.below(10_000_000)).slice(-8)}`;
      return { id, name, phone, came: place < ADMITTED - AWAITED, place };
    });
    const of = { school_id: school.id, path: school.path };
    await tx.together({
      into: 'admission_roll',
      rows: children.map(({ id, name, phone, came, place }) => ({
        ...{ ...of, id, stage: 'PRIMARY', intake_year: intakeYear, name, identity_masked: '' },
        sealed: cipher.seal('admission_roll', id, { identityNumber: null, registrationNumber: null, phone }),
        entry_way: place % 6 === 5 ? 'MIGRANT' : 'DISTRICT',
        household_area: place % 6 === 5 ? '410105' : school.placeCode,
        notice_number: `${intakeYear}-${String(place + 1).padStart(4, '0')}`,
        deferred_to: place === ADMITTED - 1 ? addDays(termStart, 10) : null,
        checked_in_on: came ? termStart : null,
        papers_shown: came ? ['NOTICE', 'HOUSEHOLD'] : [],
        ...{ made_by: registrar.id, made_at: tx.now },
      })),
    });
    await tx.together({
      into: 'admission_roll_acts',
      rows: children.map(({ id }) => ({
        ...{ ...of, roll_id: id, id: idOf(`roll-act/${id}`, tx.now.getTime()), act: 'ADMIT' },
        ...{ acted_on: addDays(termStart, -10), acted_at: tx.now, acted_by: registrar.id },
        ...{ acted_by_name: registrar.personName, facts: '{}', sealed: null, findings: '[]' },
      })),
    });
  }
}
