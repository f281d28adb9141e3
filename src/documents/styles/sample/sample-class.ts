/** 样例班级: a roster and a registration card of invented people. Pure. */
import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { RegistrationCard } from '../../cards/registration-card.ts';
import type { ClassRoster } from '../../rosters/class-roster.ts';
import { samplePerson, sampleSchool } from './sample-person.ts';

const STUDENTS = 12;

/** A class group of twelve. */
export function sampleRoster(number: number, asOf: CivilDate, classGroup = '3班'): ClassRoster {
  const { schoolName, schoolCode } = sampleSchool(number);
  return {
    ...{
      schoolName,
      schoolCode,
      grade: '2026级七年级',
      classGroup,
      classTeacher: samplePerson(number + 30).name,
      asOf,
    },
    entries: Array.from({ length: STUDENTS }, (_, place) => ({
      ...samplePerson(number + place),
      numberInClass: String(place + 1),
      ethnicity: '汉族',
      note: place === 4 ? '休学' : '',
    })),
  };
}

/** A card with two entries in each list. */
export function sampleCard(number: number, asOf: CivilDate): RegistrationCard {
  const one = samplePerson(number);
  const { schoolName, schoolCode, authority } = sampleSchool(number);
  const guardian = (at: number) => ({
    ...{ name: samplePerson(at).name, relationship: '监护人', identityNumber: samplePerson(at).identityNumber },
    ...{ workplace: `样例机械厂${at}车间`, phone: samplePerson(at).phone },
  });
  return {
    ...{ verificationCode: one.code, supervisingAuthority: authority, asOf },
    person: {
      ...{ name: one.name, sex: one.sex, bornOn: one.bornOn, identityDocument: '居民身份证' },
      ...{ identityNumber: one.identityNumber, ethnicity: '汉族', nationality: '中国', politicalStatus: '共青团员' },
      ...{ formerName: samplePerson(number + 40).name, overseasStatus: '否', health: '健康' },
      ...{ nativePlace: `样例省样例市${number}`, birthPlace: `样例省样例市样例镇${number}` },
      ...{ householdPlace: `样例市样例路${number}号`, householdKind: '居民户口' },
      ...{ address: `样例市样例路${number + 1}号样例小区`, phone: one.phone },
    },
    registration: {
      ...{
        registrationNumber: one.registrationNumber,
        secondaryNumber: `Z${2026000 + number}`,
        schoolName,
        schoolCode,
      },
      ...{ stage: '初中', grade: '2026级七年级', classGroup: '3班', numberInClass: '5', admittedIn: '2026年9月' },
      ...{ admissionMode: '就近入学', origin: '正常入学', studyMode: '走读', state: '在读' },
    },
    guardians: [guardian(number + 41), guardian(number + 42)],
    history: [0, 1].map((place) => ({
      from: addDays(civilDate('2020-09-01'), number + place * 1000),
      to: place === 0 ? addDays(civilDate('2023-06-30'), number) : '',
      schoolName: place === 0 ? `样例市第${number + 1}小学` : schoolName,
      ...(place === 0 ? { grades: '小学一年级至六年级', outcome: '毕业' } : { grades: '初中七年级', outcome: '在读' }),
    })),
    changes: [
      {
        on: addDays(civilDate('2026-09-10'), number % 9),
        ...{ kind: '关键数据变更', content: `住址变更为样例路${number + 1}号`, decidedBy: authority },
        caseNumber: `2026-变-${String(32 + number).padStart(6, '0')}`,
      },
    ],
  };
}
