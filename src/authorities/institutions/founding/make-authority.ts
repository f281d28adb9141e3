/** 设立教育行政部门与乡镇中心校: by the level above, under the places of GB/T 2260. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { chainOf, levelOf, pathOf } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { refuseTwins } from '../../conflict.ts';
import { listInstitutions } from '../directory.store.ts';
import {
  findAuthority,
  getInstitution,
  type Institution,
  insertInstitutions,
  lockInstitution,
} from '../institution.store.ts';
import { insertPlaces } from '../place.store.ts';
import { ownNameOf, type PlaceNames } from './place-names.ts';

export interface AuthorityWish {
  placeCode: string;
  name: string;
  shortName: string;
}

/** An authority that is nothing but its place and its name. */
export const bareAuthority = (
  id: string,
  { placeCode, name, shortName }: AuthorityWish,
  upperId: string | null,
  validFrom: Institution['validFrom'],
): Institution => ({
  ...BARE,
  id,
  kind: 'AUTHORITY',
  code: placeCode,
  name,
  shortName,
  placeCode,
  county: placeCode,
  path: pathOf(placeCode),
  upperId,
  validFrom,
});

const BARE = {
  englishName: null,
  schoolType: null,
  ownership: null,
  modelSchool: false,
  stages: [],
  years: {},
  profile: {},
  validTo: null,
};

/** Refuses places outside the actor's, unknown to GB/T 2260, already taken, or whose own level above is not there. */
export async function makeAuthority(
  services: Services,
  names: PlaceNames,
  actor: Actor,
  wish: AuthorityWish,
): Promise<{ id: string }> {
  const { placeCode } = wish;
  const made = services.db.write(scopeOf(actor), async (tx) => {
    const placeName = ownNameOf(names, placeCode);
    if (!placeName) throw refuse('BAD_INPUT', { what: `行政区划代码${placeCode}不在国家标准代码中，请核对` });
    const upperCode = chainOf(placeCode).at(-2);
    if (upperCode !== actor.institution.placeCode) {
      throw refuse('NOT_ALLOWED', { what: `${placeName}教育行政部门由其上一级设立` });
    }
    if (await findAuthority(tx, placeCode)) throw refuse('BAD_INPUT', { what: `${placeName}教育行政部门已在目录中` });
    await insertPlaces(tx, [{ code: placeCode, name: placeName, parentCode: upperCode }]);
    const authority = bareAuthority(services.newId(), wish, actor.institution.id, dayOf(tx.now));
    await found(tx, actor, authority, 'MAKE_AUTHORITY');
    return { id: authority.id };
  });
  return refuseTwins(made, '该地教育行政部门刚被设立');
}

/** 乡镇中心校: stands between a county and the schools of a township (S5-1.2). */
export async function makeCentreSchool(
  services: Services,
  actor: Actor,
  { name, shortName }: { name: string; shortName: string },
): Promise<{ id: string }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const county = await lockInstitution(tx, actor.institution.id);
    if (levelOf(county.placeCode) !== 'COUNTY') throw refuse('NOT_ALLOWED', { what: '乡镇中心校由县级教育局设立' });
    const known = await listInstitutions(tx, { upperId: county.id, kind: 'CENTRE_SCHOOL', limit: 1000 });
    if (known.some((one) => one.name === name)) throw refuse('BAD_INPUT', { what: `${name}已在目录中` });
    const code = `${county.placeCode}Z${await nextOrdinal(tx, county.placeCode)}`;
    const centre: Institution = {
      ...BARE,
      id: services.newId(),
      kind: 'CENTRE_SCHOOL',
      code,
      name,
      shortName,
      placeCode: county.placeCode,
      county: county.county,
      path: `${county.path}${code.slice(6)}/`,
      upperId: county.id,
      validFrom: dayOf(tx.now),
    };
    await found(tx, actor, centre, 'MAKE_CENTRE_SCHOOL');
    return { id: centre.id };
  });
}

/** Counts closed ones too: a code is never given twice. */
async function nextOrdinal(tx: Transaction, placeCode: string): Promise<string> {
  for (let ordinal = 1; ; ordinal++) {
    const text = String(ordinal).padStart(2, '0');
    const known = await getInstitution(tx, { code: `${placeCode}Z${text}` }).catch(() => undefined);
    if (!known) return text;
  }
}

async function found(tx: Transaction, actor: Actor, institution: Institution, action: string): Promise<void> {
  await insertInstitutions(tx, [institution]);
  await record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'INSTITUTION',
    subjectId: institution.id,
    path: institution.path,
    detail: { code: institution.code },
  });
}
