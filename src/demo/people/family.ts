/** 家庭: guardians, home and circumstances that the children of one family have in common. */
import { addDays, type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { type Economy, type Gender, type Guardian, makeIdentityNumber } from '../../students/index.ts';
import { type Chance, weighted } from '../chance.ts';
import { drawHome, drawPhone, type Neighbourhood } from './addresses.ts';
import { drawEthnicGroup, drawName, surnameFor } from './names.ts';

export interface Family {
  surname: string;
  ethnicGroup: string;
  guardians: Guardian[];
  home: string;
  leftBehind: '0' | '1' | '2';
  /** The family's household is registered in another county. */
  householdPlace: string;
  economy: Economy;
  needsAid: boolean;
  orphan: boolean;
}

type Relation = NonNullable<Guardian['relation']>;

const MALE: ReadonlySet<Relation> = new Set(['51', '61', '63', '83', '85']);
const JOBS = weighted([
  ['务农', 34],
  ['建筑工地', 12],
  ['个体经营', 18],
  ['货运', 6],
  ['电子厂', 8],
  ['服装厂', 6],
  ['超市', 5],
  ['餐馆', 5],
  ['镇卫生院', 2],
  ['小学', 2],
  ['物业公司', 3],
]);
const drawLeftBehind = weighted([
  ['0', 86],
  ['1', 9],
  ['2', 5],
] as const);

/** Draws a family with a child born in that year; `awayFrom` is where families from elsewhere are registered. */
export function drawFamily(chance: Chance, near: Neighbourhood, bornIn: number, awayFrom: readonly string[]): Family {
  const ethnicGroup = drawEthnicGroup(chance);
  const surname = surnameFor(chance, ethnicGroup);
  const householdPlace = awayFrom.length > 0 && chance.happens(0.06) ? chance.pick(awayFrom) : near.countyCode;
  const home = near.countyName + drawHome(chance, near);
  const local = householdPlace === near.countyCode;
  const leftBehind = local && near.town !== undefined ? drawLeftBehind(chance) : '0';
  const orphan = chance.happens(0.002);
  const relations = relationsOf(chance, leftBehind, orphan);
  const family = { surname, ethnicGroup, home, householdPlace, bornIn };
  const guardians = relations.map((relation, row) => drawGuardian(chance, family, relation, row === 0));
  const needsAid = chance.happens(near.town === undefined ? 0.03 : 0.09);
  return {
    surname,
    ethnicGroup,
    guardians,
    home,
    leftBehind,
    householdPlace,
    economy: needsAid ? drawEconomy(chance) : {},
    needsAid,
    orphan,
  };
}

/** Two parents as a rule; grandparents where both are away for work, an uncle where there are no parents. */
function relationsOf(chance: Chance, leftBehind: string, orphan: boolean): Relation[] {
  if (orphan) return [chance.pick(['61', '62', '83'] as const)];
  if (leftBehind === '2') return [chance.pick(['51', '52'] as const), chance.pick(['61', '62', '63', '64'] as const)];
  if (chance.happens(0.07)) return [chance.pick(['51', '52'] as const)];
  return chance.happens(0.62) ? ['51', '52'] : ['52', '51'];
}

function drawGuardian(
  chance: Chance,
  family: { surname: string; ethnicGroup: string; home: string; householdPlace: string; bornIn: number },
  relation: Relation,
  first: boolean,
): Guardian {
  const { ethnicGroup, home, householdPlace } = family;
  const gender: Gender = MALE.has(relation) ? '1' : '2';
  const ageAtBirth = relation === '51' || relation === '52' ? chance.between(22, 37) : chance.between(46, 62);
  const bornOn = drawDay(chance, family.bornIn - ageAtBirth);
  const surname = relation === '51' || relation === '61' || relation === '83' ? family.surname : undefined;
  const documented = first || chance.happens(0.9);
  const sequence = chance.below(500) * 2 + (gender === '1' ? 1 : 0);
  return {
    name: drawName(chance, { gender, bornIn: family.bornIn - ageAtBirth, ethnicGroup, surname }),
    relation,
    ethnicGroup: ethnicGroup as NonNullable<Guardian['ethnicGroup']>,
    ...(chance.happens(0.7) ? { workplace: JOBS(chance) } : {}),
    currentAddress: home,
    householdPlace,
    phone: drawPhone(chance),
    isGuardian: first || relation === '51' || relation === '52',
    ...(documented
      ? { identityType: '1' as const, identityNumber: makeIdentityNumber({ area: householdPlace, bornOn, sequence }) }
      : {}),
  };
}

function drawEconomy(chance: Chance): Economy {
  const familySize = chance.between(3, 6);
  const allowance = chance.happens(0.3);
  return {
    familySize,
    labourForce: chance.between(1, 2),
    dependants: chance.between(0, 2),
    unemployed: chance.between(0, 1),
    annualIncome: chance.between(12, 48) * 1000,
    incomeSource: chance.pick(['务农', '务工', '低保金', '零工']),
    debt: chance.happens(0.3) ? chance.between(2, 40) * 1000 : 0,
    familyKind: chance.pick(['1', '1', '1', '3', '4', '5', '8'] as const),
    hardshipDegree: chance.pick(['1', '21', '22', '22'] as const),
    hardshipReason: chance.pick(['1', '3', '3', '4', '5', '9'] as const),
    subsistenceAllowance: allowance,
    ...(allowance ? { localAllowanceLine: 630 } : {}),
    extremePoverty: false,
    povertyRecord: chance.happens(0.4),
    martyrFamily: false,
    parentsUnableToWork: chance.happens(0.05),
    seriousIllness: chance.happens(0.3),
  };
}

const drawDay = (chance: Chance, year: number): CivilDate => addDays(civilDate(`${year}-01-01`), chance.below(365));
