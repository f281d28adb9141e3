/** 转学事实: what the law asks about, from the record, the two schools and the form. */
import { gradesOf, type Institution } from '../../authorities/index.ts';
import { type CivilDate, civilDate, schoolYearOf } from '../../kernel/civil-date.ts';
import type { Questions } from '../../policy/index.ts';
import type { TransferForm } from '../transfers.api.ts';
import type { ChildStanding } from '../transfers.store.ts';

type Facts = Questions['transfer'];

/** 两地情形: what the directory says around the two schools. */
export interface Surroundings {
  /** 同县转学去向, where a centre school stands between a school and the county. */
  route?: NonNullable<Facts['route']>;
  /** 转入地有民办高中. */
  privateSchoolThere?: boolean;
}

/** A transfer as it is put to the law. */
export interface AskedTransfer {
  standing: ChildStanding;
  sending: Institution;
  receiving: Institution;
  /** `usual` where the place has entered none for the day. */
  term: { startsOn: CivilDate; endsOn: CivilDate; usual?: true };
  around: Surroundings;
  form: TransferForm;
  day: CivilDate;
}

/** The facts of one transfer. */
export function factsOf({ standing, sending, receiving, term, form, around }: AskedTransfer): Facts {
  const senior = standing.stage === 'SENIOR';
  const { moved, schoolAtNewPlace, proficiencyExamTaken, registrationAgreed, kilometres, stops } = form;
  const specialSchool = specialCaseOf(sending, receiving);
  return {
    stage: standing.stage,
    grade: standing.grade,
    targetGrade: form.targetGrade,
    lastGrade: standing.grade === lastGradeOf(sending, standing.stage),
    ground: form.ground,
    schools: distanceOf(sending, receiving),
    forTerm: form.forTerm,
    termStart: term.startsOn,
    termEnd: term.endsOn,
    guardianApplies: form.guardianApplies,
    onLeave: standing.state === 'ON_LEAVE',
    underSanction: form.underSanction || standing.underDiscipline,
    papers: form.papers,
    appliedAt: 'RECEIVING_SCHOOL',
    openedBy: 'RECEIVING_SCHOOL',
    enteredOn: standing.enteredOn,
    cameFromHere: standing.formerSchoolIds.includes(receiving.id),
    ...(senior ? { fromSchool: rankOf(sending), toSchool: rankOf(receiving) } : {}),
    ...(senior && sending.ownership ? { fromFounder: sending.ownership } : {}),
    ...(senior && receiving.ownership ? { toFounder: receiving.ownership } : {}),
    ...(moved ? { moved } : {}),
    ...(schoolAtNewPlace === undefined ? {} : { schoolAtNewPlace }),
    ...(proficiencyExamTaken === undefined ? {} : { proficiencyExamTaken }),
    ...(specialSchool ? { specialSchool } : {}),
    ...around,
    ...(kilometres === undefined ? {} : { kilometres }),
    ...(stops === undefined ? {} : { stops }),
    ...(registrationAgreed === undefined ? {} : { registrationAgreed }),
  };
}

const rankOf = ({ modelSchool, schoolType }: Institution) =>
  schoolType === 'VOCATIONAL' ? 'VOCATIONAL' : modelSchool ? 'MODEL' : 'ORDINARY';

/** 特殊情形: told by the kinds of the two schools; undefined between two ordinary ones. */
export function specialCaseOf(
  { schoolType: from }: Pick<Institution, 'schoolType'>,
  { schoolType: to }: Pick<Institution, 'schoolType'>,
): Facts['specialSchool'] {
  if (to === 'SPECIALIZED' && from !== to) return 'WORK_STUDY';
  return (from === 'SPECIAL') !== (to === 'SPECIAL') ? 'INCLUSIVE' : undefined;
}

function lastGradeOf({ stages, years }: Institution, stage: ChildStanding['stage']): number {
  return Math.max(...gradesOf(stages, years).flatMap((one) => (one.stage === stage ? [one.grade] : [])));
}

/** 两校所在. Districts of one city (GB/T 2260: 01 to 20) are one urban area; counties and county-level cities are not. */
export function distanceOf(
  { placeCode: from }: Pick<Institution, 'placeCode'>,
  { placeCode: to }: Pick<Institution, 'placeCode'>,
): Facts['schools'] {
  if (from === to) return 'SAME_COUNTY';
  if (from.slice(0, 2) !== to.slice(0, 2)) return 'OTHER_PROVINCE';
  if (from.slice(0, 4) !== to.slice(0, 4)) return 'SAME_PROVINCE';
  return isDistrict(from) && isDistrict(to) ? 'SAME_URBAN_AREA' : 'SAME_CITY';
}

const LAST_DISTRICT = 20;
const isDistrict = (code: string): boolean => Number(code.slice(4)) <= LAST_DISTRICT;

/** 学期 where the place has entered none: from 1 September and from 1 March. */
export function usualTerm(day: CivilDate): AskedTransfer['term'] {
  const year = schoolYearOf(day);
  if (day < `${year + 1}-02-01`) {
    return { startsOn: civilDate(`${year}-09-01`), endsOn: civilDate(`${year + 1}-01-31`) };
  }
  return { startsOn: civilDate(`${year + 1}-03-01`), endsOn: civilDate(`${year + 1}-07-10`) };
}
