/** 审批去向: whose hands a case passes through, as the law's steps name them for the school's place. */
import { findAuthority, getInstitution, getSupervision, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Decision, Stage } from '../../policy/index.ts';
import type { Party } from '../../workflow/index.ts';

export interface ChangeWay {
  workflow: string;
  parties: Partial<Record<Party, string>>;
  authorityId: string;
  /** Of an authority that decides and does not stand above the school. */
  beside: string | null;
}

/** Which tables, about whom, on which day. */
export interface WayAsked {
  /** First part of the ids of the tables: leave in leave-authority. */
  tables: string;
  school: Institution;
  stage: Stage;
  day: CivilDate;
}

/**
 * The way of one case. Where no text names who agrees, the supervising authority does: it approves what changes a
 * registration (MOE-4.3). Refuses NOT_FOUND where an authority that the law names is not in the directory.
 */
export async function wayByLaw(
  tx: Transaction,
  { tables, school, stage, day }: WayAsked,
  { requirements }: Pick<Decision, 'requirements'>,
): Promise<ChangeWay> {
  const { authorityId } = await getSupervision(tx, school.id, stage, day);
  const named = new Set(requirements.flatMap((one) => (one.kind === 'STEP' ? [one.by] : [])));
  const way = (words: string, deciders: ChangeWay['parties'], beside: string | null = null): ChangeWay => ({
    workflow: `${tables}-${words}`,
    parties: { school: school.id, ...deciders },
    authorityId,
    beside,
  });
  if (named.has('CENTRE_SCHOOL')) {
    const above = school.upperId ? await getInstitution(tx, { id: school.upperId }) : undefined;
    if (above?.kind === 'CENTRE_SCHOOL') return way('centre', { reviewer: above.id });
    return way('authority', { authority: authorityId });
  }
  const county = named.has('COUNTY') ? await authorityAt(tx, school.placeCode, '县级') : authorityId;
  const beside = county === authorityId ? null : (await getInstitution(tx, { id: county })).path;
  if (named.has('CITY')) {
    const city = await authorityAt(tx, cityOf(school), '市级');
    if (city !== county) return way('city', { authority: county, city }, beside);
  }
  const decided = named.has('COUNTY') || named.has('CITY') || named.has('AUTHORITY');
  if (named.has('SCHOOL') && !decided) return way('school', {});
  return way('authority', { authority: county }, beside);
}

/** 市级行政区划代码. */
export const cityOf = ({ placeCode }: Pick<Institution, 'placeCode'>): string => `${placeCode.slice(0, 4)}00`;

/** The education authority of a place. Refuses NOT_FOUND where the directory has none. */
export async function authorityAt(tx: Transaction, placeCode: string, level: '县级' | '市级'): Promise<string> {
  const found = await findAuthority(tx, placeCode);
  if (!found) throw refuse('NOT_FOUND', { what: `学校所在地的${level}教育行政部门（请先在机构目录中设立）` });
  return found;
}
