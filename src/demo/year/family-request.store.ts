/** 演示家长申请: at one school a guardian who has been given a link and asks for a correction that waits for its answer. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, dayOf } from '../../kernel/civil-date.ts';
import { idOf } from '../chance.ts';
import { OTHER_SCHOOL } from '../region/counties.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { planPair } from '../region/posts.ts';

const CONTENT = {
  kind: 'CORRECTION',
  items: [{ path: 'homeAddress', value: '河南省许昌市长葛市葛天大道18号' }],
  said: '9月搬了家，请更正家庭地址',
};

/** The link opens with a secret that nobody was shown: whoever tries it out hands out another. */
export async function insertFamilyRequest(
  tx: Transaction,
  { cipher, randomBytes }: Pick<Services, 'cipher' | 'randomBytes'>,
  plan: Omit<PartPlan, 'countiesAfter'>,
): Promise<void> {
  const school = plan.schools.find(({ slug }) => slug === OTHER_SCHOOL);
  if (!school) return;
  const child = await tx.sql
    .selectFrom('roster as r')
    .innerJoin('guardians as g', 'g.student_id', 'r.student_id')
    .select(['r.student_id as id', 'g.name', 'g.relation', 'g.ordinal'])
    .where('r.county', '=', school.county)
    .where('r.school_id', '=', school.id)
    .where('g.is_guardian', '=', true)
    .orderBy('r.student_id')
    .orderBy('g.ordinal')
    .executeTakeFirst();
  if (!child) return;
  const { registrar } = planPair(plan.seed, school);
  const [linkId, requestId] = ['link', 'request'].map((what) => idOf(`family-${what}/${child.id}`, tx.now.getTime()));
  const of = { student_id: child.id, path: school.path, school_id: school.id, guardian_name: child.name };
  const today = dayOf(tx.now);
  await tx.together(
    {
      into: 'family_links',
      rows: [
        {
          ...{ ...of, id: linkId!, guardian_ordinal: child.ordinal, relation: child.relation },
          ...{ secret_hash: randomBytes(32), phone_check: null, document_check: null },
          ...{ made_by: registrar.id, made_by_name: registrar.personName, made_at: tx.now },
          ...{ valid_to: addDays(today, 180), opened_at: tx.now },
        },
      ],
    },
    {
      into: 'family_requests',
      rows: [
        {
          ...{ ...of, id: requestId!, receiver_id: school.id, link_id: linkId!, relation: child.relation },
          ...{ kind: CONTENT.kind, sealed: cipher.seal('family_requests', requestId!, CONTENT), state: 'OPEN' },
          ...{ sent_at: tx.now, answer_by: addDays(today, 14) },
        },
      ],
    },
  );
}
