/** 证明材料: what a proof is worth: the level of the hospital, and whether a reason is one of health. */
import {
  HOSPITALS,
  type Hospital,
  LEAVE_REASONS,
  type LeaveReason,
  OTHER_PROOFS,
  type OtherProof,
} from '../../../src/policy/questions/leave.ts';

const LEVELS = Object.keys(HOSPITALS) as Hospital[];
const LEVEL_WORDS: Readonly<Record<Hospital, string>> = { NONE: '', BELOW_COUNTY: '', COUNTY: '县级', CITY: '市级' };

/** 以上 counts the level itself. */
export const reaches = (hospital: Hospital, least: Hospital): boolean =>
  LEVELS.indexOf(hospital) >= LEVELS.indexOf(least);

/** 县级以上医疗单位诊断证明 */
export const diagnosisWords = (least: Hospital): string => `${LEVEL_WORDS[least]}以上医疗单位诊断证明`;

export const isHealth = (reason: LeaveReason): boolean => reason === 'ILLNESS' || reason === 'INFECTIOUS';

export const reasonWords = (reasons: readonly LeaveReason[]): string =>
  reasons.map((reason) => LEAVE_REASONS[reason]).join('、');

/** A proof of an office serves wherever any proof does. */
export const serves = (proof: OtherProof, asked: OtherProof): boolean =>
  proof === asked || (asked === 'OTHER' && proof === 'OFFICE');

export const proofWords = (proof: OtherProof): string => OTHER_PROOFS[proof];
