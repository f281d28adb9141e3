/** 转学去向: whose hands a transfer passes through, and by which table: the authorities of both schools, and the city where the law adds it. */
import { findAuthority, getSupervision, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { JointDecision, Stage } from '../../policy/index.ts';
import type { Party } from '../../workflow/index.ts';
import { centreOf } from '../law/surroundings.ts';

export interface TransferWay {
  workflow: string;
  parties: Partial<Record<Party, string>>;
  /** Of the receiving school. */
  authorityId: string;
}

interface Between {
  sending: Institution;
  receiving: Institution;
  stage: Stage;
  day: CivilDate;
}

/** 经中心校: that of the sending town certifies, that of the receiving town agrees; a centre school of both acts once. */
async function throughTowns(
  tx: Transaction,
  { sending, receiving, authorityId }: Pick<Between, 'sending' | 'receiving'> & { authorityId: string },
): Promise<TransferWay | undefined> {
  const [from, to] = [await centreOf(tx, sending), await centreOf(tx, receiving)];
  if (!from) return undefined;
  const schools = { 'receiving-school': receiving.id, 'sending-school': sending.id, authority: authorityId };
  return to && to !== from
    ? {
        workflow: 'transfer-between-towns',
        parties: { ...schools, 'sending-centre': from, 'receiving-centre': to },
        authorityId,
      }
    : { workflow: 'transfer-from-town', parties: { ...schools, 'sending-centre': from }, authorityId };
}

/** The way of one transfer. Refuses NOT_FOUND where a school has no supervising authority or the city is not in the directory. */
export async function wayOf(
  tx: Transaction,
  { sending, receiving, stage, day }: Between,
  { requirements }: Pick<JointDecision, 'requirements'>,
): Promise<TransferWay> {
  const { authorityId: receivingId } = await getSupervision(tx, receiving.id, stage, day);
  const { authorityId: sendingId } = await getSupervision(tx, sending.id, stage, day);
  if (receivingId === sendingId && requirements.some((one) => one.kind === 'STEP' && one.by === 'CENTRE_SCHOOL')) {
    const towns = await throughTowns(tx, { sending, receiving, authorityId: receivingId });
    if (towns) return towns;
  }
  const schools = { 'receiving-school': receiving.id, 'sending-school': sending.id };
  const sides = requirements.flatMap((one) => (one.kind === 'STEP' && one.by === 'CITY' ? [one.side] : []));
  const decides = new Set([receivingId, sendingId]);
  const cityOf = async (school: Institution, side: 'RECEIVING' | 'SENDING') => {
    if (!sides.some((one) => one === undefined || one === side)) return undefined;
    const city = await findAuthority(tx, `${school.placeCode.slice(0, 4)}00`);
    if (!city) throw refuse('NOT_FOUND', { what: `${school.name}所在市的教育行政部门（请先在机构目录中设立）` });
    return decides.has(city) ? undefined : city; // who has decided already does not decide twice
  };
  const [receivingCity, sendingCity] = [await cityOf(receiving, 'RECEIVING'), await cityOf(sending, 'SENDING')];
  const cities = [...new Set([receivingCity, sendingCity])].filter((one) => one !== undefined);
  const [city] = cities;
  const added: TransferWay['parties'] =
    cities.length === 2 ? { 'receiving-city': receivingCity!, 'sending-city': sendingCity! } : city ? { city } : {};
  if (receivingId === sendingId) {
    const workflow = city ? 'transfer-one-authority-city' : 'transfer-one-authority';
    return { workflow, parties: { ...schools, authority: receivingId, ...added }, authorityId: receivingId };
  }
  const four = { ...schools, 'receiving-authority': receivingId, 'sending-authority': sendingId, ...added };
  const workflow = cities.length === 2 ? 'transfer-two-cities' : city ? 'transfer-city' : 'transfer';
  return { workflow, parties: four, authorityId: receivingId };
}
