/** 名册行校验: everything that is wrong with one line by itself, cell by cell, and what a sound line says. */
import type { CivilDate } from '../../../../kernel/civil-date.ts';
import type { Questions, Stage } from '../../../../policy/index.ts';
import {
  checkIdentityNumber,
  checkName,
  isRegistrationNumber,
  nameOfArea,
  normaliseIdentityNumber,
  normaliseName,
  normaliseRegistrationNumber,
} from '../../../../students/index.ts';
import { ENTRY_WAYS, type EntryWay } from '../admitted.ts';
import { MIGRANT_PAPERS, REGISTRATIONS, type RollColumn, type RollLine } from './roll-columns.ts';

export interface LineFinding {
  column: RollColumn;
  /** REFUSE keeps the line off the roll; DISCRETIONARY is entered, and stays said. */
  verdict: 'REFUSE' | 'DISCRETIONARY';
  sentence: string;
  remedy: string;
  /** 四川·第六条, where the law says it. */
  chip?: string | undefined;
}

type MigrantPaper = NonNullable<Questions['migrant-entry']['papers']>[number];

export interface SoundLine {
  name: string;
  identityNumber: string | null;
  registrationNumber: string | null;
  phone: string | null;
  way: EntryWay;
  registration: keyof typeof REGISTRATIONS;
  migrantPapers: MigrantPaper[] | undefined;
  householdArea: string | null;
  sourceArea: string | null;
  formerSchool: string | null;
  noticeNumber: string | null;
}

/** Checks one line and never stops at the first fault; `line` only where it has none. */
export function checkLine(
  values: RollLine,
  { stage, today }: { stage: Stage; today: CivilDate },
): { findings: LineFinding[]; line?: SoundLine } {
  const findings: LineFinding[] = [];
  const text = (column: RollColumn) => (values[column] ?? '').normalize('NFKC').trim();
  const find = (column: RollColumn, sentence: string, remedy: string) =>
    findings.push({ column, verdict: 'REFUSE', sentence, remedy });
  const chosen = <K extends string>(column: RollColumn, words: Record<K, string>): K | undefined => {
    const key = (Object.keys(words) as K[]).find((one) => words[one] === text(column));
    if (text(column) && !key) {
      find(column, `“${short(text(column))}”不在选项中`, `从“${Object.values(words).join('、')}”中选填`);
    }
    return key;
  };
  const area = (column: 'householdArea' | 'sourceArea', label: string) => {
    const code = text(column);
    if (code && (!/^\d{6}$/.test(code) || !nameOfArea(code))) {
      find(column, `“${short(code)}”不是${label}的行政区划代码`, '填6位县级行政区划代码，如510107');
    }
  };
  if (!text('name')) find('name', '姓名未填', '补填姓名');
  else for (const one of hard(checkName(values.name ?? ''))) find('name', one.sentence, one.remedy);
  const number = normaliseIdentityNumber(text('identityNumber'));
  if (number) {
    for (const one of hard(checkIdentityNumber(number, { today }))) find('identityNumber', one.sentence, one.remedy);
  } else if (stage === 'SENIOR') find('identityNumber', '高中录取须填身份证件号', '对照准考证或户口簿补填');
  if (!text('way')) find('way', '录取方式未填', `从“${Object.values(ENTRY_WAYS).join('、')}”中选填`);
  const way = chosen('way', ENTRY_WAYS);
  const registration = chosen('registration', REGISTRATIONS) ?? 'FULL';
  const registrationNumber = normaliseRegistrationNumber(text('registrationNumber'));
  if (registrationNumber && !isRegistrationNumber(registrationNumber)) {
    find('registrationNumber', '原学籍号不是L、G或J字头的学籍号', '对照原学校的学籍卡改正，没有的留空');
  }
  area('householdArea', '户籍所在地');
  area('sourceArea', '生源地');
  if (stage === 'SENIOR' && !text('sourceArea')) find('sourceArea', '高中录取须填生源地代码', '填考生初中所在县（区）');
  const phone = text('phone').replace(/[\s-]/g, '');
  if (phone && !/^\d{7,12}$/.test(phone)) find('phone', '联系电话应为7至12位数字', '核对电话，固定电话加区号');
  const migrantPapers = papersOf(text('migrantPapers'), find);
  if (findings.length > 0 || !way) return { findings };
  return {
    findings,
    line: {
      name: normaliseName(text('name')),
      identityNumber: number || null,
      registrationNumber: registrationNumber || null,
      phone: phone || null,
      ...{ way, registration, migrantPapers },
      householdArea: text('householdArea') || null,
      sourceArea: text('sourceArea') || null,
      formerSchool: text('formerSchool').slice(0, 60) || null,
      noticeNumber: text('noticeNumber').slice(0, 40) || null,
    },
  };
}

/** Undefined where nobody has looked at them yet. */
function papersOf(
  text: string,
  find: (column: RollColumn, sentence: string, remedy: string) => void,
): MigrantPaper[] | undefined {
  if (!text) return undefined;
  const keys = Object.keys(MIGRANT_PAPERS) as MigrantPaper[];
  const words = text.split(/[、,;\s/]+/).filter(Boolean);
  const found = words.map((word) => keys.find((key) => MIGRANT_PAPERS[key] === word));
  const unknown = words.find((_, at) => !found[at]);
  if (unknown) {
    const choices = Object.values(MIGRANT_PAPERS).join('、');
    find('migrantPapers', `“${short(unknown)}”不是随迁子女材料`, `用顿号隔开，从“${choices}”中填写`);
  }
  return found.filter((key) => key !== undefined);
}

const hard = <F extends { severity: string }>(findings: readonly F[]): F[] =>
  findings.filter(({ severity }) => severity === 'red');

/** What stands in a wrong column may be a number of a person: only its beginning is quoted. */
const short = (text: string): string => {
  const covered = text.replace(/\d{7,}/g, '***');
  return covered.length > 12 ? `${covered.slice(0, 12)}…` : covered;
};
