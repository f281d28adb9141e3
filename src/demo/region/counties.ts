/** 演示县: four counties whose law the seeds of this product are made of, a bystander, and as many more as are wanted. */
import { listAreaCodes } from '../../students/index.ts';
import { type SchoolText, teachingPoint, usualSchools } from './school-text.ts';

export interface CountyText {
  code: string;
  postalCode: string;
  /** Login names begin with it; the place code where there is none. */
  slug?: string;
  schools: readonly SchoolText[];
  /** 乡镇中心校, each with the village schools it looks after. */
  centres?: readonly { name: string; slug: string; schools: readonly SchoolText[] }[];
}

/** The school whose first-grade register the newcomer imports. */
export const INTAKE_SCHOOL = 'muzhilu';
/** A second school of the same county, which has some of its children already. */
export const OTHER_SCHOOL = 'heming';

const CHANGGE: CountyText = {
  code: '411082',
  postalCode: '461500',
  slug: 'changge',
  schools: [
    { ...intakeSchool(), slug: INTAKE_SCHOOL },
    { type: 'PRIMARY', name: '鹤鸣街小学', slug: OTHER_SCHOOL, classGroups: { PRIMARY: 2 } },
    ...usualSchools('411082').slice(1),
  ],
};

function intakeSchool(): SchoolText {
  return { type: 'PRIMARY', name: '木芝路小学', classGroups: { PRIMARY: 2 }, campus: '东校区', awaitsIntake: true };
}

const YUZHOU: CountyText = {
  code: '411081',
  postalCode: '461670',
  slug: 'yuzhou',
  schools: usualSchools('411081').filter(({ type }, place) => place === 0 || type === 'JUNIOR'),
};

/** Where the city of Xuchang lies: its school is run by the city itself. */
const WEIDU: CountyText = {
  code: '411002',
  postalCode: '461000',
  slug: 'weidu',
  schools: [
    {
      type: 'SENIOR',
      name: '莲城外国语高级中学',
      slug: 'liancheng',
      classGroups: { SENIOR: 6 },
      model: true,
      boarding: 0.6,
      cityRun: true,
    },
  ],
};

const WUHOU: CountyText = { code: '510107', postalCode: '610041', slug: 'wuhou', schools: usualSchools('510107') };

/** One of its schools has five years of primary and four of junior. */
const XIAODIAN: CountyText = {
  code: '140105',
  postalCode: '030032',
  slug: 'xiaodian',
  schools: usualSchools('140105').map((school) =>
    school.type === 'NINE_YEAR' ? { ...school, years: { PRIMARY: 5, JUNIOR: 4 } } : school,
  ),
};

const QIANAN: CountyText = {
  code: '130283',
  postalCode: '064400',
  slug: 'qianan',
  schools: usualSchools('130283'),
  centres: [
    {
      name: '柳沟镇中心校',
      slug: 'liugou',
      schools: [
        { type: 'PRIMARY', name: '柳沟镇中心完全小学', town: '柳沟镇', classGroups: { PRIMARY: 2 } },
        { type: 'PRIMARY', name: '柳沟镇前槐村小学', town: '柳沟镇', classGroups: { PRIMARY: 1 }, size: 0.6 },
        { type: 'PRIMARY', name: '柳沟镇石井村小学', town: '柳沟镇', classGroups: { PRIMARY: 1 }, size: 0.5 },
        teachingPoint('柳沟镇', '柳沟镇中心完全小学枣林村'),
      ],
    },
  ],
};

/** The counties that every demonstration begins with. */
export const FIRST_COUNTIES: readonly CountyText[] = [CHANGGE, YUZHOU, WEIDU, WUHOU, XIAODIAN, QIANAN];

/** 直辖市: their districts lie under the province without a city of their own between. */
const CITIES: ReadonlySet<string> = new Set(['11', '12', '31', '50']);
/** Codes of counties below a city, one half for further counties, the other for families from elsewhere. */
const [FURTHER, ELSEWHERE] = halvesOf(listAreaCodes());
/** Shares no divisor with any likely number of counties, so that neighbours in the list are far apart on the map. */
const STRIDE = 631;
/** Two and a half times the schools of a usual county: about 12,000 children. */
const LARGE = 2.5;
export const STUDENTS_A_COUNTY = 12_000;

/** The counties that come after the first ones: number 0, 1, 2 and so on, always the same. */
export function furtherCounty(number: number): CountyText {
  const code = FURTHER[(number * STRIDE) % FURTHER.length];
  if (code === undefined || number >= FURTHER.length) throw new RangeError('there are no more counties');
  return { code, postalCode: `${code.slice(0, 4)}00`, schools: usualSchools(code, LARGE) };
}

/** Three counties that families of a school come from; schools that differ by a multiple of 100 share none. */
export function elsewhereFor(ordinal: number): string[] {
  const start = (ordinal % 100) * 14 + Math.floor(ordinal / 100) * 3;
  return [0, 1, 2].map((step) => ELSEWHERE[(start + step) % ELSEWHERE.length]!);
}

function halvesOf(codes: readonly string[]): [string[], string[]] {
  const known = new Set(codes);
  const first = new Set(FIRST_COUNTIES.map(({ code }) => code));
  const counties = codes.filter(
    (code) =>
      !code.endsWith('00') && known.has(`${code.slice(0, 4)}00`) && !CITIES.has(code.slice(0, 2)) && !first.has(code),
  );
  return [counties.filter((_, place) => place % 2 === 0), counties.filter((_, place) => place % 2 === 1)];
}
