/** 一方记录: one of the two records, of a student or of a child put forward, in the form in which both are compared. */
import type { Services } from '../../access/index.ts';
import { getInstitution, gradeName, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import {
  type Comparable,
  checkRecord,
  ethnicGroups,
  familyRelations,
  genders,
  guardianRow,
  identityHashOf,
  identityTypes,
  isIdentityNumber,
  labelOf,
  maskIdentityNumber,
  maskName,
  maskRegistrationNumber,
  nameOfArea,
  pinyinOf,
  type RawRecord,
  REGISTRATION_STATES,
  readRecord,
  type StudentRecord,
} from '../../students/index.ts';
import type { DisputeSide } from '../dispute.ts';
import { getEntrant } from './sides.store.ts';

type Needs = Pick<Services, 'cipher' | 'index'>;

/** Which record. */
export type SideRef = Pick<DisputeSide, 'kind' | 'id'>;

export interface SideRecord {
  side: DisputeSide;
  school: Institution;
  stage: Stage;
  comparable: Comparable;
  identityType: string | undefined;
  identityHash: Buffer | null;
  photoId: string | null;
  /** What the two are compared by, masked as a stranger may see it. */
  values: Record<CompareKey, string | null>;
}

/** The rows of the comparison, in their order. */
export const COMPARED = {
  name: '姓名',
  gender: '性别',
  bornOn: '出生日期',
  identityType: '证件类型',
  identity: '证件号',
  number: '学籍号',
  ethnicGroup: '民族',
  householdPlace: '户口所在地',
  guardian: '监护人',
  school: '学校',
  grade: '年级',
  state: '状态',
} as const;
export type CompareKey = keyof typeof COMPARED;

/** Reads it wherever it lies: for the caller to show only to whoever takes part. Refuses NOT_FOUND where there is none. */
export function readSide(tx: Transaction, services: Needs, { kind, id }: SideRef): Promise<SideRecord> {
  return tx.beyondScope(() => (kind === 'STUDENT' ? ofStudent(tx, services, id) : ofEntrant(tx, services, id)));
}

async function ofStudent(tx: Transaction, services: Needs, id: string): Promise<SideRecord> {
  const { row, record, open, registrations, plainPinyin } = await readRecord(tx, services, id);
  const at = open ?? registrations.at(-1);
  if (!at) throw refuse('NOT_FOUND', { what: '此学生' });
  const school = await getInstitution(tx, { id: at.school_id });
  const state = open ? (REGISTRATION_STATES[open.state] ?? open.state) : '不在籍';
  return sideOf(services, { kind: 'STUDENT', id }, school, record, {
    plainPinyin,
    ...{ photoId: row.photo_id, stage: at.stage as Stage, grade: at.grade, state },
  });
}

async function ofEntrant(tx: Transaction, services: Needs, id: string): Promise<SideRecord> {
  const one = await getEntrant(tx, id);
  const school = await getInstitution(tx, { id: one.schoolId });
  const raw = services.cipher.open('entrants', id, one.sealed) as RawRecord;
  const { record } = checkRecord(raw, { today: dayOf(tx.now), placeCode: school.placeCode });
  const { stage, grade, photoId } = one;
  return sideOf(services, { kind: 'ENTRANT', id }, school, record, {
    ...{ plainPinyin: pinyinOf(record.name ?? '').plain, photoId, stage, grade, state: '待注册新生' },
  });
}

interface Around {
  plainPinyin: string;
  photoId: string | null;
  stage: Stage;
  grade: number;
  state: string;
}

function sideOf(
  services: Needs,
  { kind, id }: SideRef,
  school: Institution,
  record: StudentRecord,
  { plainPinyin, photoId, stage, grade, state }: Around,
): SideRecord {
  const { name = '', gender = '', bornOn, identityType, identityNumber, registrationNumber, guardians } = record;
  const numberMasked = registrationNumber ? maskRegistrationNumber(registrationNumber) : '';
  const identityMasked = identityNumber ? maskIdentityNumber(identityNumber) : '';
  const hashes = guardians.flatMap((guardian, ordinal) => {
    const { numberHash, phoneHash } = guardianRow(services, id, guardian, ordinal);
    return [numberHash, phoneHash].flatMap((hash) => hash?.toString('hex') ?? []);
  });
  const [guardian] = guardians;
  return {
    side: {
      ...{ kind, id, schoolId: school.id, schoolName: school.name, path: school.path, name },
      ...{ numberMasked, identityMasked },
    },
    school,
    stage,
    comparable: {
      ...{ name, plainPinyin, gender, bornOn: bornOn!, guardianHashes: hashes },
      residentNumber: identityNumber && isIdentityNumber(identityNumber) ? identityNumber : null,
    },
    identityType,
    identityHash: identityType && identityNumber ? identityHashOf(services.index, identityType, identityNumber) : null,
    photoId,
    values: {
      name,
      gender: labelOf(genders, gender) ?? null,
      bornOn: bornOn ?? null,
      identityType: identityType ? (labelOf(identityTypes, identityType) ?? null) : null,
      identity: identityMasked || null,
      number: numberMasked || null,
      ethnicGroup: record.ethnicGroup ? (labelOf(ethnicGroups, record.ethnicGroup) ?? null) : null,
      householdPlace: record.householdPlace ? (nameOfArea(record.householdPlace) ?? null) : null,
      guardian: guardian?.name
        ? `${labelOf(familyRelations, guardian.relation ?? '') ?? '监护人'}${maskName(guardian.name)}`
        : null,
      school: school.name,
      grade: gradeName(grade),
      state,
    },
  };
}
