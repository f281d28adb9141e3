/** 项间核对: what the student's items say of each other. */
import { ageOn, type CivilDate } from '../../kernel/civil-date.ts';
import { CHINESE_REGIONS, countries } from '../code-tables/countries.ts';
import { overseasStatuses } from '../code-tables/identity-tables.ts';
import { disabilityTypes, healthStates, politicalStatuses } from '../code-tables/person-tables.ts';
import { inclusiveEducation } from '../code-tables/schooling-tables.ts';
import { type Finding, finding } from './finding.ts';
import type { StudentItems } from './student-record.ts';

/** Collects a finding about one item. */
export type TellOf = (path: string, found: Finding) => void;

const LEAST_AGE = 2;
const MOST_AGE = 30;
const YOUTH_LEAGUE_AGE = 14;
const PARTY_AGE = 18;
/** Statuses that fit a foreigner, and those that fit somebody from Hong Kong, Macao or Taiwan. */
const FOREIGN_STATUSES = new Set(['31', '41', '51', '99']);
const REGION_STATUSES = new Set(['01', '02', '03', '04', '05', '06', '99']);

/** Everything that can only be seen by looking at two of the student's items together. */
export function checkAgreement(student: StudentItems, today: CivilDate, tell: TellOf): void {
  checkAges(student, today, tell);
  checkNationality(student, tell);
  checkHealth(student, tell);
  if (student.migrantWorkerChild === true && (student.leftBehind ?? '0') !== '0') {
    tell('leftBehind', finding('LEFT_AND_MIGRANT', {}));
  }
}

function checkAges(student: StudentItems, today: CivilDate, tell: TellOf): void {
  const { bornOn, admittedIn, politicalStatus } = student;
  const inOneYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 7)}`;
  if (admittedIn !== undefined && admittedIn > inOneYear) {
    tell('admittedIn', finding('ADMITTED_FAR_AHEAD', { admitted: admittedIn }));
  }
  if (bornOn === undefined) return;
  if (bornOn > today) {
    tell('bornOn', finding('BORN_IN_FUTURE', { found: bornOn }));
    return;
  }
  if (admittedIn !== undefined && admittedIn <= bornOn.slice(0, 7)) {
    tell('admittedIn', finding('ADMITTED_BEFORE_BIRTH', { admitted: admittedIn }));
  }
  const age = ageOn(bornOn, today);
  if (age < LEAST_AGE || age > MOST_AGE) tell('bornOn', finding('AGE_UNUSUAL', { age }));
  const needed = politicalStatus === '03' ? YOUTH_LEAGUE_AGE : politicalStatus === '13' ? 0 : PARTY_AGE;
  if (politicalStatus !== undefined && age < needed) {
    const status = politicalStatuses.labels.get(politicalStatus) ?? politicalStatus;
    tell('politicalStatus', finding('MEMBER_TOO_YOUNG', { age, status }));
  }
}

function checkNationality({ nationality, overseasStatus, identityType }: StudentItems, tell: TellOf): void {
  if (nationality === undefined) return;
  const country = countries.labels.get(nationality) ?? nationality;
  const foreign = !CHINESE_REGIONS.has(nationality);
  if (foreign && identityType === '1') tell('nationality', finding('FOREIGN_WITH_CITIZEN_CARD', { country }));
  if (overseasStatus === undefined) return;
  const fits = foreign
    ? FOREIGN_STATUSES.has(overseasStatus)
    : nationality === 'CHN'
      ? !['31', '41', '51'].includes(overseasStatus)
      : REGION_STATUSES.has(overseasStatus);
  const status = overseasStatuses.labels.get(overseasStatus) ?? overseasStatus;
  if (!fits) tell('overseasStatus', finding('OVERSEAS_DISAGREES', { country, status }));
}

function checkHealth({ health, disabilityType, inclusiveEducation: inclusion }: StudentItems, tell: TellOf): void {
  const disability = disabilityTypes.labels.get(disabilityType ?? '') ?? '未填';
  const disabled = (disabilityType ?? '0') !== '0';
  const healthy = health !== undefined && health !== '50' && health !== '40';
  if ((health === '50' && disabilityType === '0') || (healthy && disabled)) {
    tell('health', finding('HEALTH_DISAGREES', { health: healthStates.labels.get(health) ?? health, disability }));
  }
  if (inclusion !== undefined && inclusion !== '00' && !disabled) {
    const words = inclusiveEducation.labels.get(inclusion) ?? inclusion;
    tell('inclusiveEducation', finding('INCLUSION_DISAGREES', { inclusion: words, disability }));
  }
}
