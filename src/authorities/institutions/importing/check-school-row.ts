/** 学校名录校验: everything that is wrong with one line, cell by cell, and the school that a sound line means. */
import type { Stage } from '../../../policy/index.ts';
import type { SchoolWish } from '../founding/make-school.ts';
import { schoolCodeFaults } from '../founding/school-code.ts';
import { type Institution, SCHOOL_TYPES, type SchoolType } from '../institution.store.ts';
import { STAGES, stagesFault, unusualYears, usualStagesOf } from '../school-types.api.ts';
import { headingOf, OWNERSHIPS, type SchoolColumn, type SchoolRow } from './school-columns.ts';

export interface RowFinding {
  column: SchoolColumn;
  sentence: string;
  remedy: string;
}

export interface RowCheck {
  findings: RowFinding[];
  /** Only of a line without findings. */
  wish?: SchoolWish;
}

/** What a line is checked against. */
export interface Surroundings {
  /** The institution that imports. */
  own: Institution;
  /** Authorities and centre schools that a line may name: those of the importer's place and those above it. */
  known: readonly Institution[];
  placeCodes: ReadonlySet<string>;
  /** Codes that any school has or ever had, with its name. */
  takenCodes: ReadonlyMap<string, string>;
  /** Codes of other lines of the same workbook. */
  otherCodes: ReadonlySet<string>;
}

const STAGE_COLUMNS = {
  PRIMARY: { years: 'primaryYears', authority: 'primaryAuthority' },
  JUNIOR: { years: 'juniorYears', authority: 'juniorAuthority' },
  SENIOR: { years: 'seniorYears', authority: 'seniorAuthority' },
} as const satisfies Record<Stage, Record<string, SchoolColumn>>;

/** Checks one line and never stops at the first fault. */
export function checkSchoolRow(row: SchoolRow, around: Surroundings): RowCheck {
  const findings: RowFinding[] = [];
  const find = (column: SchoolColumn, sentence: string, remedy: string) => findings.push({ column, sentence, remedy });
  const text = (column: SchoolColumn) => (row[column] ?? '').normalize('NFKC').trim();
  for (const column of ['code', 'name', 'schoolType', 'ownership'] as const) {
    if (text(column) === '') find(column, `${headingOf(column)}未填`, `补填${headingOf(column)}`);
  }
  const upper = text('upper') === '' ? around.own : named(around.known, text('upper'));
  if (!upper) find('upper', `“${text('upper')}”不在您的机构目录中`, '写全名，或先设立该机构');
  const placeCode = text('place') || upper?.placeCode || around.own.placeCode;
  if (!around.placeCodes.has(placeCode))
    find('place', `“${placeCode}”不是已设立的县（市、区）`, '填6位县级行政区划代码');
  const schoolType = keyOf(SCHOOL_TYPES, text('schoolType'));
  if (text('schoolType') && !schoolType) {
    find('schoolType', `“${text('schoolType')}”不是办学类型`, `从“${Object.values(SCHOOL_TYPES).join('、')}”中选填`);
  }
  const ownership = keyOf(OWNERSHIPS, text('ownership'));
  if (text('ownership') && !ownership) find('ownership', `“${text('ownership')}”不是办学性质`, '填公办或民办');
  checkCode(text('code'), schoolType, placeCode, around, find);
  checkYesNo(text('modelSchool'), find);
  if (!/^(\d{6})?$/.test(text('postalCode'))) find('postalCode', '邮政编码应为6位数字', '应为6位数字');
  const stages = schoolType ? readStages(text('stages'), schoolType, find) : [];
  const years = readYears(stages, text, find);
  const supervisedBy = readAuthorities(stages, text, around, find);
  if (findings.length > 0 || !schoolType || !ownership || !upper) return { findings };
  return {
    findings,
    wish: {
      code: text('code'),
      name: text('name'),
      shortName: text('shortName') || text('name'),
      schoolType,
      ownership,
      modelSchool: text('modelSchool') === '是',
      stages,
      years,
      provincialConsent: text('provincialConsent') || undefined,
      upperId: upper.id,
      placeCode,
      supervisedBy,
      profile: profileFrom(text),
    },
  };
}

type Find = (column: SchoolColumn, sentence: string, remedy: string) => void;
type Text = (column: SchoolColumn) => string;

const named = (known: readonly Institution[], name: string): Institution | undefined =>
  known.find((one) => one.name === name || one.code === name) ?? known.find((one) => one.shortName === name);

const keyOf = <K extends string>(words: Record<K, string>, text: string): K | undefined =>
  (Object.keys(words) as K[]).find((key) => words[key] === text);

function checkCode(
  code: string,
  schoolType: SchoolType | undefined,
  placeCode: string,
  { takenCodes, otherCodes }: Surroundings,
  find: Find,
): void {
  if (code === '') return;
  for (const { sentence, remedy } of schoolType ? schoolCodeFaults(code, schoolType, placeCode) : []) {
    find('code', sentence, remedy);
  }
  const holder = takenCodes.get(code);
  if (holder) find('code', `学校标识码${code}已用于${holder}`, '已在目录中的学校从表中删去；代码有误的对照改正');
  if (otherCodes.has(code)) find('code', `学校标识码${code}在表中出现不止一次`, '核对后删去重复的一行，或改正代码');
}

function checkYesNo(text: string, find: Find): void {
  if (!['', '是', '否'].includes(text)) find('modelSchool', `“${text}”不是“是”或“否”`, '改填“是”或“否”');
}

function readStages(text: string, type: SchoolType, find: Find): Stage[] {
  if (text === '') return usualStagesOf(type);
  const words = text.split(/[、,;\s/]+/).filter(Boolean);
  const stages = words.map((word) => keyOf(STAGES, word));
  const unknown = words.find((_, index) => !stages[index]);
  if (unknown) {
    find('stages', `“${unknown}”不是学段`, '用顿号隔开：小学、初中、高中');
    return [];
  }
  const found = stages as Stage[];
  const fault = stagesFault(type, found);
  if (fault) find('stages', fault, '改学段或改办学类型');
  return found;
}

function readYears(stages: readonly Stage[], text: Text, find: Find): Partial<Record<Stage, number>> {
  const years: Partial<Record<Stage, number>> = {};
  for (const stage of stages) {
    const column = STAGE_COLUMNS[stage].years;
    const typed = text(column).replace(/年制?$/, '');
    if (typed === '') continue;
    if (/^[1-9]$/.test(typed)) years[stage] = Number(typed);
    else find(column, `“${text(column)}”不是学制年数`, '只填年数，如6');
  }
  const [unusual] = text('provincialConsent') ? [] : unusualYears(stages, years);
  if (unusual) {
    const column = STAGE_COLUMNS[unusual].years;
    find(
      column,
      `${STAGES[unusual]}${years[unusual]}年不是六三三学制，须有省级同意的文号`,
      '填学制试验省级文号，或改学制',
    );
  }
  return years;
}

function readAuthorities(
  stages: readonly Stage[],
  text: Text,
  { known }: Surroundings,
  find: Find,
): Partial<Record<Stage, string>> {
  const supervisedBy: Partial<Record<Stage, string>> = {};
  for (const stage of stages) {
    const column = STAGE_COLUMNS[stage].authority;
    if (text(column) === '') continue;
    const authority = named(known, text(column));
    if (authority?.kind === 'AUTHORITY') supervisedBy[stage] = authority.id;
    else find(column, `“${text(column)}”不是本地的教育行政部门`, '写教育局全名，或留空');
  }
  return supervisedBy;
}

function profileFrom(text: Text): Record<string, string> {
  const items = (['address', 'postalCode', 'phone'] as const).map((item) => [item, text(item)] as const);
  return Object.fromEntries(items.filter(([, value]) => value !== ''));
}
