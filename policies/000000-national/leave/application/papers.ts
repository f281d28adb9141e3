/** 休学材料: the diagnosis and its hospital, the papers of a stay there, and what proves other grounds. */
import { allow, type Citation, deny, fixed, paper, rule, silent, worded } from '../../../../src/policy/index.ts';
import {
  HOSPITAL_PAPERS,
  HOSPITALS,
  type Hospital,
  type HospitalPaper,
  LEAVE_REASONS,
  type LeaveReason,
  OTHER_PROOFS,
  type OtherProof,
} from '../../../../src/policy/questions/leave.ts';
import { diagnosisWords, isHealth, proofWords, reaches, serves } from '../proof.ts';

const ill = { stage: 'JUNIOR', graduatingGrade: false, reason: 'ILLNESS', orderedBySchool: false } as const;
const stay = {
  hospitalPapers: ['RECEIPT', 'RECORD_COPY'],
  otherProof: 'OFFICE',
  otherOf: ['FORCE_MAJEURE'],
} as const;

export interface LeavePapers {
  id?: string;
  basis: Citation;
  /** 书面休学申请, with the form of the place where it has one. */
  application: string;
  hospitalPapers?: readonly HospitalPaper[];
  /** What proves which grounds that are not of health; nothing where the text asks for none. */
  other?: { proof: OtherProof; of: readonly LeaveReason[] };
  yields?: true;
}

/** The rule for the text that asks for them, the hospital being at county level or above. */
export const leavePapers = ({
  id,
  basis,
  application,
  hospitalPapers = [],
  other = { proof: 'NONE', of: [] },
  yields,
}: LeavePapers) =>
  rule('leave')({
    id: id ?? 'leave-papers',
    title: '休学证明材料',
    basis,
    force: 'MUST',
    ...(yields ? { yields } : {}),
    parameters: {
      hospital: worded(fixed<Hospital>('COUNTY', 'NEVER', '诊断证明的医疗单位至少'), HOSPITALS),
      hospitalPapers: worded(
        fixed<readonly HospitalPaper[]>(hospitalPapers, 'SUBSET', '须附的住院和病历材料'),
        HOSPITAL_PAPERS,
      ),
      otherProof: worded(fixed<OtherProof>(other.proof, 'NEVER', '非伤病休学的证明'), OTHER_PROOFS),
      otherOf: worded(fixed<readonly LeaveReason[]>(other.of, 'SUBSET', '须附该证明的情形'), LEAVE_REASONS),
    },
    decide: (facts, law) => {
      const needed = isHealth(facts.reason) ? diagnosisWords(law.hospital) : proofWords(law.otherProof);
      const shown = { reason: LEAVE_REASONS[facts.reason], needed };
      if (!isHealth(facts.reason)) {
        if (!law.otherOf.includes(facts.reason) || !facts.otherProof) return silent;
        return serves(facts.otherProof, law.otherProof) ? allow('COMPLIES', shown) : deny('NO_PROOF', shown);
      }
      if (!facts.hospital) return silent;
      if (!reaches(facts.hospital, law.hospital)) return deny('NO_PROOF', shown);
      const missing = law.hospitalPapers.filter((one) => facts.hospitalPapers?.includes(one) === false);
      const missed = missing.map((one) => HOSPITAL_PAPERS[one]).join('、');
      return missing.length ? deny('PAPERS_MISSING', { ...shown, missed }) : allow('COMPLIES', shown);
    },
    requires: ({ reason, orderedBySchool }, law) => [
      ...(orderedBySchool ? [] : [paper('GUARDIAN', application)]),
      ...(isHealth(reason)
        ? [diagnosisWords(law.hospital), ...law.hospitalPapers.map((one) => HOSPITAL_PAPERS[one])].map((what) =>
            paper('GUARDIAN', what, '因伤病休学的'),
          )
        : []),
      ...(law.otherOf.includes(reason) ? [paper('GUARDIAN', proofWords(law.otherProof), '非因伤病休学的')] : []),
    ],
    sentences: {
      COMPLIES: '{reason}休学，已有{needed}',
      NO_PROOF: '{reason}休学，须有{needed}',
      PAPERS_MISSING: '{reason}休学，尚缺{missed}',
    },
    remedies: { NO_PROOF: '补交{needed}后再报', PAPERS_MISSING: '向医院补取{missed}后再报' },
    examples: [
      {
        name: 'no word of the hospital yet',
        with: stay,
        facts: ill,
        expect: 'NONE',
        requires: [application, '县级以上医疗单位诊断证明', '住院收据', '住院病历复印件'],
      },
      {
        name: 'a county hospital',
        with: stay,
        facts: { ...ill, hospital: 'COUNTY', hospitalPapers: ['RECORD_COPY', 'RECEIPT'] },
        expect: 'COMPLIES',
      },
      {
        name: 'ordered by the school, which needs no application',
        with: stay,
        facts: { ...ill, orderedBySchool: true, hospital: 'COUNTY' },
        expect: 'COMPLIES',
        requires: ['县级以上医疗单位诊断证明', '住院收据', '住院病历复印件'],
      },
      {
        name: 'a hospital below the county',
        with: stay,
        facts: { ...ill, reason: 'INFECTIOUS', hospital: 'BELOW_COUNTY' },
        expect: 'NO_PROOF',
      },
      {
        name: 'the receipt is missing',
        with: stay,
        facts: { ...ill, hospital: 'CITY', hospitalPapers: ['RECORD_COPY'] },
        expect: 'PAPERS_MISSING',
      },
      {
        name: 'another ground, proved by an office',
        with: stay,
        facts: { ...ill, reason: 'FORCE_MAJEURE', otherProof: 'OFFICE' },
        expect: 'COMPLIES',
        requires: [application, '县级以上公安、民政、劳动等部门证明'],
      },
      {
        name: 'another ground, without such a proof',
        with: stay,
        facts: { ...ill, reason: 'FORCE_MAJEURE', otherProof: 'OTHER' },
        expect: 'NO_PROOF',
      },
      {
        name: 'an office proves enough where any proof does',
        with: { otherProof: 'OTHER', otherOf: ['ABSENCE'] },
        facts: { ...ill, reason: 'ABSENCE', otherProof: 'OFFICE' },
        expect: 'COMPLIES',
      },
      {
        name: 'another ground where no proof of it is asked for',
        with: { otherProof: 'OFFICE', otherOf: ['FORCE_MAJEURE'] },
        facts: { ...ill, reason: 'OTHER', otherProof: 'NONE' },
        expect: 'NONE',
        requires: [application],
      },
    ],
  });
