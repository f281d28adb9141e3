/** 普通高中毕业证书: four marks make it valid; a roster in three copies goes with it. */
import { allow, cite, deny, fixed, rule, step, worded } from '../../../src/policy/index.ts';
import { CERTIFICATE_MARKS, type CertificateMark } from '../../../src/policy/questions/graduation.ts';
import { measures } from '../instruments.ts';

const ALL: readonly CertificateMark[] = ['PRINCIPAL', 'SCHOOL', 'CITY', 'REGISTRY'];
const complete = { issuedBy: 'REGISTERED', marks: ALL } as const;
const REQUIRED = [
  '统一监制毕业证书',
  '编制、打印毕业班学生花名册（附件8）一式3份',
  '花名册盖章存档',
  '花名册盖章存档',
  '花名册盖章存档',
  '毕业情况载入学生情况登记表并归档',
];

export const seniorCertificate = rule('senior-certificate')({
  id: 'senior-certificate',
  title: '普通高中毕业证书',
  basis: cite(measures, '第四十一条', 'SC-41.2', 'SC-41.1', 'SC-41.3', 'SC-41.4'),
  force: 'MUST',
  parameters: {
    marks: worded(fixed(ALL, 'NEVER', '毕业证书生效须有'), CERTIFICATE_MARKS),
    copies: fixed(3, 'NEVER', '毕业班学生花名册', '份'),
  },
  decide: ({ marks }, law) => {
    const missing = law.marks.filter((one) => !marks.includes(one));
    const words = missing.map((one) => CERTIFICATE_MARKS[one]).join('、');
    return missing.length > 0 ? deny('NOT_VALID', { words }) : allow();
  },
  requires: (_, law) => [
    step('PROVINCE', '统一监制毕业证书'),
    step('CITY', `编制、打印毕业班学生花名册（附件8）一式${law.copies}份`),
    ...(['SCHOOL', 'COUNTY', 'CITY'] as const).map((party) => step(party, '花名册盖章存档')),
    step('SCHOOL', '毕业情况载入学生情况登记表并归档'),
  ],
  sentences: {
    COMPLIES: '毕业证书签章齐全，已生效',
    NOT_VALID: '毕业证书缺{words}，尚未生效',
  },
  remedies: { NOT_VALID: '补齐{words}后再发给学生' },
  examples: [
    { name: 'all four marks', facts: complete, expect: 'COMPLIES', requires: REQUIRED },
    {
      name: 'no stamp of the city',
      facts: { ...complete, marks: ['PRINCIPAL', 'SCHOOL', 'REGISTRY'] },
      expect: 'NOT_VALID',
    },
    { name: 'nothing yet', facts: { ...complete, marks: [] }, expect: 'NOT_VALID' },
  ],
});
