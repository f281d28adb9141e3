/** 演示机构目录: places, authorities, schools with their campuses, and who supervises which stage of which school. */
import { firstGradeOf, gradesOf, type Institution, type SchoolType } from '../../authorities/index.ts';
import { type CivilDate, civilDate, startOfDay } from '../../kernel/civil-date.ts';
import { chainOf, levelOf, NATION, type PlaceLevel, pathOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import { nameOfArea } from '../../students/index.ts';
import { chanceOf, idOf } from '../chance.ts';
import type { CountyText } from './counties.ts';
import { type SchoolText, STREETS } from './school-text.ts';

export interface PlannedPlace {
  code: string;
  name: string;
  level: PlaceLevel;
  parentCode: string | null;
  path: string;
}

export interface PlannedInstitution extends Institution {
  /** What login names of its people begin with. */
  slug: string;
}

/** A school with what its children are drawn from. */
export interface PlannedSchool extends PlannedInstitution {
  text: SchoolText;
  /** Its own in the whole demonstration. */
  ordinal: number;
  /** Its own number among the schools of its county. */
  slot: number;
  postalCode: string;
  /** The authority that decides on a stage, and the county that reviews before. */
  supervisedBy: Partial<Record<Stage, { authorityId: string; reviewerId: string | null }>>;
}

export interface Directory {
  places: PlannedPlace[];
  authorities: PlannedInstitution[];
  /** 乡镇中心校. */
  centres: PlannedInstitution[];
  schools: PlannedSchool[];
}

/** A county with the number of its first school in the whole demonstration. */
export interface CountyPlan {
  text: CountyText;
  firstOrdinal: number;
}

const FOUNDED = civilDate('2010-09-01');
const INSTITUTIONS_FROM = startOfDay(FOUNDED).getTime();
/** 类别码, the first two digits of a school code. */
const CATEGORY: Record<SchoolType, string> = {
  PRIMARY: '21',
  TEACHING_POINT: '21',
  NINE_YEAR: '31',
  JUNIOR: '31',
  COMPLETE_SECONDARY: '34',
  SENIOR: '34',
  TWELVE_YEAR: '34',
  SPECIAL: '51',
  SPECIALIZED: '37',
  VOCATIONAL: '36',
};
const USUAL_YEARS: Record<Stage, number> = { PRIMARY: 6, JUNIOR: 3, SENIOR: 3 };
/** No school of the country has a serial so high. */
const FIRST_SERIAL = 900_001;
/** Provinces whose cities supervise the senior stage; in Shanxi the county reviews before the city decides. */
const SENIOR_BY_CITY: Partial<Record<string, { reviewed: boolean }>> = {
  14: { reviewed: true },
  51: { reviewed: false },
};

export const authorityIdOf = (placeCode: string): string => idOf(`authority/${placeCode}`, INSTITUTIONS_FROM);

/** The directory of some counties, with the places and authorities above them up to the nation. */
export function planDirectory(seed: string, counties: readonly CountyPlan[]): Directory {
  const codes = [...new Set(counties.flatMap(({ text }) => chainOf(text.code)))].sort();
  const places = codes.map(placeOf);
  const slugs = new Map(counties.map(({ text }) => [text.code, text.slug]));
  const authorities = places.map((place) => authorityOf(place, slugs.get(place.code)));
  const centres: PlannedInstitution[] = [];
  const schools: PlannedSchool[] = [];
  for (const { text, firstOrdinal } of counties) {
    const add = (school: SchoolText, upper: Institution): void => {
      const slot = schools.filter(({ placeCode }) => placeCode === text.code).length;
      schools.push(schoolOf(seed, school, text, upper, { slot, ordinal: firstOrdinal + slot }));
    };
    const county = authorities.find(({ placeCode }) => placeCode === text.code)!;
    const city = authorities.find(({ placeCode }) => placeCode === cityOf(text.code))!;
    for (const school of text.schools) add(school, school.cityRun ? city : county);
    for (const [index, centre] of (text.centres ?? []).entries()) {
      const planned = centreOf(centre, index + 1, text, county);
      centres.push(planned);
      for (const school of centre.schools) add(school, planned);
    }
  }
  return { places, authorities, centres, schools };
}

const cityOf = (countyCode: string): string => `${countyCode.slice(0, 4)}00`;

function placeOf(code: string): PlannedPlace {
  const chain = chainOf(code);
  const parentCode = chain.at(-2) ?? null;
  const full = code === NATION ? '全国' : (nameOfArea(code) ?? code);
  const above = parentCode === null || parentCode === NATION ? '' : (nameOfArea(parentCode) ?? '');
  return { code, name: full.slice(above.length), level: levelOf(code), parentCode, path: pathOf(code) };
}

const PLAIN = {
  englishName: null,
  schoolType: null,
  ownership: null,
  modelSchool: false,
  stages: [],
  years: {},
  profile: {},
  validFrom: FOUNDED,
  validTo: null,
} as const;

function authorityOf(
  { code, name, level, path, parentCode }: PlannedPlace,
  slug: string | undefined,
): PlannedInstitution {
  const shortName = level === 'NATION' ? '教育部' : `${name}教育${level === 'PROVINCE' ? '厅' : '局'}`;
  return {
    ...PLAIN,
    stages: [],
    id: authorityIdOf(code),
    kind: 'AUTHORITY',
    code,
    name: shortName,
    shortName,
    placeCode: code,
    county: code,
    path,
    upperId: parentCode === null ? null : authorityIdOf(parentCode),
    slug: SLUGS[code] ?? slug ?? `j${code}`,
  };
}

/** Login names of the authorities that the table of accounts names. */
const SLUGS: Partial<Record<string, string>> = { [NATION]: 'guojia', 410000: 'henan', 411000: 'xuchang' };

function centreOf(
  { name, slug }: { name: string; slug: string },
  ordinal: number,
  text: CountyText,
  county: Institution,
): PlannedInstitution {
  const own = `Z${String(ordinal).padStart(2, '0')}`;
  return {
    ...PLAIN,
    stages: [],
    id: idOf(`centre/${text.code}/${own}`, INSTITUTIONS_FROM),
    kind: 'CENTRE_SCHOOL',
    code: `${text.code}${own}`,
    name: county.name.slice(0, -'教育局'.length) + name,
    shortName: name,
    placeCode: text.code,
    county: text.code,
    path: `${county.path}${own}/`,
    upperId: county.id,
    slug,
  };
}

function schoolOf(
  seed: string,
  text: SchoolText,
  county: CountyText,
  upper: Institution,
  { slot, ordinal }: { slot: number; ordinal: number },
): PlannedSchool {
  const code = `${CATEGORY[text.type]}${county.code.slice(0, 2)}${FIRST_SERIAL + ordinal}`;
  const stages = (['PRIMARY', 'JUNIOR', 'SENIOR'] as const).filter((stage) => text.classGroups[stage]);
  const chance = chanceOf(`${seed}/school/${code}`);
  return {
    id: idOf(`school/${code}`, INSTITUTIONS_FROM),
    kind: 'SCHOOL',
    code,
    name: placeOf(upper.placeCode).name + text.name,
    shortName: text.name,
    englishName: null,
    placeCode: county.code,
    county: county.code,
    path: `${upper.path}${code}/`,
    upperId: upper.id,
    schoolType: text.type,
    ownership: text.private ? 'PRIVATE' : 'PUBLIC',
    modelSchool: text.model ?? false,
    stages,
    years: Object.fromEntries(stages.map((stage) => [stage, text.years?.[stage] ?? USUAL_YEARS[stage]])),
    profile: {
      address: `${text.town ?? ''}${chance.pick(STREETS)}路${chance.between(1, 199)}号`,
      postalCode: county.postalCode,
      boarding: (text.boarding ?? 0) > 0 ? '是' : '否',
      // Other years than the usual need the province's consent; the paper is as made up as the school.
      ...(text.years ? { provincialConsent: '教基函〔2010〕演示1号' } : {}),
    },
    validFrom: FOUNDED,
    validTo: null,
    slug: text.slug ?? `s${code}`,
    text,
    ordinal,
    slot,
    postalCode: county.postalCode,
    supervisedBy: supervisionOf(stages, county.code, text.cityRun ?? false),
  };
}

function supervisionOf(stages: readonly Stage[], countyCode: string, cityRun: boolean): PlannedSchool['supervisedBy'] {
  const county = authorityIdOf(countyCode);
  const city = authorityIdOf(cityOf(countyCode));
  const senior = SENIOR_BY_CITY[countyCode.slice(0, 2)];
  return Object.fromEntries(
    stages.map((stage) => {
      if (cityRun) return [stage, { authorityId: city, reviewerId: null }];
      if (stage !== 'SENIOR' || !senior) return [stage, { authorityId: county, reviewerId: null }];
      return [stage, { authorityId: city, reviewerId: senior.reviewed ? county : null }];
    }),
  );
}

/** The day from which a class group of an intake year stands. */
export const opensOn = (intakeYear: number): CivilDate => civilDate(`${intakeYear}-09-01`);

/** The grades of a school, each with the grade its stage begins with. */
export const gradesTaught = ({
  stages,
  years,
  text,
}: PlannedSchool): { stage: Stage; grade: number; first: number }[] =>
  gradesOf(stages, years)
    .map(({ stage, grade }) => ({ stage, grade, first: firstGradeOf(stage, years) }))
    .filter(({ grade, first }) => grade - first < (text.grades ?? 12));
