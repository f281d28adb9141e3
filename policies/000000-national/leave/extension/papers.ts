/** 延长休学材料: a new diagnosis, or whatever else proves that the student cannot come back yet. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, paper, rule, silent, worded } from '../../../../src/policy/index.ts';
import { HOSPITALS, type Hospital, OTHER_PROOFS, type OtherProof } from '../../../../src/policy/questions/leave.ts';
import { diagnosisWords, isHealth, proofWords, reaches, serves } from '../proof.ts';

const asked = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2025-09-01'),
  endsOn: civilDate('2026-09-01'),
  until: civilDate('2027-09-01'),
} as const;

export interface ExtensionPapers {
  id?: string;
  basis: Citation;
  application: string;
  /** What serves beside a diagnosis; NONE where only a hospital can prove it. */
  otherProof: OtherProof;
  yields?: true;
}

/** The rule for the text that asks for them. A proof that is no diagnosis serves only where the text takes one. */
export const extensionPapers = ({ id, basis, application, otherProof, yields }: ExtensionPapers) =>
  rule('leave-extension')({
    id: id ?? 'leave-extension-papers',
    title: '延长休学证明材料',
    basis,
    force: 'MUST',
    ...(yields ? { yields } : {}),
    parameters: {
      hospital: worded(fixed<Hospital>('COUNTY', 'NEVER', '诊断证明的医疗单位至少'), HOSPITALS),
      otherProof: worded(fixed<OtherProof>(otherProof, 'NEVER', '可代替诊断证明的其他证明'), OTHER_PROOFS),
    },
    decide: ({ hospital, otherProof }, law) => {
      const alternative = law.otherProof === 'NONE' ? '' : `或${proofWords(law.otherProof)}`;
      const facts = { needed: `${diagnosisWords(law.hospital)}${alternative}` };
      if (hospital && reaches(hospital, law.hospital)) return allow('COMPLIES', facts);
      if (law.otherProof !== 'NONE' && otherProof && serves(otherProof, law.otherProof))
        return allow('COMPLIES', facts);
      return hospital || otherProof ? deny('NO_PROOF', facts) : silent;
    },
    requires: ({ reason }, law) => [
      paper('GUARDIAN', application),
      isHealth(reason) || law.otherProof === 'NONE'
        ? paper('GUARDIAN', diagnosisWords(law.hospital))
        : paper('GUARDIAN', proofWords(law.otherProof)),
    ],
    sentences: { COMPLIES: '继续休学，已有{needed}', NO_PROOF: '继续休学，须有{needed}' },
    remedies: { NO_PROOF: '补交{needed}后再报' },
    examples: [
      { name: 'nothing known yet', facts: asked, expect: 'NONE', requires: [application, '县级以上医疗单位诊断证明'] },
      { name: 'a county hospital', facts: { ...asked, hospital: 'COUNTY' }, expect: 'COMPLIES' },
      { name: 'a hospital below the county', facts: { ...asked, hospital: 'BELOW_COUNTY' }, expect: 'NO_PROOF' },
      {
        name: 'another proof, where one serves',
        with: { otherProof: 'OTHER' },
        facts: { ...asked, reason: 'OTHER', hospital: 'NONE', otherProof: 'OTHER' },
        expect: 'COMPLIES',
        requires: [application, '其他相关证明'],
      },
      {
        name: 'another proof, where only a hospital can say so',
        with: { otherProof: 'NONE' },
        facts: { ...asked, reason: 'OTHER', otherProof: 'OFFICE' },
        expect: 'NO_PROOF',
        requires: [application, '县级以上医疗单位诊断证明'],
      },
    ],
  });
