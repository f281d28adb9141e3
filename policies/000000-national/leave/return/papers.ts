/** 复学材料: proof that the student is well again, and the certificate of the leave. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, paper, rule, silent, worded } from '../../../../src/policy/index.ts';
import { HOSPITALS, type Hospital } from '../../../../src/policy/questions/leave.ts';
import { isHealth, reaches } from '../proof.ts';

const asked = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2026-09-01'),
  endsOn: civilDate('2027-09-01'),
  returnsOn: civilDate('2027-09-01'),
  gradeBefore: 7,
} as const;

export interface ReturnPapers {
  id?: string;
  basis: Citation;
  application: string;
  /** How the text calls the proof of health, and which hospital gives it; none where the text asks for none. */
  recovery?: { what: string; hospital: Hospital };
  /** Does the text ask for the certificate of the leave? */
  certificate: boolean;
  yields?: true;
}

/** The rule for the text that asks for them, the hospital being at county level or above. */
export const returnPapers = ({ id, basis, application, recovery, certificate, yields }: ReturnPapers) => {
  const recoveryWords = recovery?.what ?? '康复证明';
  return rule('return')({
    id: id ?? 'return-papers',
    title: '复学证明材料',
    basis,
    force: 'MUST',
    ...(yields ? { yields } : {}),
    parameters: {
      hospital: worded(fixed<Hospital>(recovery?.hospital ?? 'NONE', 'NEVER', '康复证明的医疗单位至少'), HOSPITALS),
      certificate: fixed(certificate, 'NEVER', '须交回休学证明'),
    },
    decide: ({ reason, hospital, leaveCertificate }, law) => {
      const facts = { recovery: recoveryWords };
      if (isHealth(reason) && hospital && !reaches(hospital, law.hospital)) return deny('NO_RECOVERY_PROOF', facts);
      if (law.certificate && leaveCertificate === false) return deny('NO_CERTIFICATE', facts);
      const proved = !isHealth(reason) || law.hospital === 'NONE' || hospital !== undefined;
      return proved && (!law.certificate || leaveCertificate) ? allow('COMPLIES', facts) : silent;
    },
    requires: ({ reason }, law) => [
      paper('GUARDIAN', application),
      ...(isHealth(reason) && law.hospital !== 'NONE' ? [paper('GUARDIAN', recoveryWords, '因伤病休学的')] : []),
      ...(law.certificate ? [paper('GUARDIAN', '休学证明')] : []),
    ],
    sentences: {
      COMPLIES: '复学材料齐全',
      NO_RECOVERY_PROOF: '因伤病休学的，复学须有{recovery}',
      NO_CERTIFICATE: '复学须持休学证明',
    },
    remedies: {
      NO_RECOVERY_PROOF: '补交{recovery}后再报；尚不能到校的，申请继续休学',
      NO_CERTIFICATE: '补交休学证明；遗失的，由学校凭学籍档案补出',
    },
    examples: [
      {
        name: 'all papers asked for',
        with: { hospital: 'COUNTY', certificate: true },
        facts: { ...asked, hospital: 'COUNTY', leaveCertificate: true },
        expect: 'COMPLIES',
        requires: [application, recoveryWords, '休学证明'],
      },
      {
        name: 'proof of a hospital below the county',
        with: { hospital: 'COUNTY' },
        facts: { ...asked, hospital: 'BELOW_COUNTY', leaveCertificate: true },
        expect: 'NO_RECOVERY_PROOF',
      },
      {
        name: 'no proof of health, where the text asks for none',
        with: { hospital: 'NONE', certificate: false },
        facts: { ...asked, hospital: 'NONE' },
        expect: 'COMPLIES',
        requires: [application],
      },
      {
        name: 'the certificate of the leave is missing',
        with: { certificate: true },
        facts: { ...asked, reason: 'OTHER', leaveCertificate: false },
        expect: 'NO_CERTIFICATE',
      },
      {
        name: 'no illness, no certificate asked for',
        with: { certificate: false },
        facts: { ...asked, reason: 'ABSENCE' },
        expect: 'COMPLIES',
      },
      {
        name: 'nothing known yet',
        with: { hospital: 'COUNTY', certificate: true },
        facts: asked,
        expect: 'NONE',
      },
    ],
  });
};
