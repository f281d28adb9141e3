/** 两地情形: what the directory knows around the two schools and the law of some place asks. */
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { hasPrivateSenior } from '../transfers.store.ts';
import type { Surroundings } from './transfer-facts.ts';

interface Between {
  sending: Institution;
  receiving: Institution;
  stage: Stage;
  day: CivilDate;
}

/** Only what somebody asks: centre schools inside one county, private schools where a private student goes to a public one. */
export async function surroundingsOf(
  tx: Transaction,
  { sending, receiving, stage, day }: Between,
): Promise<Surroundings> {
  const asksFounder = stage === 'SENIOR' && sending.ownership === 'PRIVATE' && receiving.ownership === 'PUBLIC';
  return {
    ...(asksFounder ? { privateSchoolThere: await hasPrivateSenior(tx, receiving.placeCode, day) } : {}),
    ...(sending.placeCode === receiving.placeCode ? await routeOf(tx, sending, receiving) : {}),
  };
}

/** 同县转学去向: a town is where a centre school stands above the school; inside one town no other centre school is asked. */
async function routeOf(tx: Transaction, sending: Institution, receiving: Institution): Promise<Surroundings> {
  const [from, to] = [await centreOf(tx, sending), await centreOf(tx, receiving)];
  if (!from) return {};
  return { route: to ? 'BETWEEN_TOWNS' : 'TOWN_TO_URBAN' };
}

/** 中心校 of a school; undefined in the urban area. */
export async function centreOf(tx: Transaction, { upperId }: Institution): Promise<string | undefined> {
  if (!upperId) return undefined;
  const upper = await getInstitution(tx, { id: upperId });
  return upper.kind === 'CENTRE_SCHOOL' ? upper.id : undefined;
}
