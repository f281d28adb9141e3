/** 义务教育毕业证书: city or county makes it; the school of the registration hands it out. */
import { allow, cite, deny, fixed, rule, step, worded } from '../../../src/policy/index.ts';
import { CERTIFICATE_MAKERS, type CertificateMaker } from '../../../src/policy/questions/graduation.ts';
import { rules } from '../instruments.ts';

const MADE = '统一印制、核准、编号、验印、颁发毕业证书（市级或县级）';
const ROSTER = '毕业生花名册（附件5）归入学校学籍档案';

const made = { stage: 'JUNIOR', issuedBy: 'REGISTERED', numberedBy: 'COUNTY', stampedBy: 'CITY' } as const;

export const compulsoryCertificate = rule('compulsory-certificate')({
  id: 'compulsory-certificate',
  title: '小学、初中毕业证书',
  basis: cite(rules, '第三十四条', 'SX-34.2', 'SX-27.2', 'SX-6.1.6'),
  force: 'MUST',
  parameters: {
    makers: worded(
      fixed<readonly CertificateMaker[]>(['CITY', 'COUNTY'], 'SUBSET', '印制、编号、验印毕业证书的机关'),
      CERTIFICATE_MAKERS,
    ),
  },
  decide: ({ issuedBy, numberedBy, stampedBy }, law) => {
    const facts = { makerWords: law.makers.map((one) => CERTIFICATE_MAKERS[one]).join('或') };
    if (issuedBy === 'GUEST') return deny('GUEST_SCHOOL', facts);
    if (!numberedBy || !law.makers.includes(numberedBy)) return deny('NOT_NUMBERED', facts);
    return stampedBy && law.makers.includes(stampedBy) ? allow('COMPLIES', facts) : deny('NOT_STAMPED', facts);
  },
  requires: () => [step('AUTHORITY', MADE), step('SCHOOL', ROSTER)],
  sentences: {
    COMPLIES: '毕业证书已由{makerWords}编号、验印',
    GUEST_SCHOOL: '借读学生的毕业证书由原学籍所在学校发放',
    NOT_NUMBERED: '毕业证书由{makerWords}统一编号',
    NOT_STAMPED: '毕业证书须经{makerWords}验印',
  },
  remedies: {
    GUEST_SCHOOL: '请学生回原学籍所在学校领取',
    NOT_NUMBERED: '报{makerWords}编号，学校不自编证书号',
    NOT_STAMPED: '报{makerWords}验印后再发放',
  },
  examples: [
    { name: 'numbered by the county, stamped by the city', facts: made, expect: 'COMPLIES', requires: [MADE, ROSTER] },
    { name: 'numbered by the school', facts: { ...made, numberedBy: 'SCHOOL' }, expect: 'NOT_NUMBERED' },
    {
      name: 'no number yet',
      facts: { stage: 'JUNIOR', issuedBy: 'REGISTERED', stampedBy: 'CITY' },
      expect: 'NOT_NUMBERED',
    },
    {
      name: 'no stamp yet',
      facts: { stage: 'PRIMARY', issuedBy: 'REGISTERED', numberedBy: 'CITY' },
      expect: 'NOT_STAMPED',
    },
    { name: 'at the school of guest study', facts: { ...made, issuedBy: 'GUEST' }, expect: 'GUEST_SCHOOL' },
  ],
});
