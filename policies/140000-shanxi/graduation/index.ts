/** 山西 毕业: graduation in each stage, certificates, and what there is for a lost one. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { lostCertificate } from '../../000000-national/graduation/lost-certificate.ts';
import { partialStudy } from '../../000000-national/graduation/partial-study.ts';
import { seniorQuality, seniorYears } from '../../000000-national/graduation/senior-quality.ts';
import { seniorCredits, seniorProficiency } from '../../000000-national/graduation/senior-standards.ts';
import { rules } from '../instruments.ts';
import { certificateNumberForm } from './certificate-number-form.ts';
import { compulsoryCertificate } from './compulsory-certificate.ts';
import { compulsoryGraduation } from './compulsory-graduation.ts';
import { proofOnce } from './proof-once.ts';
import { seniorLabour, seniorSport } from './senior-body-and-labour.ts';
import { certificateStamping, seniorCertificate } from './senior-certificate.ts';

export const graduation: PackPart = {
  rules: [
    ...[compulsoryGraduation, compulsoryCertificate],
    certificateNumberForm(cite(rules, '第三十四条', 'SX-34.2'), {
      id: 'certificate-number-form',
      stages: ['PRIMARY', 'JUNIOR'],
    }),
    certificateNumberForm(cite(rules, '第三十六条', 'SX-36.2'), {
      id: 'senior-certificate-number-form',
      stages: ['SENIOR'],
    }),
    seniorYears(cite(rules, '第三十五条', 'SX-35.1')),
    seniorQuality(cite(rules, '第三十五条（一）', 'SX-35.1'), true),
    seniorCredits(cite(rules, '第三十五条（二）', 'SX-35.2'), {
      ...{ total: 144, required: 116 },
      ...{ subjectElectives: 22, schoolElectives: 6 },
    }),
    seniorProficiency(cite(rules, '第三十五条（三）', 'SX-35.3'), ['A', 'B', 'C']),
    ...[seniorSport, seniorLabour, seniorCertificate, certificateStamping],
    partialStudy(cite(rules, '第三十七条', 'SX-37.1', 'SX-6.1.7'), {
      stages: ['SENIOR'],
      steps: ['发给结业（肄业）证书（附件11）', '证书存根（附件11）归入学校学籍档案'],
    }),
    lostCertificate(cite(rules, '第三十八条', 'SX-38.1', 'SX-38.2', 'SX-6.1.8'), {
      id: 'lost-certificate',
      name: '学历证明',
      chain: ['SCHOOL', 'AUTHORITY'],
      acts: { SCHOOL: '发给学历证明（附件12）', AUTHORITY: '验印后生效' },
      afterwards: '学历证明存根（附件12）归入学校学籍档案',
      damageToo: false,
    }),
    proofOnce,
  ],
  duties: [
    duty({
      id: 'stamp-certificates',
      title: '一次性完成普通高中毕业证书验印',
      basis: cite(rules, '第三十六条', 'SX-36.3'),
      holder: 'CITY',
      rhythm: { kind: 'EVERY', period: 'SCHOOL_YEAR', times: 1, lastDay: '05-31' },
    }),
  ],
};
