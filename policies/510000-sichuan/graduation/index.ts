/** 四川 毕业: graduation in each stage, certificates, and what there is for a lost one. */
import { cite, type PackPart } from '../../../src/policy/index.ts';
import { lostCertificate } from '../../000000-national/graduation/lost-certificate.ts';
import { partialStudy } from '../../000000-national/graduation/partial-study.ts';
import { seniorQuality, seniorYears } from '../../000000-national/graduation/senior-quality.ts';
import { seniorCredits, seniorProficiency } from '../../000000-national/graduation/senior-standards.ts';
import { measures } from '../instruments.ts';
import { cityApproval } from './city-approval.ts';
import { compulsoryGraduation } from './compulsory-graduation.ts';
import { seniorCertificate } from './senior-certificate.ts';

export const graduation: PackPart = {
  rules: [
    compulsoryGraduation,
    ...[seniorYears(cite(measures, '第四十二条', 'SC-42.2')), cityApproval],
    seniorCredits(cite(measures, '第四十条（一）', 'SC-40.1', 'SC-23.2')),
    seniorQuality(cite(measures, '第四十条（二）', 'SC-40.2'), false),
    seniorProficiency(cite(measures, '第四十条（三）', 'SC-40.3'), ['PASSED', 'A', 'B', 'C']),
    partialStudy(cite(measures, '第四十二条', 'SC-42.1', 'SC-42.2'), {
      stages: ['SENIOR'],
      steps: ['发给全省统一印制的证书'],
    }),
    partialStudy(cite(measures, '第三十九条', 'SC-39.3', 'SC-39.4'), {
      id: 'junior-partial-study',
      stages: ['JUNIOR'],
      steps: [],
    }),
    seniorCertificate,
    lostCertificate(cite(measures, '第四十三条', 'SC-43.1', 'SC-43.2'), {
      id: 'lost-certificate',
      name: '学历证明书',
      chain: ['SCHOOL', 'COUNTY', 'CITY'],
      acts: {},
      afterwards: '发给学历证明书',
      damageToo: true,
    }),
  ],
};
